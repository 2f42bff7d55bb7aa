/** Lists that people make are small; a file larger than this is not one, unless more is expected. */
const largestFile = 2_000_000;

/**
 * The text of a file: UTF-8, UTF-16 with its mark, or what spreadsheets of western Europe write. Undefined when it has more bytes than
 * `largest`.
 */
export async function readFileText(file: File, largest = largestFile): Promise<string | undefined> {
  if (file.size > largest) return undefined;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
