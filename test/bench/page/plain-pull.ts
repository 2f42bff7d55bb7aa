/** Milliseconds from the first page handed over to the last commit, in a worker, two pages ahead as in the mirror. */
export function pullIntoPlainStore(pages: readonly Uint8Array[]): Promise<number> {
  const worker = new Worker(new URL('./plain-store-worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    let sent = 0;
    let stored = 0;
    const send = (): void => {
      const bytes = pages[sent];
      sent += 1;
      if (bytes !== undefined) worker.postMessage(bytes);
    };
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    const startedAt = performance.now();
    worker.addEventListener('message', () => {
      stored += 1;
      if (stored === pages.length) resolve(performance.now() - startedAt);
      else send();
    });
    send();
    send();
  });
}

const decoder = new TextDecoder();

/** Milliseconds to parse the same bytes and do nothing with them: no store can be quicker. */
export function parseOnly(pages: readonly Uint8Array[]): number {
  const startedAt = performance.now();
  for (const bytes of pages) JSON.parse(decoder.decode(bytes));
  return performance.now() - startedAt;
}
