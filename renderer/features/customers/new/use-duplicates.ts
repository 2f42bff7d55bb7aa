import { duplicateTest } from '../../../../shared/domain/customer/duplicates.ts';
import type { DuplicateReason, Identity } from '../../../../shared/domain/customer/duplicates.ts';
import { domainOf } from '../../../../shared/domain/customer/domain-prefix.ts';
import type { CustomerDraft, Draft } from '../../../../shared/domain/draft.ts';
import type { CustomerTwin } from '../../../../shared/ports/mirror.ts';
import { isOpen } from '../../../../shared/sync/operation.ts';
import type { Operation } from '../../../../shared/sync/operation.ts';
import { useLive, useMirror, useServices } from '../../../platform/services.tsx';
import { textOfDraft } from './customer-fields.ts';

/** Another customer that may be the one that is being added, and where it is to be seen. */
export interface Duplicate {
  readonly key: string;
  readonly name: string;
  readonly domain: string;
  readonly why: DuplicateReason;
  readonly where: 'list' | 'outbox' | 'draft';
  readonly to: string;
}

const fromList = ({ row, why }: CustomerTwin): Duplicate => ({
  key: row.id, name: row.name, domain: row.domain, why, where: 'list', to: `/customers/${row.id}`,
});

/** What was confirmed here and is on its way, and what else is being typed; never the draft itself or what it edits. */
function atWork(asked: Identity, self: CustomerDraft, operations: readonly Operation[], drafts: readonly Draft[]): readonly Duplicate[] {
  const whyOf = duplicateTest(asked);
  const waiting = operations.flatMap((operation): readonly Duplicate[] => {
    if (operation.kind !== 'create-customer' || !isOpen(operation) || operation.id === self.edits) return [];
    const { companyName: name, domain, registrationNumber } = operation.payload.form;
    const why = whyOf({ name, domain, registrationNumber });
    return why === undefined ? [] : [{ key: operation.id, name, domain, why, where: 'outbox', to: `/customers/pending-${operation.id}` }];
  });
  const typed = drafts.flatMap((draft): readonly Duplicate[] => {
    // What edits an operation is that operation, which is looked at already.
    if (draft.kind !== 'customer' || draft.state !== 'open' || draft.id === self.id || draft.edits !== undefined) return [];
    const { companyName: name, domainPrefix, registrationNumber } = textOfDraft(draft.fields);
    const domain = domainPrefix === '' ? '' : domainOf(domainPrefix);
    const why = whyOf({ name, domain, registrationNumber });
    return why === undefined ? [] : [{ key: draft.id, name, domain, why, where: 'draft', to: `/customers/new?draft=${draft.id}` }];
  });
  return [...waiting, ...typed];
}

export interface Duplicates {
  /** As far as they are known while somebody types. */
  readonly found: readonly Duplicate[];
  /** Asks anew, for a moment at which it counts. */
  readonly findNow: () => Promise<readonly Duplicate[]>;
}

/** Customers like this one in the copy, in the outbox and among the drafts. */
export function useDuplicates(asked: Identity, self: CustomerDraft): Duplicates {
  const { mirror, work } = useServices();
  const { name, domain, registrationNumber } = asked;
  const twins = useMirror(['customers'], (copy) => copy.customerTwins(asked), [name, domain, registrationNumber]);
  const operations = useLive((store) => store.operations(), []);
  const drafts = useLive((store) => store.drafts(), []);
  return {
    found: [...(twins ?? []).map(fromList), ...atWork(asked, self, operations ?? [], drafts ?? [])],
    findNow: async () => {
      const [listed, waiting, typed] = await Promise.all([mirror.customerTwins(asked), work.operations(), work.drafts()]);
      return [...listed.map(fromList), ...atWork(asked, self, waiting, typed)];
    },
  };
}
