import type { Failure } from '../contract/failure.ts';
import { isHeld } from '../domain/customer/qualification.ts';
import type { Qualification } from '../domain/customer/qualification.ts';
import { plusSeconds } from '../instant.ts';
import { goneCodes, lookAgain, lookAt, lookEverySeconds, mostWrites, oddlyDone, settled, writesOf } from './looks.ts';
import type { OperationOf, Step } from './operation.ts';
import { toDone, toRefused } from './settle.ts';
import { answerOf, isOutcomeOpen } from './steps.ts';
import { goOn } from './transition.ts';
import type { Context, Transition } from './transition.ts';

type Request = OperationOf<'request-qualification'>;

const isAsked = ({ payload }: Request, { name }: Qualification): boolean => name.toLowerCase() === payload.qualification.toLowerCase();
/** Tells one denial from another: one that was there before we asked is no answer to us. */
const denialOf = (found: Qualification | undefined): string | undefined =>
  found?.vetting === 'denied' ? (found.requestedAt ?? 'undated') : undefined;

/** The denial that was there before this run asked, in place of what an earlier run saw. */
const withDenial = ({ payload: { deniedBefore: _, ...payload }, ...operation }: Request, denial: string | undefined): Request => ({
  ...operation, payload: { ...payload, ...(denial !== undefined && { deniedBefore: denial }) },
});

/** What is there now: held already, or answered to a request of ours whose answer was lost; else it is asked for. */
function qualificationsRead(before: Request, context: Context): Transition {
  // A request that was refused asked for nothing: only one without an answer can be what is there.
  const isOurs = isOutcomeOpen(before);
  const operation = settled(before);
  const read = answerOf(operation, 'read-qualifications');
  if (!read) return goOn(operation);
  const found = read.qualifications.find((one) => isAsked(operation, one));
  const denial = denialOf(found);
  const isAnswered = found !== undefined && (isHeld(found) || (isOurs && denial !== undefined && denial !== operation.payload.deniedBefore));
  if (isAnswered) return toDone(operation, { kind: 'request-qualification', qualification: found, wasThere: !isOurs }, context);
  return goOn(isOurs ? operation : withDenial(operation, denial));
}

/** Where a request stands after a step was answered; the answer is already stored with its step. */
export function qualificationAnswered(operation: Request, step: Step, context: Context): Transition {
  if (step.name !== 'request-qualification') return qualificationsRead(operation, context);
  const made = answerOf(operation, 'request-qualification')?.qualification;
  if (made === undefined || !isAsked(operation, made)) return oddlyDone(operation, step, context);
  return toDone(operation, { kind: 'request-qualification', qualification: made, wasThere: false }, context);
}

/**
 * How often this run asked before this step. One run asks anew only after a request without a clear answer; what runs before
 * it were told has no answer any more (newRun), so the run begins with the first step that has one.
 */
function writesBefore(operation: Request, step: Step): number {
  const run = operation.steps.slice(operation.steps.findIndex(({ answer }) => answer !== undefined));
  return writesOf({ ...operation, steps: run }).filter(({ id, attempts }) => id !== step.id && attempts > 0).length;
}

/** The server said no to a step of a request; nothing was done by this try. */
export function qualificationRefused(operation: Request, step: Step, reason: Failure, context: Context): Transition {
  if (step.name !== 'request-qualification') {
    if (isOutcomeOpen(operation) && !goneCodes.has(reason.code)) return lookAgain(operation, step, reason, context);
    return toRefused(settled(operation), step, reason);
  }
  const before = writesBefore(operation, step);
  // Refused because it was asked for before: most likely by the try whose answer was lost, and that a look did not see yet.
  const mayBeOurs = step.attempts > 1 || (before > 0 && before + 1 < mostWrites);
  if (!mayBeOurs) return toRefused(operation, step, reason);
  return lookAt(operation, step, plusSeconds(context.now, lookEverySeconds), context, reason);
}
