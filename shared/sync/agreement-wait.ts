import type { Failure } from '../contract/failure.ts';
import { failure } from '../contract/failure.ts';
import { agreementLook } from './backoff.ts';
import type { Operation, OperationOf, Step } from './operation.ts';
import { toRefused } from './settle.ts';
import { answerOf, newRun, newStep } from './steps.ts';
import { byApp, goOn, moved } from './transition.ts';
import type { Context, Transition } from './transition.ts';

type PlaceOrder = OperationOf<'place-order'>;

/** A server that says "accepted" and refuses the order for want of it is not asked for ever. */
const mostCheckouts = 4;

export const isAwaitingAgreement = ({ state }: Operation): boolean => state.name === 'waiting' && state.reason === 'agreement';

/**
 * Nothing can be bought before the customer has accepted the Microsoft Customer Agreement, and only the customer, or who
 * attests for it, can change that: the order waits and looks again by itself, ever more patiently. Looks in vain leave but
 * their number, and only the first is told: a customer may take weeks (403/13605; failure story F31).
 */
function waitForAgreement(operation: PlaceOrder, context: Context, reason: Failure, isNews: boolean): Transition {
  const { steps, ...run } = newRun(operation);
  const attempts = steps.findLast(({ name }) => name === 'read-agreement-state')?.attempts ?? 0;
  const look: Step = { ...newStep('read-agreement-state', context), attempts };
  const state = { name: 'waiting', reason: 'agreement', until: agreementLook(attempts, context), failure: reason } as const;
  const next = { ...run, steps: [...steps.filter(({ name }) => name !== 'read-agreement-state'), look], state };
  return isNews ? moved(next, byApp('agreement-awaited')) : moved(next);
}

/** What the server says of the customer's agreement: the order goes on, or waits for it. */
export function agreementLooked(operation: PlaceOrder, step: Step, context: Context): Transition {
  const isAccepted = answerOf(operation, 'read-agreement-state')?.isAccepted ?? false;
  if (isAccepted) return goOn(operation);
  return waitForAgreement(operation, context, failure('agreement-missing'), step.attempts === 1);
}

/** The server refused a step of the order for want of the agreement; nothing was bought. */
export function agreementMissing(operation: PlaceOrder, step: Step, reason: Failure, context: Context): Transition {
  const checkouts = operation.steps.filter(({ name }) => name === 'checkout').length;
  return checkouts < mostCheckouts ? waitForAgreement(operation, context, reason, true) : toRefused(operation, step, reason);
}
