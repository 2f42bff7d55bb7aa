import { parsePage, plainRow } from './plain-row.ts';
import { plainStore } from './plain-store.ts';

const PAGE = 500;
const store = plainStore();
let count = 0;
let work: Promise<unknown> = store.open();

async function put(bytes: Uint8Array): Promise<void> {
  const rows = parsePage(bytes).map((item) => {
    count += 1;
    return plainRow(item, count);
  });
  for (let start = 0; start < rows.length; start += PAGE) await store.customers.bulkPut(rows.slice(start, start + PAGE));
}

// One answer for each page stored, as the mirror gives its credit back.
self.addEventListener('message', (event: MessageEvent<Uint8Array>) => {
  work = work.then(() => put(event.data)).then(() => self.postMessage('stored'));
});
