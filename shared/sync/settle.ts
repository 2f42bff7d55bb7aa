import type { Failure } from '../contract/failure.ts';
import type { Operation, OperationOf, OperationResult, Step } from './operation.ts';
import type { Difference, LineOutcome } from './difference.ts';
import { mayExist } from './steps.ts';
import { byApp, moved } from './transition.ts';
import type { Context, Transition } from './transition.ts';

/**
 * The domain of a new customer is taken: perhaps by the customer that an earlier try, without an answer or refused, made. That is
 * said to the person (`mayBeOurs`), never tried around (failure story F16).
 */
export function domainTaken(operation: OperationOf<'create-customer'>, step: Step, failure: Failure): Failure {
  const { domain } = operation.payload.form;
  const values = { domain, ...failure.values, ...(mayExist(operation, step) && { mayBeOurs: 'true' }) };
  return { ...failure, field: 'domain', values };
}

/** The server said no: the code and the step stay with the operation until a person acts. */
export function toRefused(operation: Operation, step: Step, failure: Failure): Transition {
  const details = {
    step: step.name,
    code: failure.code,
    ...(failure.serverCode && { serverCode: failure.serverCode }),
    ...(failure.correlationId && { correlationId: failure.correlationId }),
  };
  return moved({ ...operation, state: { name: 'refused', stepId: step.id, failure } }, byApp('refused', details));
}

export function toDecision(operation: Operation, step: Step, differences: Difference[]): Transition {
  const kinds = [...new Set(differences.map(({ kind }) => kind))].join(', ');
  const state = { name: 'needs-decision', stepId: step.id, differences } as const;
  return moved({ ...operation, state }, byApp('needs-decision', { step: step.name, differences: kinds }));
}

function resultDetails(result: OperationResult): Record<string, string> {
  switch (result.kind) {
    case 'create-customer':
      return { customerId: result.customerId, domain: result.domain };
    case 'confirm-agreement':
      return { dateAgreed: result.dateAgreed };
    case 'place-order':
      return { orderIds: result.orderIds.join(', ') };
    case 'change-subscription':
      return { subscriptionId: result.subscription.id };
    case 'set-support-contact':
      return { contact: result.contact.name, partnerId: result.contact.partnerId };
    case 'cancel-subscription':
      return { subscriptionId: result.subscription.id, status: result.subscription.status };
    case 'transition-subscription':
      return { ...(result.upgrade?.toSubscriptionId !== undefined && { subscriptionId: result.upgrade.toSubscriptionId }) };
    case 'reset-password':
      return { userName: result.userName };
    case 'request-qualification':
      return { qualification: result.qualification.name, vetting: result.qualification.vetting };
  }
}

export const toDone = (operation: Operation, result: OperationResult, { now }: Context): Transition =>
  moved({ ...operation, state: { name: 'done', at: now, result } }, byApp('done', resultDetails(result)));

/** An order is done when at least one line was ordered; the refused ones are named in its result. */
export const toOrdered = (operation: Operation, lines: LineOutcome[], context: Context): Transition => {
  const orderIds = [...new Set(lines.flatMap((line) => (line.state === 'ordered' ? [line.orderId] : [])))];
  return toDone(operation, { kind: 'place-order', orderIds, lines }, context);
};
