import type { AgreementContact, CustomerForm } from '../../../../shared/domain/customer/customer-form.ts';
import type { CartDraft } from '../../../../shared/domain/draft.ts';
import { OperationId } from '../../../../shared/ids.ts';
import type { WorkStore } from '../../../../shared/ports/work-store.ts';

const pendingPrefix = 'pending-';

/** What the unsent work tells of a customer that is to accept the agreement. */
export interface InvitedSigner {
  /** Who was named to accept, in the newest cart of the customer. */
  readonly contact: AgreementContact | undefined;
  /** The customer itself while it is not on the server yet: `pending-` and the operation that creates it. */
  readonly form: CustomerForm | undefined;
}

const isFor = ({ customer }: CartDraft, asked: string): boolean =>
  asked === (customer.kind === 'tenant' ? customer.customerId : `${pendingPrefix}${customer.operationId}`);

const contactOf = ({ agreement }: CartDraft): AgreementContact | undefined =>
  agreement?.kind === 'invited' || agreement?.kind === 'to-confirm' ? agreement.contact : undefined;

/** Reads it for the customer that the address of a letter names. */
export async function readSigner(work: WorkStore, asked: string): Promise<InvitedSigner> {
  const drafts = await work.drafts();
  const carts = drafts.filter((draft) => draft.kind === 'cart').filter((draft) => isFor(draft, asked) && contactOf(draft) !== undefined);
  const newest = carts.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))[0];
  const operationId = OperationId.safeParse(asked.startsWith(pendingPrefix) ? asked.slice(pendingPrefix.length) : undefined);
  const operation = operationId.success ? await work.operation(operationId.data) : undefined;
  return {
    contact: newest && contactOf(newest),
    form: operation?.kind === 'create-customer' ? operation.payload.form : undefined,
  };
}
