import { newLine } from '../../../shared/domain/cart/line-rules.ts';
import { currencyOf } from '../../../shared/domain/customer/country-fallback.ts';
import { agreementChoiceOf, agreementSetting, waysOf } from '../../../shared/domain/customer/agreement-ways.ts';
import type { AgreementChoice } from '../../../shared/domain/customer/agreement-ways.ts';
import type { CartAgreement, CartDraft } from '../../../shared/domain/draft.ts';
import type { CustomerReseller } from '../../../shared/domain/reseller/customer-reseller.ts';
import { customerResellerOf } from '../../../shared/domain/reseller/reseller-rules.ts';
import { CustomerTenantId, DraftId, OperationId, newDraftId } from '../../../shared/ids.ts';
import { instantOf } from '../../../shared/instant.ts';
import type { CustomerRecord } from '../../../shared/ports/mirror.ts';
import type { Services } from '../../platform/services.tsx';

type Stores = Pick<Services, 'account' | 'work' | 'mirror'>;
export const pendingPrefix = 'pending-';

/** A cart and whether we are sure of the country that decides its market. */
export interface OpenedCart {
  readonly draft: CartDraft;
  readonly isMarketKnown: boolean;
}

/** Whom a new cart is for, gathered from what this computer knows. */
interface Buyer extends Pick<CartDraft, 'customer' | 'customerName' | 'domain' | 'market'> {
  readonly isMarketKnown: boolean;
  readonly reseller?: CustomerReseller;
  readonly agreement?: CartAgreement;
  readonly agreementText?: Record<string, string>;
}

async function resellerOf(
  { mirror }: Stores, record: CustomerRecord, askedId: string | undefined,
): Promise<{ chosen?: CustomerReseller; location?: string }> {
  const [resellers, organization] = await Promise.all([mirror.resellers(), mirror.organization()]);
  const [only, ...others] = record.row.resellerIds;
  const id = askedId ?? record.detail?.associatedPartnerId ?? (others.length === 0 ? only : undefined);
  const row = resellers.find((candidate) => candidate.id === id);
  const chosen = row && customerResellerOf(row, organization?.partnerId);
  const location = row?.location || organization?.country;
  return { ...(chosen?.ok === true ? { chosen: chosen.value } : {}), ...(location === undefined ? {} : { location }) };
}

function agreementOf({ agreement, detail }: CustomerRecord): Pick<Buyer, 'agreement' | 'agreementText'> {
  if (agreement?.isAccepted === true) {
    return { agreement: { kind: 'on-file', ...(agreement.acceptedAt === undefined ? {} : { acceptedAt: agreement.acceptedAt }) } };
  }
  const { firstName = '', lastName = '', email = '', phoneNumber = '' } = detail?.contact ?? {};
  return { agreementText: { firstName, lastName, email, phoneNumber } };
}

async function knownBuyer(stores: Stores, customerId: CustomerTenantId, resellerId?: string): Promise<Buyer | undefined> {
  const record = await stores.mirror.customer(customerId);
  if (record === undefined) return undefined;
  const { chosen, location } = await resellerOf(stores, record, resellerId);
  const country = record.detail?.country ?? record.detail?.address?.country;
  return {
    customer: { kind: 'tenant', customerId },
    customerName: record.row.name,
    domain: record.row.domain,
    market: country ?? location ?? 'IT',
    isMarketKnown: country !== undefined,
    ...(chosen === undefined ? {} : { reseller: chosen }),
    ...agreementOf(record),
  };
}

async function waitingBuyer(stores: Stores, operationId: OperationId): Promise<Buyer | undefined> {
  const operation = await stores.work.operation(operationId);
  if (operation?.kind !== 'create-customer' || operation.state.name === 'cancelled') return undefined;
  const { result } = operation.state.name === 'done' ? operation.state : { result: undefined };
  if (result?.kind === 'create-customer') {
    const known = await knownBuyer(stores, result.customerId);
    if (known !== undefined) return known;
  }
  const { form, reseller } = operation.payload;
  return {
    customer: result?.kind === 'create-customer' ? { kind: 'tenant', customerId: result.customerId } : { kind: 'pending', operationId },
    customerName: form.companyName,
    domain: form.domain,
    market: form.address.country,
    isMarketKnown: true,
    reseller,
    agreementText: { firstName: form.firstName, lastName: form.lastName, email: form.email, phoneNumber: form.phoneNumber },
  };
}

function buyerNamed(stores: Stores, customer: string, resellerId: string | undefined): Promise<Buyer | undefined> {
  if (customer.startsWith(pendingPrefix)) {
    const operationId = OperationId.safeParse(customer.slice(pendingPrefix.length));
    return operationId.success ? waitingBuyer(stores, operationId.data) : Promise.resolve(undefined);
  }
  const customerId = CustomerTenantId.safeParse(customer);
  return customerId.success ? knownBuyer(stores, customerId.data, resellerId) : Promise.resolve(undefined);
}

/** The first line of a cart that begins with an offer; none when the customer's country does not sell it, or for an add-on. */
async function firstLine({ mirror }: Stores, { market, reseller }: Buyer, sku: string | undefined): Promise<CartDraft['lines']> {
  const offer = sku === undefined ? undefined : await mirror.offer(`${market}:${sku}`);
  const line = offer && newLine(offer, [], reseller);
  return line?.ok === true ? [line.value] : [];
}

/** What the address of a new cart may name besides its customer. */
export interface CartBeginning {
  /** Credited when it is one of the list. */
  readonly resellerId?: string;
  /** `productId:skuId` */
  readonly sku?: string;
}

/** A new cart for the customer the address names: a tenant id, or `pending-` and the operation that creates it. */
export async function newCart(stores: Stores, customer: string, { resellerId, sku }: CartBeginning = {}): Promise<OpenedCart | undefined> {
  const buyer = await buyerNamed(stores, customer, resellerId);
  if (buyer === undefined) return undefined;
  const { isMarketKnown, ...about } = buyer;
  const lines = await firstLine(stores, buyer, sku);
  const now = instantOf(new Date());
  return {
    isMarketKnown,
    draft: {
      kind: 'cart', id: newDraftId(), accountId: stores.account.id, state: 'open', createdAt: now, updatedAt: now,
      currency: currencyOf(about.market), lines, attestationAccepted: false, ...about,
    },
  };
}

/** What was said about the agreement stands only while the account's setting allows that way: else it is asked again. */
function withAllowedAgreement(draft: CartDraft, choice: AgreementChoice): CartDraft {
  const wayOf = { 'on-file': undefined, 'to-confirm': 'attest', invited: 'invite' } as const;
  const way = draft.agreement && wayOf[draft.agreement.kind];
  if (way === undefined || waysOf(choice).includes(way)) return draft;
  const { agreement: _, ...rest } = draft;
  return rest;
}

/** A cart kept earlier; undefined when it was bought or dropped. */
export async function keptCart({ work, account }: Stores, draftId: string): Promise<OpenedCart | undefined> {
  const id = DraftId.safeParse(draftId);
  const draft = id.success ? await work.draft(id.data) : undefined;
  if (draft?.kind !== 'cart' || draft.state !== 'open') return undefined;
  return { draft: withAllowedAgreement(draft, agreementChoiceOf(await work.setting(agreementSetting), account.kind)), isMarketKnown: true };
}
