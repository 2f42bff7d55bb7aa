import type { Envelope } from '../../shared/contract/contract.ts';
import { mainProcess } from './wizard-desk.tsx';

export const operationId = '0193a000-0000-7000-8000-00000000000e';
export const password = 'Zebra-7-Quartz';

/** The main process with one envelope in it. */
export function oneEnvelope(accountId: string, more: Partial<Envelope> = {}): void {
  let envelope = {
    operationId, accountId, customerId: 'c0000000-0000-4000-8000-000000000001', customerName: 'Officina Caffè',
    userName: 'admin@officinacaffe.onmicrosoft.com', state: 'sealed' as Envelope['state'], sealedAt: '2026-11-24T09:00:00.000Z', ...more,
  };
  mainProcess.set('envelopes.list', () => ({ envelopes: [envelope] }));
  mainProcess.set('envelopes.reveal', () => {
    envelope = { ...envelope, state: 'revealed' };
    return { userName: envelope.userName, password, envelope };
  });
  mainProcess.set('envelopes.copy', () => ({ clearsInSeconds: 60 }));
  mainProcess.set('envelopes.confirmHandOver', () => ({ ...envelope, state: 'handed-over' }));
}

/** Everything the work database holds, as text. */
export async function storedText(): Promise<string> {
  const databases = await indexedDB.databases();
  const texts = await Promise.all(databases.map(({ name = '' }) => new Promise<string>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.addEventListener('error', () => reject(new Error('not readable')));
    opening.addEventListener('success', () => {
      const stores = [...opening.result.objectStoreNames];
      if (stores.length === 0) return resolve('');
      const reading = opening.result.transaction(stores);
      const rows: string[] = [];
      for (const store of stores) {
        const all = reading.objectStore(store).getAll();
        all.addEventListener('success', () => rows.push(JSON.stringify(all.result)));
      }
      reading.addEventListener('complete', () => {
        opening.result.close();
        resolve(rows.join('\n'));
      });
    });
  })));
  return texts.join('\n');
}
