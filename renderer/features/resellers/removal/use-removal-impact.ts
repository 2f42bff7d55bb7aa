import type { Draft } from '../../../../shared/domain/draft.ts';
import type { RemovalImpact } from '../../../../shared/domain/partnership/removal.ts';
import type { ResellerBusiness } from '../../../../shared/ports/mirror.ts';
import { isOpen, needsPerson } from '../../../../shared/sync/operation.ts';
import type { Operation } from '../../../../shared/sync/operation.ts';
import { useLive, useMirror } from '../../../platform/services.tsx';
import type { ResellerSubject } from '../reseller-subject.ts';
import { isFor } from '../reseller-work.tsx';

/** What the end of a partnership touches, as far as it was read. */
export interface RemovalRehearsal {
  readonly business: ResellerBusiness;
  readonly drafts: readonly Draft[];
  readonly operations: readonly Operation[];
  /** Orders that are on their way and would be refused once the partnership has ended. */
  readonly ordersOnTheirWay: number;
  readonly impact: RemovalImpact;
}

/** Rehearses the end of a partnership from the offline copy and the unsent work; undefined while it is read. */
export function useRemovalImpact(subject: ResellerSubject): RemovalRehearsal | undefined {
  const { id, partnerId } = subject;
  const business = useMirror(
    ['customers', 'resellers', 'orders'], (mirror) => mirror.resellerBusiness({ resellerId: id, partnerId }), [id, partnerId],
  );
  const kept = useLive(async (work) => ({ drafts: await work.drafts(), operations: await work.operations() }), []);
  if (business === undefined || kept === undefined) return undefined;
  const drafts = kept.drafts.filter((draft) => draft.state === 'open' && draft.reseller?.kind === 'reseller' && draft.reseller.id === id);
  const operations = kept.operations.filter((operation) => (isOpen(operation) || needsPerson(operation)) && isFor(operation, subject));
  return {
    business,
    drafts,
    operations,
    ordersOnTheirWay: operations.filter(({ kind }) => kind === 'place-order').length,
    impact: {
      customers: business.customers.length,
      customersRead: business.customersRead,
      subscriptions: business.subscriptions.length,
      supportContacts: business.supported.length,
      drafts: drafts.length,
      operations: operations.length,
    },
  };
}
