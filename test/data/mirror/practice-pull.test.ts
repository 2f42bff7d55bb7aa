import { afterEach, describe, expect, it } from 'vitest';
import { startPractice } from '../../../electron/practice/server.ts';
import type { PracticeServer } from '../../../electron/practice/server.ts';
import { openPause } from '../../../electron/partner-center/pause.ts';
import { servePull } from '../../../electron/sync/pull-stream.ts';
import type { StreamPort } from '../../../electron/sync/pull-stream.ts';
import { ok } from '../../../shared/result.ts';
import { openStore } from './stores.ts';

/** The main process's end of a channel, as Electron's port has it. */
const streamPort = (port: MessagePort): StreamPort => ({
  on: (event: 'message' | 'close', listener: (message: { readonly data: unknown }) => void) =>
    port.addEventListener(event, (heard) => listener({ data: heard instanceof MessageEvent ? heard.data : undefined })),
  postMessage: (message) => port.postMessage(message),
  start: () => port.start(),
  close: () => port.close(),
});

let practice: PracticeServer | undefined;
afterEach(async () => practice?.close());

function portTo({ url, token }: PracticeServer): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const connection = {
    hosts: { api: url, pricing: url },
    tokens: { access: () => Promise.resolve(ok(token)), refuse: () => undefined },
    pause: openPause(),
    locale: 'it-IT',
  };
  servePull(streamPort(port1), {
    connect: () => Promise.resolve(connection),
    isOnline: () => true,
    unreachable: () => undefined,
    pause: () => Promise.resolve(),
  });
  return port2;
}

describe('a pull from the practice tenant, as the main process streams it', () => {
  it('brings everything the lists show', async () => {
    practice = await startPractice({ seed: 'small' });
    const store = await openStore();
    const { collections, stopped } = await store.pull(portTo(practice));
    expect(stopped).toBeUndefined();
    expect(Object.fromEntries(Object.entries(collections).map(([name, { count }]) => [name, count]))).toMatchObject({
      organization: 1, resellers: 40, customers: 400, 'country-rules': 4,
    });
    const resellers = await store.resellers();
    expect(collections.associations.count).toBe(resellers.reduce((sum, { customerCount }) => sum + customerCount, 0));
    expect(collections.associations.count).toBeGreaterThan(300);
    for (const country of ['IT', 'DE', 'FR', 'ES']) {
      const offers = await store.offers({ country, text: 'exchange online' });
      expect(offers.length).toBeGreaterThan(0);
      expect(offers.every((offer) => offer.isPracticePrice && offer.listDate !== undefined)).toBe(true);
      expect(offers.flatMap((offer) => offer.terms).every((term) => term.unitPrice !== undefined)).toBe(true);
      const [storage] = await store.offers({ country, text: 'extra file storage' });
      expect(storage).toMatchObject({ isAddon: true, segment: 'commercial', needsAttestation: false });
      for (const base of storage?.prerequisiteSkus ?? []) expect(await store.offer(`${country}:${base}`)).toBeDefined();
      expect(await store.offers({ country, text: 'faculty' })).toContainEqual(expect.objectContaining({ segment: 'education' }));
      expect(await store.offers({ country, text: '(trial)' })).toContainEqual(expect.objectContaining({ isTrial: true }));
      expect(await store.offers({ country, text: 'endpoint server' })).toMatchObject([{ needsAttestation: true }]);
      const promotions = await store.promotions(country);
      expect(promotions).toContainEqual(expect.objectContaining({ minimumSeats: 1, maximumSeats: 300 }));
      expect(promotions).toContainEqual(expect.objectContaining({ isFirstPurchaseOnly: true }));
      expect(promotions.every(({ areLimitsUnknown }) => areLimitsUnknown === undefined)).toBe(true);
    }
  });
});
