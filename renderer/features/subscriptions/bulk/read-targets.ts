import { resultRows } from '../../../../shared/domain/bulk/outcomes.ts';
import type { Target } from '../../../../shared/domain/bulk/plan.ts';
import type { ChangeLine } from '../../../../shared/domain/bulk/read-changes.ts';
import type { UnmatchedLine } from '../../../../shared/domain/bulk/match-lines.ts';
import type { Wish } from '../../../../shared/domain/bulk/wish.ts';
import { isActiveSubscription, isSuspended } from '../../../../shared/domain/subscription/subscription.ts';
import type { SupportContact } from '../../../../shared/domain/subscription/subscription.ts';
import { CustomerTenantId } from '../../../../shared/ids.ts';
import { instantOf } from '../../../../shared/instant.ts';
import type { Mirror, SubscriptionQuery, SubscriptionRow } from '../../../../shared/ports/mirror.ts';
import type { Organization } from '../../../../shared/ports/organization.ts';
import type { WorkStore } from '../../../../shared/ports/work-store.ts';
import type { SubscriptionKey } from '../../../platform/subscription-selection.ts';
import type { Partners } from '../../../platform/use-partners.ts';
import type { BulkChoice, BulkFilter } from './bulk-choice.ts';

export interface TargetParts {
  readonly mirror: Mirror;
  readonly work: Pick<WorkStore, 'batches' | 'operations'>;
  readonly choice: BulkChoice;
  readonly wish: Wish;
  readonly customers: ReadonlySet<CustomerTenantId>;
  readonly subscriptions: readonly SubscriptionKey[];
  readonly partners: Partners;
  readonly organization: Organization | undefined;
}
export interface ReadTargets {
  readonly targets: readonly Target[];
  readonly unmatched: readonly UnmatchedLine[];
}

const all = { text: '', limit: Infinity };
const isLive = ({ subscription }: SubscriptionRow): boolean => isActiveSubscription(subscription) || isSuspended(subscription);

/** Ended ones are left out unless they are asked for: nothing can be done with them. */
export function filterQuery({ text, partnerId, status, endsBefore }: BulkFilter): SubscriptionQuery {
  const end = new Date(`${endsBefore}T00:00:00`);
  return {
    text, limit: Infinity,
    ...(partnerId !== '' && { partnerId }),
    ...(status !== '' && { status }),
    ...(!Number.isNaN(end.getTime()) && { endsBefore: instantOf(end) }),
  };
}

export async function filteredRows(mirror: Pick<Mirror, 'subscriptions'>, filter: BulkFilter): Promise<readonly SubscriptionRow[]> {
  const rows = await mirror.subscriptions(filterQuery(filter));
  return filter.status === '' ? rows.filter(isLive) : rows;
}

async function chosenRows({ mirror, choice, customers, subscriptions }: TargetParts): Promise<readonly SubscriptionRow[]> {
  if (choice.kind === 'replace') return (await mirror.subscriptions({ ...all, partnerId: choice.from.trim() })).filter(isLive);
  if (choice.source === 'customers') return (await mirror.subscriptions({ ...all, customerIds: [...customers] })).filter(isLive);
  if (choice.source === 'filter') return filteredRows(mirror, choice.filter);
  const wanted = new Set(subscriptions.map(({ customerId, subscriptionId }) => `${customerId} ${subscriptionId}`));
  const rows = await mirror.subscriptions({ ...all, customerIds: [...new Set(subscriptions.map(({ customerId }) => customerId))] });
  return rows.filter(({ customerId, subscription }) => wanted.has(`${customerId} ${subscription.id}`));
}

type KnownCustomers = Map<string, { readonly id: CustomerTenantId; readonly name: string }>;

/** The customers that lines name, by tenant id all at once, by domain one after the other. */
async function namedCustomers(mirror: Pick<Mirror, 'customers'>, names: readonly string[]): Promise<KnownCustomers> {
  const ids = names.flatMap((name) => CustomerTenantId.safeParse(name).data ?? []);
  const known: KnownCustomers = new Map();
  const byId = ids.length === 0 ? { rows: [] } : await mirror.customers({ text: '', ids, offset: 0, limit: ids.length });
  for (const { id, name } of byId.rows) known.set(id.toLowerCase(), { id, name });
  for (const name of names.filter((one) => one.includes('.'))) {
    // a domain may be part of a longer one: the whole one counts
    const { rows } = await mirror.customers({ text: name, offset: 0, limit: 50 });
    const found = rows.filter(({ domain }) => domain.toLowerCase() === name);
    if (found.length === 1 && found[0] !== undefined) known.set(name, found[0]);
  }
  return known;
}

function contactFor(text: string, { partners, organization }: TargetParts, isOwnWord: (text: string) => boolean): SupportContact | undefined {
  const wanted = text.toLowerCase();
  if (organization !== undefined && (isOwnWord(text) || wanted === organization.tenantId.toLowerCase() || wanted === organization.partnerId)) {
    const { tenantId, partnerId, companyName } = organization;
    return { tenantId, partnerId, name: companyName };
  }
  const row = partners.rows.find(({ id, partnerId }) => partnerId !== '' && (id.toLowerCase() === wanted || partnerId === wanted));
  return row && { tenantId: row.id, partnerId: row.partnerId, name: row.name };
}

async function lineTargets(lines: readonly ChangeLine[], parts: TargetParts): Promise<ReadTargets> {
  const { mirror, partners, choice, wish } = parts;
  const [{ customersNamed, matchLines }, { isOwnWord }] = await Promise.all([
    import('../../../../shared/domain/bulk/match-lines.ts'), import('../../../../shared/domain/bulk/change-words.ts'),
  ]);
  const [rows, customers] = await Promise.all([mirror.subscriptions(all), namedCustomers(mirror, customersNamed(lines))]);
  return matchLines(lines, {
    rows, customers,
    resellerOf: (partnerId) => {
      const row = partners.rows.find((one) => one.partnerId === partnerId);
      return { partnerId, name: row?.name ?? partners.verdictOf(partnerId)?.name ?? '', ...(row !== undefined && { id: row.id }) };
    },
    contactOf: (text) => contactFor(text, parts, isOwnWord),
  }, choice.kind === 'table' ? undefined : wish);
}

/** Their support contacts as last read. */
async function withContacts(targets: readonly Target[], mirror: Pick<Mirror, 'customer'>): Promise<readonly Target[]> {
  const ids = [...new Set(targets.filter(({ wish, expected }) => wish.contact ?? expected?.contact).map(({ row }) => row.customerId))];
  const found = new Map<string, SupportContact>();
  for (const id of ids) {
    const { supportContacts = {} } = (await mirror.customer(id)) ?? {};
    for (const [subscriptionId, contact] of Object.entries(supportContacts)) found.set(`${id} ${subscriptionId}`, contact);
  }
  if (found.size === 0) return targets;
  return targets.map((target) => {
    const contact = found.get(`${target.row.customerId} ${target.row.subscription.id}`);
    return contact === undefined ? target : { ...target, contact };
  });
}

async function undone(parts: TargetParts): Promise<readonly Target[]> {
  const { mirror, work, choice, partners } = parts;
  const content = choice.undoes && (await work.batches.content(choice.undoes));
  if (content === undefined) return [];
  const { undoTargets } = await import('../../../../shared/domain/bulk/undo.ts');
  const results = resultRows(content, await work.operations());
  const rows = await mirror.subscriptions({ ...all, customerIds: [...new Set(content.rows.map(({ customerId }) => customerId))] });
  const nameOf = (partnerId: string): string => partners.rows.find((row) => row.partnerId === partnerId)?.name ?? '';
  return undoTargets(results, { rows, nameOf, contactOf: () => undefined });
}

/** The subscriptions that are to be changed as the copy has them, each with what is asked of it; what a file names and is not there. */
export async function readTargets(parts: TargetParts): Promise<ReadTargets> {
  const { choice, wish, mirror } = parts;
  if (choice.kind === 'undo') return { targets: await withContacts(await undone(parts), mirror), unmatched: [] };
  if (choice.kind !== 'replace' && choice.source === 'file') {
    const { targets, unmatched } = await lineTargets(choice.file?.read.lines ?? [], parts);
    return { targets: await withContacts(targets, mirror), unmatched };
  }
  const targets = (await chosenRows(parts)).map((row) => ({ row, wish }));
  return { targets: await withContacts(targets, mirror), unmatched: [] };
}
