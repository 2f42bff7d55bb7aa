/** A file within a zip: its bytes as they are stored. */
export interface ZipEntry {
  readonly data: Blob;
  readonly isPacked: boolean;
  /** Bytes once unpacked. */
  readonly size: number;
}

/** Signatures of the format (PKWARE APPNOTE, 4.3): local header, central directory entry, end of central directory. */
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** The end record, and the longest comment after it. */
const longestEnd = 22 + 65_535;

const viewOf = async (content: Blob, start: number, end: number): Promise<DataView> =>
  new DataView(await content.slice(Math.max(0, start), end).arrayBuffer());

export async function isZip(content: Blob): Promise<boolean> {
  const view = await viewOf(content, 0, 4);
  return view.byteLength === 4 && view.getUint32(0, true) === LOCAL;
}

interface Listed {
  readonly name: string;
  readonly method: number;
  readonly packedSize: number;
  readonly size: number;
  readonly start: number;
}

async function directoryOf(content: Blob): Promise<readonly Listed[]> {
  const tail = await viewOf(content, content.size - longestEnd, content.size);
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== END) end -= 1;
  if (end < 0) return [];
  const [size, start] = [tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)];
  const view = await viewOf(content, start, start + size);
  const listed: Listed[] = [];
  for (let at = 0; at + 46 <= view.byteLength && view.getUint32(at, true) === CENTRAL;) {
    const [name, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const bytes = new Uint8Array(view.buffer, at + 46, Math.min(name, view.byteLength - at - 46));
    listed.push({
      name: new TextDecoder().decode(bytes),
      method: view.getUint16(at + 10, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      start: view.getUint32(at + 42, true),
    });
    at += 46 + name + extra + comment;
  }
  return listed;
}

/** The largest CSV file of a zip; undefined when there is none that can be read. */
export async function findCsvInZip(content: Blob): Promise<ZipEntry | undefined> {
  const listed = await directoryOf(content);
  const [entry] = listed.filter(({ name }) => /\.csv$/iu.test(name)).toSorted((a, b) => b.size - a.size);
  if (entry === undefined || (entry.method !== 0 && entry.method !== 8)) return undefined;
  const head = await viewOf(content, entry.start, entry.start + 30);
  if (head.byteLength < 30 || head.getUint32(0, true) !== LOCAL) return undefined;
  const data = entry.start + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  return { data: content.slice(data, data + entry.packedSize), isPacked: entry.method === 8, size: entry.size };
}
