/** Reads what a row is ordered by. */
export type NameKey = (row: number) => string;

function sorted(rows: readonly number[], keyOf: NameKey): Uint32Array<ArrayBuffer> {
  const keys = rows.map(keyOf);
  const places = rows.map((_row, place) => place);
  places.sort((a, b) => {
    const left = keys[a] ?? '';
    const right = keys[b] ?? '';
    return left < right ? -1 : left > right ? 1 : a - b;
  });
  return Uint32Array.from(places, (place) => rows[place] ?? 0);
}

// First place in the order whose name comes after the key.
function placeAfter(order: Uint32Array, key: string, keyOf: NameKey, from: number): number {
  let low = from;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keyOf(order[middle] ?? 0) <= key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Adds rows to an order by name; equal names stay in the order in which they came. `order` must be in order. */
export function insertByName(
  order: Uint32Array<ArrayBuffer>, added: readonly number[], keyOf: NameKey,
): Uint32Array<ArrayBuffer> {
  const fresh = sorted(added, keyOf);
  if (order.length === 0) return fresh;
  const merged = new Uint32Array(order.length + fresh.length);
  let taken = 0;
  fresh.forEach((row, index) => {
    const place = placeAfter(order, keyOf(row), keyOf, taken);
    merged.set(order.subarray(taken, place), taken + index);
    merged[place + index] = row;
    taken = place;
  });
  merged.set(order.subarray(taken), taken + fresh.length);
  return merged;
}
