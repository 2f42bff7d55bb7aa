const TIMEOUT_MS = 5000;

/**
 * Whether any of the addresses answers, whatever it says. Without an address there is nothing to reach: the system's
 * word stands in.
 */
export async function answersAnywhere(addresses: readonly string[], isSystemOnline: () => boolean): Promise<boolean> {
  if (addresses.length === 0) return isSystemOnline();
  const asked = addresses.map((address) =>
    fetch(address, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) }),
  );
  return Promise.any(asked).then(
    () => true,
    () => false,
  );
}
