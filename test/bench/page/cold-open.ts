import { openMirror } from '../../../renderer/data/mirror/open-mirror.ts';
import { benchAccount } from './account.ts';
import { plainStore } from './plain-store.ts';

const ROWS = 50;

const fromMirror = async (): Promise<readonly string[]> => {
  const mirror = await openMirror(benchAccount);
  const { rows } = await mirror.customers({ text: '', offset: 0, limit: ROWS });
  return rows.map((row) => row.name);
};

const fromPlainStore = async (): Promise<readonly string[]> => {
  const rows = await plainStore().customers.orderBy('companyProfile.companyName').limit(ROWS).toArray();
  return rows.map((row) => row.companyProfile.companyName);
};

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Milliseconds from the start of the navigation to 50 rows on the screen, page and scripts included. */
export async function coldOpen(store: 'mirror' | 'plain'): Promise<number> {
  const names = await (store === 'mirror' ? fromMirror() : fromPlainStore());
  const items = names.map((name) => {
    const item = document.createElement('li');
    item.textContent = name;
    return item;
  });
  document.querySelector('#rows')?.replaceChildren(...items);
  await nextFrame();
  if (names.length !== ROWS) throw new Error(`${names.length} rows where ${ROWS} were to be shown`);
  return performance.now();
}
