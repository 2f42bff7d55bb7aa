import type { Failure } from '../contract/failure.ts';
import { isHeld } from '../domain/customer/qualification.ts';
import type { Qualification } from '../domain/customer/qualification.ts';
import { plusSeconds } from '../instant.ts';
import { goneCodes, hasWritten, lookAgain, lookAt, lookEverySeconds, mostWrites, oddlyDone, settled, writesOf } from './looks.ts';
import type { OperationOf, Step } from './operation.ts';
import { toDone, toRefused } from './settle.ts';
import { answerOf, isOutcomeOpen } from './steps.ts';
import { moved } from './transition.ts';
import type { Context, Transition } from './transition.ts';

type Request = OperationOf<'request-qualification'>;

const isAsked = ({ payload }: Request, { name }: Qualification): boolean => name.toLowerCase() === payload.qualification.toLowerCase();
const goOn = (operation: Request): Transition => moved({ ...operation, state: { name: 'ready' } });

/** Tells one denial from another: one that was there before we asked is no answer to us. */
const denialOf = (found: Qualification | undefined): string | undefined =>
  found?.vetting === 'denied' ? (found.requestedAt ?? 'undated') : undefined;

/** What is there now: held already, or answered to a request of ours whose answer was lost; else it is asked for. */
function qualificationsRead(before: Request, context: Context): Transition {
  const operation = settled(before);
  const read = answerOf(operation, 'read-qualifications');
  if (!read) return goOn(operation);
  const { payload } = operation;
  const found = read.qualifications.find((one) => isAsked(operation, one));
  const isOurs = hasWritten(operation);
  const denial = denialOf(found);
  const isAnswered = found !== undefined && (isHeld(found) || (isOurs && denial !== undefined && denial !== payload.deniedBefore));
  if (isAnswered) return toDone(operation, { kind: 'request-qualification', qualification: found, wasThere: !isOurs }, context);
  return goOn(isOurs || denial === undefined ? operation : { ...operation, payload: { ...payload, deniedBefore: denial } });
}

/** Where a request stands after a step was answered; the answer is already stored with its step. */
export function qualificationAnswered(operation: Request, step: Step, context: Context): Transition {
  if (step.name !== 'request-qualification') return qualificationsRead(operation, context);
  const made = answerOf(operation, 'request-qualification')?.qualification;
  if (made === undefined || !isAsked(operation, made)) return oddlyDone(operation, step, context);
  return toDone(operation, { kind: 'request-qualification', qualification: made, wasThere: false }, context);
}

/** The server said no to a step of a request; nothing was done by this try. */
export function qualificationRefused(operation: Request, step: Step, reason: Failure, context: Context): Transition {
  if (step.name !== 'request-qualification') {
    if (isOutcomeOpen(operation) && !goneCodes.has(reason.code)) return lookAgain(operation, step, reason, context);
    return toRefused(settled(operation), step, reason);
  }
  const writes = writesOf(operation).length;
  // Refused because it was asked for before: most likely by the try whose answer was lost, and that a look did not see yet.
  const mayBeOurs = step.attempts > 1 || (writes > 1 && writes < mostWrites);
  if (!mayBeOurs) return toRefused(operation, step, reason);
  return lookAt(operation, step, plusSeconds(context.now, lookEverySeconds), context, reason);
}
