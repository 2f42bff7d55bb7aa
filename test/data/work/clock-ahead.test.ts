import { v7 as uuidv7 } from 'uuid';
import { afterEach, describe, expect, it } from 'vitest';
import { openWorkStore } from '../../../renderer/data/work/open-work-store.ts';
import type { OpenWorkStore } from '../../../renderer/data/work/open-work-store.ts';
import { WorkDatabase, workDatabaseName } from '../../../renderer/data/work/work-database.ts';
import { MailAddress } from '../../../shared/domain/letter/letter.ts';
import { Reseller } from '../../../shared/domain/reseller/reseller.ts';
import { AccountId, PartnerId } from '../../../shared/ids.ts';
import { instantOf, plusSeconds } from '../../../shared/instant.ts';
import type { Instant } from '../../../shared/instant.ts';
import { account } from '../../unit/sync/sync-builders.ts';

const today = instantOf(new Date());
const after = (seconds: number): Instant => plusSeconds(today, seconds);
const ahead = after(400 * 86_400);

const opened: OpenWorkStore[] = [];
afterEach(() => {
  for (const work of opened.splice(0)) work.close();
});

/** A store whose clock shows what the test sets. */
async function fresh() {
  const owner = { ...account, id: AccountId.parse(crypto.randomUUID()) };
  const time = { now: today };
  const work = await openWorkStore(owner, { now: () => time.now, at: () => () => undefined });
  opened.push(work);
  return { owner, store: work.partnerships, setClock: (now: Instant) => void (time.now = now) };
}

const partnerIdOf = (number: number): PartnerId => PartnerId.parse(String(4_000_000 + number));
const listed = (...numbers: readonly number[]): readonly Reseller[] =>
  numbers.map((number) => Reseller.parse({
    id: `e0000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    name: `Reseller ${number}`, partnerId: partnerIdOf(number), state: 'Active', location: 'IT',
  }));

describe('a clock that was ahead once', () => {
  it('silences no list that is read after it was put right', async () => {
    const { store, setClock } = await fresh();
    const [, second] = listed(1, 2);
    if (second === undefined) throw new Error('no reseller');
    setClock(ahead);
    await store.notice(listed(1, 2), ahead);
    const impact = { customers: 0, subscriptions: 0, supportContacts: 0, drafts: 0, operations: 0 };
    await store.attestRemoval({ resellerId: second.id, name: second.name, partnerId: second.partnerId, points: [], impact });
    setClock(today);
    const reseller = { name: 'Reseller 3', email: MailAddress.parse('a@tre.example'), language: 'it', partnerId: partnerIdOf(3) } as const;
    const [made] = await store.prepare([{ reseller, subject: 's', body: 'b', remindAfterDays: 7, expiresAfterDays: 30 }]);
    setClock(after(60));
    expect(await store.notice(listed(1, 3), after(60))).toMatchObject({ accepted: [{ request: { id: made?.id } }], gone: [{ id: second.id }] });
    expect(await store.removals()).toMatchObject([{ state: 'gone' }]);
    expect(await store.notice([], after(30))).toEqual({ accepted: [], gone: [] });
    expect((await store.sightings()).map(({ isFromStart }) => isFromStart)).toEqual([true, true, false]);
  });

  it('keeps no verdict of its days before those found since, also not when their date has come', async () => {
    const { store, owner, setClock } = await fresh();
    const database = new WorkDatabase(workDatabaseName(owner.id));
    await database.open();
    await database.verdicts.bulkAdd([1, 2].map((number) => ({
      id: uuidv7({ msecs: Date.parse(ahead) }), partnerId: partnerIdOf(number), standing: 'good', firstFoundAt: ahead, checkedAt: ahead, checks: 1,
    })));
    database.close();
    const checkedAt = today;
    await store.recordFindings([
      { partnerId: partnerIdOf(1), standing: 'suspended', checkedAt },
      { partnerId: partnerIdOf(2), standing: 'good', checkedAt },
    ]);
    const latest = new Map((await store.verdicts()).map((verdict) => [verdict.partnerId, verdict]));
    expect(latest.get(partnerIdOf(1))).toMatchObject({ standing: 'suspended', firstFoundAt: today });
    expect(latest.get(partnerIdOf(2))).toMatchObject({ standing: 'good', firstFoundAt: today, checkedAt: today, checks: 2 });
    setClock(plusSeconds(ahead, 60));
    expect((await store.verdictsOf(partnerIdOf(1))).map(({ standing }) => standing)).toEqual(['suspended', 'good']);
    await store.recordFindings([{ partnerId: partnerIdOf(1), standing: 'good', checkedAt: after(-60) }]);
    expect(await store.verdictsOf(partnerIdOf(1))).toMatchObject([{ standing: 'suspended', checks: 1 }, { standing: 'good' }]);
  });
});
