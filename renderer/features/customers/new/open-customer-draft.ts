import { fallbackRules } from '../../../../shared/domain/customer/country-fallback.ts';
import { customerTextOf } from '../../../../shared/domain/customer/customer-rules.ts';
import type { CustomerDraft } from '../../../../shared/domain/draft.ts';
import { customerResellerOf } from '../../../../shared/domain/reseller/reseller-rules.ts';
import { DraftId, OperationId, newDraftId } from '../../../../shared/ids.ts';
import { instantOf } from '../../../../shared/instant.ts';
import type { Services } from '../../../platform/services.tsx';
import { draftFields, textOfDraft } from './customer-fields.ts';

export interface AskedDraft {
  readonly draftId: string | null;
  readonly operationId: string | null;
  readonly resellerId: string | null;
}
type Stores = Pick<Services, 'account' | 'work' | 'mirror'>;

const emptyDraft = ({ account }: Stores, more: Partial<CustomerDraft>): CustomerDraft => {
  const now = instantOf(new Date());
  return { kind: 'customer', id: newDraftId(), accountId: account.id, state: 'open', createdAt: now, updatedAt: now, fields: {}, ...more };
};

async function newDraft(stores: Stores, resellerId: string | null): Promise<CustomerDraft> {
  const [resellers, organization] = await Promise.all([stores.mirror.resellers(), stores.mirror.organization()]);
  const reseller = resellers.find((candidate) => candidate.id === resellerId);
  const chosen = reseller && customerResellerOf(reseller, organization?.partnerId);
  const country = reseller?.location || organization?.country || 'IT';
  const rules = fallbackRules(country);
  const text = textOfDraft({ 'address.country': country, language: rules.languages[0] ?? '', culture: rules.defaultCulture });
  return emptyDraft(stores, { fields: draftFields(text), ...(chosen?.ok === true ? { reseller: chosen.value } : {}) });
}

/** What a refused or waiting operation would send, to be changed; an edit begun earlier goes on where it was. */
async function draftOfOperation(stores: Stores, operationId: string): Promise<CustomerDraft | undefined> {
  const id = OperationId.safeParse(operationId);
  const operation = id.success ? await stores.work.operation(id.data) : undefined;
  if (operation?.kind !== 'create-customer' || !['refused', 'needs-decision', 'ready', 'waiting'].includes(operation.state.name)) return undefined;
  const drafts = await stores.work.drafts();
  const begun = drafts.find((draft) => draft.kind === 'customer' && draft.state === 'open' && draft.edits === operation.id);
  if (begun?.kind === 'customer') return begun;
  const { form, reseller } = operation.payload;
  return emptyDraft(stores, { fields: draftFields(customerTextOf(form)), reseller, edits: operation.id });
}

async function keptDraft({ work }: Stores, draftId: string): Promise<CustomerDraft | undefined> {
  const id = DraftId.safeParse(draftId);
  const draft = id.success ? await work.draft(id.data) : undefined;
  return draft?.kind === 'customer' && draft.state === 'open' ? draft : undefined;
}

/** The draft the address asks for: a kept one, one that edits an operation, or a new one. Undefined when it is gone. */
export async function openCustomerDraft(stores: Stores, asked: AskedDraft): Promise<CustomerDraft | undefined> {
  if (asked.draftId !== null) return keptDraft(stores, asked.draftId);
  if (asked.operationId !== null) return draftOfOperation(stores, asked.operationId);
  return newDraft(stores, asked.resellerId);
}
