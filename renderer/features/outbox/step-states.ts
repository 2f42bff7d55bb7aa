import { stepsNeeded } from '../../../shared/sync/calls.ts';
import { stepsOf } from '../../../shared/sync/operation.ts';
import type { Operation, StepName } from '../../../shared/sync/operation.ts';

export type StepShown = 'done' | 'sending' | 'unknown' | 'waiting' | 'refused' | 'decision' | 'pending';
export interface StepState {
  readonly name: StepName;
  readonly shown: StepShown;
}

function troubled({ state }: Operation): StepShown | undefined {
  switch (state.name) {
    case 'refused': return 'refused';
    case 'needs-decision': return 'decision';
    case 'sending': return 'sending';
    case 'unknown': return 'unknown';
    case 'ready': case 'waiting': case 'done': case 'cancelled': return undefined;
  }
}

/** Whether anything of it was ever begun: before that its steps say nothing. */
export const isBegun = (operation: Operation): boolean => operation.steps.length > 0;

/**
 * How far an operation is: each of its steps with what became of it in the current run. Answers of earlier runs are
 * taken off their steps when a new run begins, so an answer means "done in this run".
 */
export function stepStates(operation: Operation): readonly StepState[] {
  const { state, steps } = operation;
  const current = 'stepId' in state ? steps.find((step) => step.id === state.stepId)?.name : undefined;
  const needed = stepsNeeded(operation);
  const names = stepsOf[operation.kind].filter((name) => needed.includes(name) || steps.some((step) => step.name === name));
  const shownNames = steps.some((step) => step.name === 'list-orders') ? [...names, 'list-orders' as const] : names;
  return shownNames.map((name) => {
    const isAnswered = state.name === 'done' || steps.some((step) => step.name === name && step.answer !== undefined);
    if (name === current) return { name, shown: troubled(operation) ?? 'pending' };
    if (isAnswered) return { name, shown: 'done' };
    const isGoingAgain = steps.some((step) => step.name === name && (step.state === 'sent' || (step.state === 'pending' && step.attempts > 0)));
    return { name, shown: isGoingAgain ? 'waiting' : 'pending' };
  });
}
