/** Lists of addresses are small; a file larger than this is not one. */
const largestFile = 2_000_000;

/** The text of a file: UTF-8, UTF-16 with its mark, or what spreadsheets of western Europe write. Undefined when too large. */
export async function readFileText(file: File): Promise<string | undefined> {
  if (file.size > largestFile) return undefined;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
