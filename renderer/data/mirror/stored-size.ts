/** Bytes of a number in the variable length of the format: seven bits a byte. */
function varint(value: number): number {
  let bytes = 1;
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) bytes += 1;
  return bytes;
}

/** Small integers are stored as such, everything else as eight bytes. */
const isSmall = (value: number): boolean => Number.isInteger(value) && Math.abs(value) < 2 ** 30 && !Object.is(value, -0);
const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);

const isNarrow = (text: string): boolean => {
  for (let place = 0; place < text.length; place += 1) if (text.charCodeAt(place) > 0xff) return false;
  return true;
};

/** Walks a value as the engine's serializer does; only where it stands matters, for text of two bytes a letter is aligned. */
class Measure {
  private at: number;

  constructor(at: number) {
    this.at = at;
  }

  get size(): number {
    return this.at;
  }

  value(value: unknown): void {
    if (typeof value === 'string') this.text(value);
    else if (typeof value === 'number') this.at += isSmall(value) ? 1 + varint(zigzag(value)) : 9;
    else if (Array.isArray(value)) this.list(value);
    else if (typeof value === 'object' && value !== null) this.members(value);
    else this.at += 1;
  }

  private text(text: string): void {
    if (isNarrow(text)) {
      this.at += 1 + varint(text.length) + text.length;
      return;
    }
    const bytes = text.length * 2;
    const head = 1 + varint(bytes);
    this.at += head + ((this.at + head) % 2) + bytes;
  }

  private list(items: readonly unknown[]): void {
    this.at += 1 + varint(items.length);
    for (const item of items) this.value(item);
    this.at += 2 + varint(items.length);
  }

  private members(members: object): void {
    this.at += 1;
    const entries = Object.entries(members);
    for (const [key, value] of entries) {
      this.text(key);
      this.value(value);
    }
    this.at += 1 + varint(entries.length);
  }
}

// what stands before the value: the mark and the version of the format
const headerBytes = 2;

/**
 * Bytes of a record of plain values as the database stores it: the length of its structured clone in the format of the engine
 * (V8, ValueSerializer; lists without holes), counted without making one. What the disk compresses is less.
 */
export function storedSize(record: unknown): number {
  const measure = new Measure(headerBytes);
  measure.value(record);
  return measure.size;
}
