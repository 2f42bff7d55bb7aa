import { agreementRead } from '../domain/customer/agreement-state.ts';
import type { CustomerTenantId } from '../ids.ts';
import type { MirrorUpdate } from '../ports/mirror.ts';
import { assertNever } from '../result.ts';
import { customerIdOf } from './calls.ts';
import type { ChangeKind, Operation, OperationOf } from './operation.ts';
import { answerOf } from './steps.ts';

function customerUpdate({ payload, state }: OperationOf<'create-customer'>): MirrorUpdate[] {
  if (state.name !== 'done' || state.result.kind !== 'create-customer') return [];
  const { form, reseller } = payload;
  const { firstName, lastName, email, phoneNumber, language, culture, companyName, registrationNumber } = form;
  const { customerId: id, domain } = state.result;
  const relationship = reseller.kind === 'reseller' ? 'reseller' : 'none';
  const row = { id, name: companyName, domain, relationship, resellerIds: reseller.kind === 'reseller' ? [reseller.id] : [] };
  const detail = {
    id, companyName, domain, relationship, language, culture,
    country: form.address.country,
    address: form.address,
    contact: { firstName, lastName, email, phoneNumber },
    ...(registrationNumber !== '' && { registrationNumber }),
    ...(reseller.kind === 'reseller' && { associatedPartnerId: reseller.id }),
  };
  return [{ kind: 'customer-created', row, detail }];
}

function agreementUpdate({ payload, state }: OperationOf<'confirm-agreement'>, customerId: CustomerTenantId): MirrorUpdate[] {
  if (state.name !== 'done' || state.result.kind !== 'confirm-agreement') return [];
  const { firstName, lastName, email } = payload.contact;
  const contact = { name: `${firstName} ${lastName}`.trim(), email };
  const { at: readAt, result: { dateAgreed: acceptedAt } } = state;
  return [{ kind: 'agreement-read', customerId, agreement: { isAccepted: true, how: 'attested', acceptedAt, contact, readAt } }];
}

function changeUpdate({ payload, state }: OperationOf<ChangeKind>, customerId: CustomerTenantId): MirrorUpdate[] {
  if (state.name !== 'done') return [];
  const { result } = state;
  if (result.kind === 'change-subscription' || result.kind === 'cancel-subscription') {
    return [{ kind: 'subscription-changed', customerId, subscription: result.subscription }];
  }
  if (result.kind === 'transition-subscription') return [{ kind: 'upgrades-known', customerId, subscriptionId: payload.subscriptionId }];
  if (result.kind !== 'set-support-contact') return [];
  return [{ kind: 'support-contacts-read', customerId, contacts: { [payload.subscriptionId]: result.contact }, at: state.at }];
}

function orderUpdate(operation: OperationOf<'place-order'>, customerId: CustomerTenantId): MirrorUpdate[] {
  if (operation.steps.at(-1)?.name === 'read-agreement-state') return agreementSeen(operation, customerId);
  if (operation.state.name !== 'done') return [];
  const bought = answerOf(operation, 'checkout')?.orders ?? [];
  // A checkout whose answer named no orders was looked for in the list.
  const orders = bought.length > 0 ? bought : (answerOf(operation, 'list-orders')?.orders ?? []);
  return orders.length > 0 ? [{ kind: 'orders-placed', customerId, orders }] : [];
}

/** What an order saw of the agreement on its way. "Not accepted" is no news: the copy may know of one attested since. */
function agreementSeen(operation: OperationOf<'place-order'>, customerId: CustomerTenantId): MirrorUpdate[] {
  const seen = answerOf(operation, 'read-agreement-state');
  if (!seen?.isAccepted) return [];
  const readAt = operation.steps.at(-1)?.firstSentAt ?? operation.createdAt;
  return [{ kind: 'agreement-read', customerId, agreement: agreementRead(seen, readAt) }];
}

/** The list as it was read before, with what the server said of this one. */
function qualificationUpdate(operation: OperationOf<'request-qualification'>, customerId: CustomerTenantId): MirrorUpdate[] {
  const { state } = operation;
  if (state.name !== 'done' || state.result.kind !== 'request-qualification') return [];
  const { qualification } = state.result;
  const others = answerOf(operation, 'read-qualifications')?.qualifications.filter(({ name }) => name !== qualification.name) ?? [];
  return [{ kind: 'qualifications-read', customerId, qualifications: [...others, qualification], at: state.at }];
}

/**
 * What a done operation means for the offline copy, so that lists are right before the next pull. Worked out from the
 * operation alone: after a crash between "done" and the copy it can be told again.
 */
export function mirrorUpdatesOf(operation: Operation): readonly MirrorUpdate[] {
  const customerId = customerIdOf(operation);
  switch (operation.kind) {
    case 'create-customer':
      return customerUpdate(operation);
    case 'confirm-agreement':
      return customerId ? agreementUpdate(operation, customerId) : [];
    case 'place-order':
      return customerId ? orderUpdate(operation, customerId) : [];
    case 'change-subscription':
    case 'set-support-contact':
    case 'cancel-subscription':
    case 'transition-subscription':
      return customerId ? changeUpdate(operation, customerId) : [];
    case 'reset-password':
      return [];
    case 'request-qualification':
      return customerId ? qualificationUpdate(operation, customerId) : [];
    default:
      return assertNever(operation);
  }
}
