/** FNV-1a of 64 bits, its offset and its prime (2 ** 40 + 0x1b3) as two halves: BigInt takes twenty times as long. */
const [offsetHigh, offsetLow] = [0xcbf29ce4, 0x84222325];
const primeLow = 0x1b3;
const half = 2 ** 32;

const isSorted = (keys: readonly string[]): boolean => keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') <= key);

/** JSON with sorted keys and without undefined members: two equal values give the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => {
    if (typeof member !== 'object' || member === null || Array.isArray(member) || isSorted(Object.keys(member))) return member;
    return Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/**
 * Hash of what was confirmed, 16 hex digits (FNV-1a, 64 bits): only to point out that two things look the same, never
 * to prove anything, so no cryptographic hash (those are asynchronous here, and a transaction cannot wait for one).
 */
export function fingerprintOf(kind: string, payload: unknown): string {
  let high = offsetHigh;
  let low = offsetLow;
  const text = `${kind}\n${canonicalJson(payload)}`;
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.codePointAt(place) ?? 0;
    if (unit > 0xffff) place += 1;
    const mixed = (low ^ unit) >>> 0;
    const product = mixed * primeLow;
    high = (high * primeLow + Math.floor(product / half) + ((mixed << 8) >>> 0)) >>> 0;
    low = product >>> 0;
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
