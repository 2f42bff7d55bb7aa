import { useMemo } from 'react';
import type { UnmatchedLine } from '../../../../shared/domain/bulk/match-lines.ts';
import { planRow } from '../../../../shared/domain/bulk/plan.ts';
import type { OpenChange, PlannedRow, Target } from '../../../../shared/domain/bulk/plan.ts';
import type { Wish } from '../../../../shared/domain/bulk/wish.ts';
import type { Subscription } from '../../../../shared/domain/subscription/subscription.ts';
import type { CustomerTenantId } from '../../../../shared/ids.ts';
import type { Mirror, SubscriptionRow } from '../../../../shared/ports/mirror.ts';
import type { Organization } from '../../../../shared/ports/organization.ts';
import { openChanges, subscriptionKey } from '../../../../shared/sync/open-changes.ts';
import type { Operation } from '../../../../shared/sync/operation.ts';
import { useSelectedCustomers } from '../../../platform/customer-selection.ts';
import { useLive, useMirror, useServices } from '../../../platform/services.tsx';
import { useSelectedSubscriptions } from '../../../platform/subscription-selection.ts';
import { useClock } from '../../../platform/use-clock.ts';
import type { Partners } from '../../../platform/use-partners.ts';
import type { BulkChoice } from './bulk-choice.ts';
import { readTargets } from './read-targets.ts';
import { seatOffers } from './seat-money.ts';
import type { SeatOffers } from './seat-money.ts';

export interface Preview {
  readonly rows: readonly PlannedRow[];
  readonly unmatched: readonly UnmatchedLine[];
  readonly offers: SeatOffers;
}

interface ReadPreview {
  readonly targets: readonly Target[];
  readonly unmatched: readonly UnmatchedLine[];
  readonly offers: SeatOffers;
  /** All subscriptions of customers whose seats are to change. */
  readonly siblings: ReadonlyMap<CustomerTenantId, readonly Subscription[]>;
}

async function siblingsOf(targets: readonly Target[], mirror: Pick<Mirror, 'subscriptions'>): Promise<ReadPreview['siblings']> {
  const customerIds = [...new Set(targets.map(({ row }) => row.customerId))];
  const rows = customerIds.length === 0 ? [] : await mirror.subscriptions({ text: '', limit: Infinity, customerIds });
  const found = new Map<CustomerTenantId, Subscription[]>();
  for (const { customerId, subscription } of rows) {
    const known = found.get(customerId);
    if (known === undefined) found.set(customerId, [subscription]);
    else known.push(subscription);
  }
  return found;
}

const asOpen = ({ id, kind, state: { name } }: Operation): OpenChange => ({
  operationId: id, isReplaceable: name === 'refused' || name === 'needs-decision', isUpgrade: kind === 'transition-subscription',
});

export interface PreviewParts {
  readonly choice: BulkChoice;
  readonly wish: Wish;
  readonly partners: Partners;
  readonly organization: Organization | undefined;
}

/** The rows of a bulk change as they would be done now, live: it follows the copy, the outbox and the clock. */
export function usePreview({ choice, wish, partners, organization }: PreviewParts): Preview | undefined {
  const { work } = useServices();
  const now = useClock();
  const customers = useSelectedCustomers();
  const subscriptions = useSelectedSubscriptions();
  const read = useMirror<ReadPreview>(['customers', 'orders', 'catalogue'], async (mirror) => {
    const { targets, unmatched } = await readTargets({ mirror, work, choice, wish, customers, subscriptions, partners, organization });
    const seats = targets.filter((target) => target.wish.seats !== undefined);
    const siblings = await siblingsOf(seats, mirror);
    return { targets, unmatched, siblings, offers: await seatOffers(seats, mirror, organization?.country ?? '') };
  }, [choice.batchId, choice.kind, choice.source, JSON.stringify(wish), choice.from, JSON.stringify(choice.filter), choice.file?.name]);
  const operations = useLive((store) => store.operations(), []);
  return useMemo(() => {
    if (read === undefined || operations === undefined) return undefined;
    const open = openChanges(operations);
    const facts = {
      now, ownPartnerId: partners.ownPartnerId,
      standingOf: (partnerId: string) => partners.verdictOf(partnerId)?.standing,
      openOf: ({ customerId, subscription }: SubscriptionRow) => (open.get(subscriptionKey(customerId, subscription.id)) ?? []).map(asOpen),
      offerOf: read.offers.of,
      siblingsOf: ({ customerId }: SubscriptionRow) => read.siblings.get(customerId) ?? [],
    };
    return { rows: read.targets.map((target) => planRow(target, facts)), unmatched: read.unmatched, offers: read.offers };
  }, [read, operations, now, partners]);
}
