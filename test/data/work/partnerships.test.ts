import { afterEach, describe, expect, it, vi } from 'vitest';
import { openWorkStore } from '../../../renderer/data/work/open-work-store.ts';
import type { OpenWorkStore } from '../../../renderer/data/work/open-work-store.ts';
import { WorkDatabase, workDatabaseName } from '../../../renderer/data/work/work-database.ts';
import type { Account } from '../../../shared/domain/account.ts';
import type { JournalEntry } from '../../../shared/domain/journal/journal-entry.ts';
import { MailAddress } from '../../../shared/domain/letter/letter.ts';
import type { Finding } from '../../../shared/domain/partnership/verdict.ts';
import { Reseller } from '../../../shared/domain/reseller/reseller.ts';
import { AccountId, PartnerId, ResellerTenantId, newPartnershipRequestId, newRemovalId, newVerdictId } from '../../../shared/ids.ts';
import { isBefore, plusSeconds } from '../../../shared/instant.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { NewPartnershipRequest, NewRemoval, PartnershipStore } from '../../../shared/ports/partnership-store.ts';
import { account, start } from '../../unit/sync/sync-builders.ts';

const minutes = (count: number): Instant => plusSeconds(start, count * 60);
const opened: OpenWorkStore[] = [];

/** A store of an account of its own whose time the test moves. */
async function fresh() {
  const owner: Account = { ...account, id: AccountId.parse(crypto.randomUUID()) };
  const time = { now: start };
  const clock: Clock = { now: () => time.now, at: () => () => undefined };
  const reopen = async (): Promise<OpenWorkStore> => {
    const work = await openWorkStore(owner, clock);
    opened.push(work);
    return work;
  };
  const raw = async (): Promise<WorkDatabase> => {
    const database = new WorkDatabase(workDatabaseName(owner.id));
    await database.open();
    return database;
  };
  const work = await reopen();
  /** Nothing is told before it was found out. */
  const reach = (at: Instant): void => {
    if (isBefore(time.now, at)) time.now = at;
  };
  const store: PartnershipStore = {
    ...work.partnerships,
    notice: (resellers, at) => {
      reach(at);
      return work.partnerships.notice(resellers, at);
    },
    recordFindings: (findings) => {
      for (const { checkedAt } of findings) reach(checkedAt);
      return work.partnerships.recordFindings(findings);
    },
  };
  const entries = async (): Promise<JournalEntry[]> => (await work.journal({ limit: 99 })).toReversed();
  const told = async (): Promise<readonly unknown[]> =>
    (await entries()).map(({ what, who, subject, details }) => [what, who, subject, details]);
  return { work, store, owner, reopen, raw, told, entries, goTo: (minute: number) => void (time.now = minutes(minute)) };
}
afterEach(() => {
  for (const work of opened.splice(0)) work.close();
  vi.restoreAllMocks();
});

const idOf = (number: number): ResellerTenantId => ResellerTenantId.parse(`e0000000-0000-4000-8000-${String(number).padStart(12, '0')}`);
const partnerIdOf = (number: number): PartnerId => PartnerId.parse(String(4_000_000 + number));
const listed = (number: number, name = `Reseller ${number}`): Reseller =>
  Reseller.parse({ id: idOf(number), name, partnerId: partnerIdOf(number), state: 'Active', location: 'IT' });
const email = MailAddress.parse('info@alba.example');
const asked = (more: Partial<NewPartnershipRequest['reseller']> = {}): NewPartnershipRequest => ({
  reseller: { name: 'Alba S.r.l.', email, language: 'it', ...more },
  subject: 'Partnership', body: 'The secret words', remindAfterDays: 7, expiresAfterDays: 30,
});
const toRemove = (number: number): NewRemoval => ({
  resellerId: idOf(number), name: `Reseller ${number}`, partnerId: partnerIdOf(number), points: ['customers-stay', 'own-notice'],
  impact: { customers: 3, subscriptions: 5, supportContacts: 1, drafts: 0, operations: 2 },
});
const finding = (number: number, standing: Finding['standing'], minute = 0): Finding =>
  ({ partnerId: partnerIdOf(number), standing, checkedAt: minutes(minute) });

/** The next writing into a table fails like a full disk. */
function fullDisk(table: string): void {
  const put = IDBObjectStore.prototype.put;
  const add = IDBObjectStore.prototype.add;
  const guard = (write: typeof put) =>
    function guarded(this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
      if (this.name === table) throw new DOMException('disk full', 'QuotaExceededError');
      return write.call(this, value, key);
    };
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(guard(put));
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(guard(add));
}

describe('requests', () => {
  it('are prepared together, newest first, with the journal and without the letter in it', async () => {
    const { store, told, owner } = await fresh();
    const made = await store.prepare([asked(), asked({ name: 'Bruma', partnerId: partnerIdOf(2) })]);
    expect(made).toMatchObject([{ state: 'prepared', createdBy: owner.userName, accountId: owner.id, tenantId: owner.tenantId, remindedAt: [] }, {}]);
    expect(await store.requests()).toEqual(made.toReversed());
    expect(await store.request(made[0]?.id ?? newPartnershipRequestId())).toEqual(made[0]);
    expect(await told()).toEqual([
      ['partnership-prepared', owner.userName, 'Alba S.r.l.', { email }],
      ['partnership-prepared', owner.userName, 'Bruma', { email, partnerId: partnerIdOf(2) }],
    ]);
    expect(JSON.stringify(await told())).not.toContain('secret words');
  });

  it('advance step by step; what does not fit changes nothing', async () => {
    const { store, entries } = await fresh();
    const [made] = await store.prepare([asked()]);
    if (made === undefined) throw new Error('not prepared');
    const steps = [
      { name: 'opened', as: 'mailto' }, { name: 'reworded', subject: 'Anew', body: 'More secret words' }, { name: 'opened', as: 'copy' },
      { name: 'sent' }, { name: 'reminded' }, { name: 'accepted', resellerId: idOf(1) },
    ] as const;
    for (const step of steps) expect(await store.advance(made.id, step)).toMatchObject({ ok: true });
    expect(await store.advance(made.id, { name: 'withdrawn' })).toEqual({ ok: false, error: 'not-possible' });
    expect(await store.advance(newPartnershipRequestId(), { name: 'sent' })).toEqual({ ok: false, error: 'not-possible' });
    expect(await store.request(made.id)).toMatchObject({ state: 'accepted', subject: 'Anew', openedAs: 'copy', remindedAt: [start] });
    expect((await entries()).map(({ what }) => what)).toEqual([
      'partnership-prepared', 'partnership-opened', 'partnership-reworded', 'partnership-copied', 'partnership-sent',
      'partnership-reminded', 'partnership-accepted',
    ]);
    expect(JSON.stringify(await entries())).not.toContain('secret words');
  });

  it('let one of two windows take a step that can be taken once', async () => {
    const { store, reopen } = await fresh();
    const [made] = await store.prepare([asked()]);
    const other = (await reopen()).partnerships;
    const id = made?.id ?? newPartnershipRequestId();
    const results = await Promise.all([store.advance(id, { name: 'sent' }), other.advance(id, { name: 'sent' })]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('contacts', () => {
  it('are kept under the reseller with its name in the journal; the same again is no news', async () => {
    const { store, told, owner, goTo } = await fresh();
    await store.notice([listed(1)], minutes(0));
    const contact = { id: idOf(1), email, name: 'Anna', language: 'it' } as const;
    await store.saveContact(contact);
    goTo(5);
    await store.saveContact(contact);
    expect(await store.contacts()).toEqual([{ ...contact, updatedAt: start }]);
    await store.saveContact({ ...contact, language: 'de' });
    expect(await store.contacts()).toEqual([{ ...contact, language: 'de', updatedAt: minutes(5) }]);
    const entry = ['partner-contact-kept', owner.userName, 'Reseller 1', { email, partnerId: partnerIdOf(1) }];
    expect(await told()).toEqual([entry, entry]);
  });
});

describe('verdicts', () => {
  it('keep each change, move on what is the same, and tell the journal what is news', async () => {
    const { store, told } = await fresh();
    await store.notice([listed(1), listed(2)], minutes(0));
    await store.recordFindings([finding(1, 'good'), finding(2, 'suspended'), finding(3, 'good')]);
    await store.recordFindings([finding(1, 'good', 1), { ...finding(2, 'suspended', 1), code: '900154' }]);
    await store.recordFindings([finding(1, 'agreement-missing', 2), finding(2, 'good', 2)]);
    await store.recordFindings([finding(1, 'good', 1)]);
    const latest = new Map((await store.verdicts()).map((verdict) => [verdict.partnerId, verdict]));
    expect(latest.size).toBe(3);
    expect(latest.get(partnerIdOf(1))).toMatchObject({ standing: 'agreement-missing', firstFoundAt: minutes(2), checks: 1 });
    expect((await store.verdictsOf(partnerIdOf(1))).map(({ standing, checkedAt, checks }) => [standing, checkedAt, checks])).toEqual([
      ['agreement-missing', minutes(2), 1], ['good', minutes(1), 2],
    ]);
    expect((await store.verdictsOf(partnerIdOf(2))).map(({ standing }) => standing)).toEqual(['good', 'suspended', 'suspended']);
    expect(await told()).toEqual([
      ['verdict-found', 'app', 'Reseller 2', { partnerId: partnerIdOf(2), standing: 'suspended' }],
      ['verdict-found', 'app', 'Reseller 1', { partnerId: partnerIdOf(1), standing: 'agreement-missing' }],
      ['verdict-found', 'app', 'Reseller 2', { partnerId: partnerIdOf(2), standing: 'good' }],
    ]);
  });

  it('take the same Partner ID twice in one writing', async () => {
    const { store } = await fresh();
    await store.recordFindings([finding(1, 'good'), finding(1, 'good', 1), finding(1, 'own-id', 2)]);
    expect((await store.verdictsOf(partnerIdOf(1))).map(({ standing, checks }) => [standing, checks])).toEqual([['own-id', 1], ['good', 2]]);
  });

  it('answer the latest of 2,000 Partner IDs with a long history, without filling the journal', async () => {
    const { store, raw, told } = await fresh();
    const database = await raw();
    const rows = Array.from({ length: 20_000 }, (_, index) => ({
      id: newVerdictId(), partnerId: partnerIdOf(index % 2000), standing: index < 18_000 ? 'suspended' : 'good',
      firstFoundAt: start, checkedAt: start, checks: 1,
    }));
    await database.verdicts.bulkAdd(rows);
    database.close();
    const latest = await store.verdicts();
    expect(latest).toHaveLength(2000);
    expect(latest.every(({ standing }) => standing === 'good')).toBe(true);
    await store.recordFindings(Array.from({ length: 2000 }, (_, index) => finding(index + 2000, 'good')));
    expect(await told()).toEqual([]);
  });

  it('go back to the row before one that cannot be read', async () => {
    const { store, raw } = await fresh();
    await store.recordFindings([finding(1, 'good')]);
    const database = await raw();
    await database.verdicts.add({ id: newVerdictId(), partnerId: partnerIdOf(1), standing: 'from-the-future' });
    database.close();
    expect(await store.verdicts()).toMatchObject([{ standing: 'good' }]);
  });
});

describe('a list of resellers', () => {
  it('is a baseline the first time; what turns up later answers requests, what is missing ends removals', async () => {
    const { store, told, owner, goTo } = await fresh();
    const [early] = await store.prepare([asked({ name: 'Reseller 1', partnerId: partnerIdOf(1) })]);
    expect(await store.notice([listed(1), listed(2)], minutes(1))).toEqual({ accepted: [], gone: [] });
    expect(await store.request(early?.id ?? newPartnershipRequestId())).toMatchObject({ state: 'prepared' });
    goTo(2);
    const [made] = await store.prepare([asked({ name: 'Sempre Árancio s.r.l.' })]);
    const removal = await store.attestRemoval(toRemove(2));
    const noticed = await store.notice([listed(1), listed(3, 'SEMPRE ARANCIO SRL')], minutes(3));
    expect(noticed).toMatchObject({ accepted: [{ request: { id: made?.id, state: 'accepted', resellerId: idOf(3) } }], gone: [{ id: idOf(2) }] });
    expect(await store.removals()).toMatchObject([{ id: removal.id, state: 'gone', goneAt: minutes(3) }]);
    expect((await told()).slice(-2)).toEqual([
      ['partnership-accepted', 'app', 'Sempre Árancio s.r.l.', { email }],
      ['removal-seen', 'app', 'Reseller 2', { partnerId: partnerIdOf(2) }],
    ]);
    expect(owner.userName).not.toBe('app');
    expect((await store.sightings()).find(({ id }) => id === idOf(2))).toMatchObject({ goneAt: minutes(3) });
  });

  it('of several that is suddenly empty is believed only when the next one is empty too', async () => {
    const { store } = await fresh();
    await store.notice([listed(1), listed(2)], minutes(1));
    const standing = async (): Promise<number> => (await store.sightings()).filter(({ goneAt }) => goneAt === undefined).length;
    expect(await store.notice([], minutes(2))).toEqual({ accepted: [], gone: [] });
    // the same list looked at again, e.g. after a restart, is no second opinion
    expect(await store.notice([], minutes(2))).toEqual({ accepted: [], gone: [] });
    expect(await standing()).toBe(2);
    await store.notice([listed(1), listed(2)], minutes(3));
    expect(await store.notice([], minutes(4))).toEqual({ accepted: [], gone: [] });
    expect((await store.notice([], minutes(5))).gone).toHaveLength(2);
    expect(await standing()).toBe(0);
  });

  it('changes nothing when it is the same or older', async () => {
    const { store } = await fresh();
    await store.notice([listed(1)], minutes(5));
    expect(await store.notice([], minutes(5))).toEqual({ accepted: [], gone: [] });
    expect(await store.notice([], minutes(4))).toEqual({ accepted: [], gone: [] });
    expect(await store.sightings()).toMatchObject([{ id: idOf(1) }]);
    expect((await store.sightings())[0]).not.toHaveProperty('goneAt');
  });

  it('answers a request also when the first list of all was empty', async () => {
    const { store } = await fresh();
    await store.notice([], minutes(0));
    const [made] = await store.prepare([asked({ partnerId: partnerIdOf(1) })]);
    expect(await store.notice([listed(1)], minutes(1))).toMatchObject({ accepted: [{ request: { id: made?.id } }] });
  });

  it('answers one request, also when the older one is looked at again later', async () => {
    const { store, goTo } = await fresh();
    await store.notice([], minutes(0));
    const [older] = await store.prepare([asked({ partnerId: partnerIdOf(1) })]);
    goTo(1);
    const [newer] = await store.prepare([asked({ partnerId: partnerIdOf(1) })]);
    expect((await store.notice([listed(1)], minutes(2))).accepted.map(({ request }) => request.id)).toEqual([newer?.id]);
    expect((await store.notice([listed(1)], minutes(3))).accepted).toEqual([]);
    expect(await store.request(older?.id ?? newPartnershipRequestId())).toMatchObject({ state: 'prepared' });
  });

  it('read before an attestation does not end the removal', async () => {
    const { store, goTo } = await fresh();
    await store.notice([listed(1)], minutes(0));
    goTo(9);
    await store.attestRemoval(toRemove(1));
    await store.notice([], minutes(8));
    expect(await store.removals()).toMatchObject([{ state: 'attested' }]);
    await store.notice([], minutes(10));
    expect(await store.removals()).toMatchObject([{ state: 'gone' }]);
  });

  it('never writes over a sighting that cannot be read, and takes its reseller for no news', async () => {
    const { store, raw } = await fresh();
    await store.notice([listed(1)], minutes(0));
    const database = await raw();
    const odd = { id: idOf(2), shape: 'from the future' };
    await database.sightings.put(odd);
    const [made] = await store.prepare([asked({ partnerId: partnerIdOf(2) })]);
    expect((await store.notice([listed(1), listed(2)], minutes(1))).accepted).toEqual([]);
    expect(await database.sightings.get(idOf(2))).toEqual(odd);
    expect(await store.request(made?.id ?? newPartnershipRequestId())).toMatchObject({ state: 'prepared' });
    database.close();
  });
});

describe('removals', () => {
  it('are attested once, with points and numbers in the journal, and advance', async () => {
    const { store, told, owner } = await fresh();
    const [removal, again] = await Promise.all([store.attestRemoval(toRemove(1)), store.attestRemoval(toRemove(1))]);
    expect(again).toEqual(removal);
    expect(removal).toMatchObject({ state: 'attested', attestedBy: owner.userName, attestedAt: start, ...toRemove(1) });
    for (const step of [{ name: 'portal-opened' }, { name: 'told', whom: 'customers' }, { name: 'withdrawn' }] as const) {
      expect(await store.advanceRemoval(removal.id, step)).toMatchObject({ ok: true });
    }
    expect(await store.advanceRemoval(removal.id, { name: 'gone' })).toEqual({ ok: false, error: 'not-possible' });
    expect(await store.advanceRemoval(newRemovalId(), { name: 'gone' })).toEqual({ ok: false, error: 'not-possible' });
    expect(await store.removals()).toMatchObject([{ state: 'withdrawn', portalOpenedAt: start, customersToldAt: start }]);
    const partnerId = partnerIdOf(1);
    expect(await told()).toEqual([
      ['removal-attested', owner.userName, 'Reseller 1', {
        partnerId, points: 'customers-stay, own-notice', customers: '3', subscriptions: '5', supportContacts: '1', drafts: '0', operations: '2',
      }],
      ['removal-portal-opened', owner.userName, 'Reseller 1', { partnerId }],
      ['removal-told', owner.userName, 'Reseller 1', { partnerId, whom: 'customers' }],
      ['removal-withdrawn', owner.userName, 'Reseller 1', { partnerId }],
    ]);
    expect((await store.attestRemoval(toRemove(1))).id).not.toBe(removal.id);
  });
});

describe('a window that dies, or a disk that is full', () => {
  const tables = ['requests', 'contacts', 'verdicts', 'sightings', 'removals', 'settings', 'journal'] as const;
  it.each(tables)('leaves everything as it was when %s cannot be written', async (table) => {
    const { store, raw } = await fresh();
    await store.notice([listed(1)], minutes(0));
    const [made] = await store.prepare([asked({ partnerId: partnerIdOf(2) })]);
    await store.attestRemoval(toRemove(1));
    await store.recordFindings([finding(1, 'good')]);
    const database = await raw();
    const snapshot = async (): Promise<unknown> => Promise.all(database.tables.map((one) => one.toArray()));
    const before = await snapshot();
    fullDisk(table);
    const id = made?.id ?? newPartnershipRequestId();
    const writers: Readonly<Record<(typeof tables)[number], () => Promise<unknown>>> = {
      requests: () => store.advance(id, { name: 'sent' }), contacts: () => store.saveContact({ id: idOf(1), email, name: 'Anna', language: 'it' }),
      verdicts: () => store.recordFindings([finding(9, 'own-id', 1)]), sightings: () => store.notice([listed(2)], minutes(7)),
      removals: () => store.attestRemoval(toRemove(6)), settings: () => store.notice([listed(2)], minutes(7)),
      journal: () => store.advance(id, { name: 'sent' }),
    };
    await expect(writers[table]()).rejects.toThrow('disk full');
    expect(await snapshot()).toEqual(before);
    database.close();
  });

  it('parks rows of every table that cannot be read', async () => {
    const { work, raw, reopen } = await fresh();
    work.close();
    const database = await raw();
    const names = ['requests', 'contacts', 'verdicts', 'sightings', 'removals'] as const;
    for (const name of names) await database[name].put({ id: `odd-${name}`, odd: true });
    database.close();
    const again = await reopen();
    expect((await again.parkedRows()).map(({ table, key }) => [table, key])).toEqual(names.toSorted().map((name) => [name, `odd-${name}`]));
    expect([await again.partnerships.requests(), await again.partnerships.verdicts(), await again.partnerships.removals()]).toEqual([[], [], []]);
  });
});
