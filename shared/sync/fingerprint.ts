const offsetBasis = 0xcbf29ce484222325n;
const prime = 0x100000001b3n;

/** JSON with sorted keys and without undefined members: two equal values give the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

/**
 * Hash of what was confirmed, 16 hex digits (FNV-1a, 64 bits): only to point out that two things look the same, never
 * to prove anything, so no cryptographic hash (those are asynchronous here, and a transaction cannot wait for one).
 */
export function fingerprintOf(kind: string, payload: unknown): string {
  let hash = offsetBasis;
  for (const unit of `${kind}\n${canonicalJson(payload)}`) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(unit.codePointAt(0) ?? 0)) * prime);
  }
  return hash.toString(16).padStart(16, '0');
}
