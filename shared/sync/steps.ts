import { isWrite, serverCalls } from '../partner-center/server-call.ts';
import type { ServerCallOutput } from '../partner-center/server-call.ts';
import type { Operation, OperationOf, Step, StepName } from './operation.ts';
import type { StepId } from '../ids.ts';
import type { Context } from './transition.ts';

/**
 * Writes that cannot be taken back by forgetting them. A server's cart is none: it is nothing until it is checked out,
 * and it goes away by itself (create-cart: seven days).
 */
const bindingSteps: ReadonlySet<StepName> = new Set<StepName>([
  'create-customer', 'confirm-agreement', 'checkout', 'change-subscription', 'set-support-contact', 'cancel-subscription',
  'transition-subscription',
  'reset-password', 'request-qualification',
]);

export const stepOf = (operation: Operation, id: StepId): Step | undefined => operation.steps.find((step) => step.id === id);

/** What the server answered to the latest step of that name in the current run, or undefined. */
export function answerOf<Name extends StepName>(operation: Operation, name: Name): ServerCallOutput<Name> | undefined {
  const step = operation.steps.findLast((one) => one.name === name && one.answer !== undefined);
  const answer = serverCalls[name].out.safeParse(step?.answer);
  // The schema of `name` itself has just accepted the value.
  return answer.success ? (answer.data as ServerCallOutput<Name>) : undefined;
}

/** The operation with one step put in place of the one with the same id, or added at the end. */
export function withStep<Some extends Operation>(operation: Some, step: Step): Some {
  const isKnown = operation.steps.some(({ id }) => id === step.id);
  const steps = isKnown ? operation.steps.map((one) => (one.id === step.id ? step : one)) : [...operation.steps, step];
  return { ...operation, steps };
}

export const newStep = (name: StepName, { newStepId, newRequestId }: Context): Step => ({
  id: newStepId(),
  name,
  requestId: newRequestId(),
  state: 'pending',
  attempts: 0,
});

/**
 * Begins a new run: earlier answers count no more and every call gets a new step with a new request id. What was sent
 * stays in the list as a record; what was never sent, and the search for a lost order, go.
 */
export function newRun<Some extends Operation>(operation: Some): Some {
  const steps = operation.steps
    .filter(({ name, state }) => state !== 'pending' && name !== 'list-orders')
    .map(({ answer: _, ...step }): Step => ({ ...step, state: 'answered' }));
  return { ...operation, steps, state: { name: 'ready' } };
}

/**
 * Whether an earlier try may have made the customer under the domain that is asked for now: one without an answer, or one
 * that was refused after the tenant was made. The same details under another domain would then make a second one (failure
 * story F16). `current` is the try that has just been answered: being the first, it says nothing about one before it.
 */
export const mayExist = ({ steps, payload }: OperationOf<'create-customer'>, current?: Step): boolean =>
  steps.some(({ id, name, attempts, domain }) => {
    if (name !== 'create-customer' || (domain !== undefined && domain !== payload.form.domain)) return false;
    return attempts > 1 || (attempts === 1 && domain !== undefined && id !== current?.id);
  });

/** A new password may be in use: a try of its reset had no answer, whatever became of those after it. */
export const mayBeSet = ({ kind, steps }: Operation): boolean =>
  kind === 'reset-password' && steps.some(({ state, attempts }) => attempts > 1 || (attempts > 0 && state === 'sent'));

/** Looking for an order whose checkout may have been performed. */
export const isSearching = (operation: Operation): boolean => operation.steps.some(({ name }) => name === 'list-orders');

/** The call of this step only asks what became of a write without an answer. */
export const isLook = (operation: Operation, { name }: Pick<Step, 'name'>): boolean => !isWrite(name) && isOutcomeOpen(operation);

/** A write that cannot be taken back may have reached the server, and nobody knows what became of it. */
export const isOutcomeOpen = (operation: Operation): boolean =>
  isSearching(operation) || operation.steps.some(({ name, state }) => bindingSteps.has(name) && state === 'sent');

/** Whether it is out, or may have been done without our knowing: nobody may change or repeat it then. */
export const isUnderWay = (operation: Operation): boolean =>
  operation.state.name === 'sending' || operation.state.name === 'unknown' || isOutcomeOpen(operation);

/** The whole resource was only for the change: it is not kept for ever with what is done. */
export const withoutResource = <Some extends Operation>(operation: Some): Some => ({
  ...operation,
  steps: operation.steps.map(({ answer, ...step }) => (answer === undefined || step.name === 'read-subscription' ? step : { ...step, answer })),
});
