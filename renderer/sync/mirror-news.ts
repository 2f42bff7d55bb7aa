import { areMade } from '../../shared/domain/subscription/edited-fields.ts';
import { fieldsOf } from '../../shared/domain/subscription/subscription-edits.ts';
import type { CustomerTenantId } from '../../shared/ids.ts';
import { isBefore, plusSeconds } from '../../shared/instant.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { CustomerRecord, Mirror, MirrorUpdate } from '../../shared/ports/mirror.ts';
import { mirrorUpdatesOf } from '../../shared/sync/mirror-updates.ts';
import type { Operation } from '../../shared/sync/operation.ts';

/** Done operations this young are told to the offline copy again at the start, if it does not know of them. */
const retellForSeconds = 7 * 24 * 3600;

type ChangeTold = Extract<MirrorUpdate, { kind: 'subscription-changed' | 'support-contacts-read' }>;

/** A change of ours is in what the copy read from the server after it. */
function lacksChange(known: CustomerRecord | undefined, update: ChangeTold, operation: Operation): boolean {
  const { state } = operation;
  if (known === undefined || state.name !== 'done') return false;
  if (update.kind === 'support-contacts-read') {
    // a customer is read without its contacts: each of them has an age of its own
    return Object.entries(update.contacts).some(([id, { tenantId }]) => {
      const readAt = known.supportContactsReadAt?.[id];
      const isReadSince = readAt !== undefined && isBefore(state.at, readAt);
      return !isReadSince && known.supportContacts?.[id]?.tenantId !== tenantId;
    });
  }
  // a reading of its details or orders tells nothing of its subscriptions
  const readAt = known.readAt?.subscriptions ?? known.refreshedAt;
  if (readAt !== undefined && isBefore(state.at, readAt)) return false;
  const { id, status } = update.subscription;
  const one = known.subscriptions?.find((subscription) => subscription.id === id);
  if (one === undefined) return false;
  // what it cancelled must not come back with another change's news
  return operation.kind === 'change-subscription' ? !areMade(operation.payload.edits, fieldsOf(one)) : one.status !== status;
}

/**
 * Whether the offline copy never heard what a done operation did: the app was killed between the two. What the copy
 * knows already is never told again: the server may have told something newer since.
 */
export async function lacksNewsOf(mirror: Pick<Mirror, 'customer'>, operation: Operation): Promise<boolean> {
  for (const update of mirrorUpdatesOf(operation)) {
    if (update.kind === 'customer-created') return (await mirror.customer(update.row.id)) === undefined;
    if (update.kind === 'agreement-read') return !(await mirror.customer(update.customerId))?.agreement?.isAccepted;
    if (update.kind === 'qualifications-read') {
      const known = (await mirror.customer(update.customerId))?.qualifications;
      return known === undefined || isBefore(known.at, update.at);
    }
    if (update.kind === 'orders-placed') {
      const known = (await mirror.customer(update.customerId))?.orders ?? [];
      return update.orders.some(({ id }) => !known.some((order) => order.id === id));
    }
    if (update.kind === 'upgrades-known') {
      const known = await mirror.customer(update.customerId);
      const { state } = operation;
      return known !== undefined && state.name === 'done' && (known.refreshedAt === undefined || isBefore(known.refreshedAt, state.at));
    }
    if (update.kind === 'subscription-changed' || update.kind === 'support-contacts-read') {
      return lacksChange(await mirror.customer(update.customerId), update, operation);
    }
  }
  return false;
}

interface NewsParts {
  readonly mirror: Pick<Mirror, 'apply' | 'customer'>;
  readonly clock: Clock;
  /**
   * Reads a customer anew: what was bought has subscriptions now, what was cancelled took its add-ons with it. A failure leaves
   * the copy as old as it says it is.
   */
  readonly refreshCustomer?: (id: CustomerTenantId) => Promise<unknown>;
}

/** Tells the offline copy what done operations did. Never rejects: trouble goes to `report`. */
export function mirrorNews({ mirror, clock, refreshCustomer }: NewsParts, report: (error: unknown) => void) {
  async function tell(operation: Operation): Promise<void> {
    for (const update of mirrorUpdatesOf(operation)) {
      await mirror.apply(update).catch(report);
      const isPlain = update.kind === 'orders-placed' || update.kind === 'upgrades-known';
      const isMore = isPlain || (update.kind === 'subscription-changed' && operation.kind === 'cancel-subscription');
      if (isMore) await refreshCustomer?.(update.customerId).catch(report);
    }
  }
  /** Of thousands that changed the same customers each customer is read once, and again after it was told something. */
  async function retell(operations: readonly Operation[]): Promise<void> {
    const since = plusSeconds(clock.now(), -retellForSeconds);
    let known = new Map<CustomerTenantId, Promise<CustomerRecord | undefined>>();
    const copy: Pick<Mirror, 'customer'> = {
      customer: (id) => {
        const record = known.get(id) ?? mirror.customer(id);
        known.set(id, record);
        return record;
      },
    };
    for (const operation of operations) {
      if (operation.state.name !== 'done' || isBefore(operation.state.at, since)) continue;
      try {
        if (!(await lacksNewsOf(copy, operation))) continue;
        await tell(operation);
      } catch (error) {
        report(error);
      }
      known = new Map();
    }
  }
  return {
    tell,
    /** What the copy may have missed before this start. */
    retell,
  };
}
