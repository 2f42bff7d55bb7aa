import { isActive } from '../../../../shared/domain/reseller/reseller.ts';
import type { Reseller } from '../../../../shared/domain/reseller/reseller.ts';
import { readCustomerListRow } from '../../../../shared/partner-center/readers/customers.ts';
import {
  readLegalBusinessProfile, readOrganizationProfile, readPartnerIdProfile, readSupportProfile,
} from '../../../../shared/partner-center/readers/profiles.ts';
import { present } from '../../../../shared/partner-center/readers/case.ts';
import { readReseller } from '../../../../shared/partner-center/readers/relationships.ts';
import { readDocument, writeDocument } from '../mirror-database.ts';
import type { ResellerList } from '../reseller-list.ts';
import { customerPageSize } from './pull-customers.ts';
import { progressOf, readList, readOne, readWholeList } from './pull-context.ts';
import type { Ended, PullContext, PullStep, Stop } from './pull-context.ts';

/** A profile that brings no answer must not keep every pull from all that comes after it. */
const isEnd = (ended: Ended<unknown>): ended is Extract<Ended<unknown>, { readonly kind: 'stopped' }> =>
  ended.kind === 'stopped' && ended.failure?.code !== 'no-answer';

/**
 * The provider itself, its Partner ID, and how Microsoft and its customers know it. Of these only the first must be there:
 * what the role may not read (legal business and support profile) stays as it was.
 */
export const pullOrganization: PullStep = async (context) => {
  const { database, board, log } = context;
  if (log.isDone('organization')) return undefined;
  const tell = progressOf(context, 'organization', 1);
  const profile = await readOne(context, { kind: 'organization' }, readOrganizationProfile);
  if (profile.kind === 'stopped') return profile;
  if (profile.kind === 'failed') return log.failed('organization', profile.failure);
  const own = await readOne(context, { kind: 'own-partner-id' }, readPartnerIdProfile);
  if (own.kind === 'stopped') return own;
  const before = await readDocument(database, 'organization');
  const partnerId = own.kind === 'read' ? own.value.partnerId : (before?.partnerId ?? '');
  const { legal: formerLegal, support: formerSupport } = before ?? {};
  const known = { ...profile.value, partnerId };
  await writeDocument(database, 'organization', { ...known, ...present({ legal: formerLegal, support: formerSupport }) });
  const legal = await readOne(context, { kind: 'legal-business' }, readLegalBusinessProfile);
  if (isEnd(legal)) return legal;
  const support = await readOne(context, { kind: 'support-profile' }, readSupportProfile);
  if (isEnd(support)) return support;
  await writeDocument(database, 'organization', {
    ...known,
    ...present({
      legal: legal.kind === 'read' ? legal.value : formerLegal,
      support: support.kind === 'read' ? support.value : formerSupport,
    }),
  });
  await log.done('organization');
  await board.complete('organization', 1, context.now());
  tell(1);
  board.changed('organization');
  return undefined;
};

/** All resellers with a partnership, replaced at once; not by a list that is older than one read meanwhile. */
export async function pullResellers(context: PullContext, partners: ResellerList): Promise<Stop | undefined> {
  const { log } = context;
  if (log.isDone('resellers')) return undefined;
  const tell = progressOf(context, 'resellers');
  // what the list says, it says of the moment at which it was asked for
  const at = context.now();
  const read = await readWholeList(context, { kind: 'resellers' }, readReseller);
  if (read.kind === 'stopped') return read;
  if (read.kind === 'failed') return log.failed('resellers', read.failure);
  await partners.replace(read.value, at);
  await log.done('resellers');
  tell(read.value.length, read.value.length);
  return undefined;
}

/** Which customers each active reseller has: one list a reseller, because the list of all names none. */
export const pullAssociations: PullStep = async (context) => {
  const { database, board, list, log, now } = context;
  if (log.isDone('associations')) return undefined;
  const resellers = (await readDocument(database, 'resellers')) ?? [];
  const active = resellers.filter(isActive);
  const tell = progressOf(context, 'associations', active.length);
  for (const [done, reseller] of active.entries()) {
    const stop = await pullCustomersOf(context, reseller);
    if (stop !== undefined) return stop;
    tell(done + 1);
  }
  if (log.isDone('resellers')) await forgetOthers(context, resellers);
  await list.saveFirstRows();
  await log.done('associations');
  await board.complete('associations', (await list.loaded()).associations.pairs, now());
  board.changed('customers', 'resellers');
  return undefined;
};

async function pullCustomersOf(context: PullContext, { id: resellerId }: Reseller): Promise<Stop | undefined> {
  const { database, board, list, log } = context;
  const key = `customers-of:${resellerId}`;
  if (log.isDone(key)) return undefined;
  const job = { kind: 'customers-of-reseller', resellerId, size: customerPageSize } as const;
  const read = await readList(context, job, readCustomerListRow);
  if (read.kind === 'stopped') return read;
  if (read.kind === 'failed') return log.failed(key, read.failure);
  const ids = [...new Set(read.value.map((row) => row.id))].join('');
  await database.associations.put({ resellerId, ids });
  (await list.loaded()).associations.set(resellerId, ids);
  await log.done(key);
  board.changed('customers', 'resellers');
  return undefined;
}

async function forgetOthers({ database, list }: PullContext, resellers: readonly Reseller[]): Promise<void> {
  const kept = new Set(resellers.map((reseller) => reseller.id));
  const stored = await database.associations.toCollection().primaryKeys();
  await database.associations.bulkDelete(stored.filter((id) => !kept.has(id)));
  (await list.loaded()).associations.keepOnly(kept);
}
