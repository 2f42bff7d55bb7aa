const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Words are told apart by it, so no cell may hold one. */
const BETWEEN = '\n';
const HEAD = 8;

/** Rows a chunk: with up to 15 columns every cell's word has a number below 65,536, whatever the cells are. */
export const chunkRows = 4096;

/**
 * Rows of text as bytes: how many columns and rows, each cell as the number of its word (two bytes), then the words as UTF-8.
 * A price list says the same few words in most of its columns: a row takes some 40 bytes instead of 300.
 */
export function packRows(rows: readonly (readonly string[])[], columns: number): Uint8Array<ArrayBuffer> {
  const numbers = new Map<string, number>();
  const cells = new Uint16Array(rows.length * columns);
  rows.forEach((row, place) => {
    for (let column = 0; column < columns; column += 1) {
      const word = row[column] ?? '';
      let number = numbers.get(word);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(word, number);
      }
      cells[place * columns + column] = number;
    }
  });
  if (numbers.size > 65_536) throw new Error('More different words than a chunk can number');
  const words = encoder.encode([...numbers.keys()].join(BETWEEN));
  const bytes = new Uint8Array(HEAD + cells.byteLength + words.length);
  new Uint32Array(bytes.buffer, 0, 2).set([columns, rows.length]);
  bytes.set(new Uint8Array(cells.buffer), HEAD);
  bytes.set(words, HEAD + cells.byteLength);
  return bytes;
}

/** A packed chunk, read row by row. */
export interface PackedRows {
  readonly length: number;
  readonly row: (place: number) => readonly string[];
  /** Places of the rows whose first cell is one of these. */
  readonly startingWith: (wanted: ReadonlySet<string>) => readonly number[];
}

export function unpackRows(bytes: Uint8Array): PackedRows {
  // IndexedDB may hand back a view into a larger buffer, where numbers of two and four bytes need not stand even
  const own = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const [columns = 0, length = 0] = new Uint32Array(own.buffer, own.byteOffset, 2);
  const cells = new Uint16Array(own.buffer, own.byteOffset + HEAD, columns * length);
  const words = decoder.decode(own.subarray(HEAD + cells.byteLength)).split(BETWEEN);
  const word = (place: number): string => words[cells[place] ?? -1] ?? '';
  return {
    length,
    row: (place) => Array.from({ length: columns }, (_cell, column) => word(place * columns + column)),
    startingWith: (wanted) => {
      const numbers = new Set(words.flatMap((text, number) => (wanted.has(text) ? [number] : [])));
      const places: number[] = [];
      for (let place = 0; numbers.size > 0 && place < length; place += 1) {
        if (numbers.has(cells[place * columns] ?? -1)) places.push(place);
      }
      return places;
    },
  };
}
