import { failure } from '../contract/failure.ts';
import { isAsked, isSameSku, stageOf, upgradeErrors, upgradeObstacle } from '../domain/subscription/upgrade.ts';
import type { Upgrade, UpgradeObstacle } from '../domain/subscription/upgrade.ts';
import { isBefore, plusSeconds } from '../instant.ts';
import { changeTaken, hasWritten, lookAgain, lookLater, settled, writesOf } from './looks.ts';
import { listingDelaySeconds } from './search.ts';
import { toDecision, toDone, toRefused } from './settle.ts';
import { answerOf, isOutcomeOpen, newRun, withoutResource } from './steps.ts';
import { goOn, moved } from './transition.ts';
import type { Context, Transition } from './transition.ts';
import type { OperationOf, Step } from './operation.ts';
import type { Difference } from './difference.ts';

type Upgrading = OperationOf<'transition-subscription'>;

const stillWorking = failure('change-in-progress');

const notPossible = (error: UpgradeObstacle | undefined, values: Record<string, string>) =>
  failure('upgrade-not-possible', { values, ...(error && { serverCode: error.code, serverText: error.text.slice(0, 2000) }) });

/** Whether the server still offers the upgrade: what it says against it is told in its codes (get-transition-eligibilities, errors). */
function targetsRead(operation: Upgrading, step: Step): Transition {
  const targets = answerOf(operation, 'read-transitions');
  const obstacle = targets && upgradeObstacle(targets.immediate, operation.payload);
  // What is that product already is asked nothing: the subscription itself, read next, says so.
  if (!obstacle || obstacle.about === 'target') return goOn(operation);
  return toRefused(operation, step, notPossible(obstacle.error, { about: obstacle.about }));
}

/** The subscription as it is now: upgraded already by somebody else, as the user saw it, or otherwise. */
function sourceRead(operation: Upgrading, step: Step, context: Context): Transition {
  const subscription = answerOf(operation, 'read-subscription')?.subscription;
  const targets = answerOf(operation, 'read-transitions');
  if (!subscription || !targets) return goOn(operation);
  const { before: seen, target, quantity, toSubscription } = operation.payload;
  const { offerId } = subscription;
  const isTarget = offerId !== undefined && isSameSku(offerId, target.catalogItemId);
  if (isTarget && toSubscription === undefined && quantity === seen.quantity) {
    const result = { kind: 'transition-subscription', areLicencesLeft: false, wasThere: !hasWritten(operation) } as const;
    return toDone(withoutResource(operation), result, context);
  }
  const obstacle = upgradeObstacle(targets.immediate, operation.payload);
  if (obstacle) return toRefused(operation, step, notPossible(obstacle.error, { about: obstacle.about }));
  // It became something else meanwhile: nobody confirmed an upgrade of that.
  const isOther = offerId !== undefined && seen.offerId !== undefined && !isSameSku(offerId, seen.offerId);
  if (isOther) return toRefused(operation, step, notPossible(undefined, { about: 'target' }));
  const before = { status: seen.status, quantity: seen.quantity };
  const after = { status: subscription.status, quantity: subscription.quantity };
  const isAsSeen = before.status === after.status && before.quantity === after.quantity;
  return isAsSeen ? goOn(operation) : toDecision(operation, step, [{ kind: 'subscription-changed', before, after }]);
}

function ended(operation: Upgrading, step: Step, upgrade: Upgrade, context: Context): Transition {
  const stage = stageOf(upgrade);
  if (stage === 'failed') return toRefused(settled(operation), step, notPossible(upgradeErrors(upgrade)[0], { about: 'conversion' }));
  const result = { kind: 'transition-subscription', upgrade, areLicencesLeft: stage === 'without-licences', wasThere: false } as const;
  return toDone(withoutResource(settled(operation)), result, context);
}

/** A look after an upgrade without an answer: what is there beyond what was known when it was sent is this one. */
function looked(operation: Upgrading, look: Step, upgrades: readonly Upgrade[], context: Context): Transition {
  const { payload } = operation;
  const write = writesOf(operation).findLast(({ state }) => state === 'sent');
  const ours = upgrades.findLast((one) => !(payload.known ?? []).includes(one.id) && isAsked(one, payload));
  if (ours && stageOf(ours) !== 'working') return ended(operation, look, ours, context);
  if (ours && write?.takenAt === undefined && write) {
    const rest = { ...operation, steps: operation.steps.filter(({ id }) => id !== look.id) };
    return changeTaken(rest, write, stillWorking, context);
  }
  if (ours) return lookLater(operation, look, context) ?? lookAgain(operation, look, stillWorking, context);
  const later = lookLater(operation, look, context);
  if (later) return later;
  // What begins is listed late, as orders are (list-orders, notes): nothing is sent anew, and nobody may give it up, before that.
  const listedAt = plusSeconds(write?.firstSentAt ?? context.now, listingDelaySeconds);
  if (isBefore(context.now, listedAt)) return lookAgain(operation, look, failure('no-answer'), context);
  // Everything is read and compared anew: seats that moved after all stop it.
  return moved(newRun(settled(operation)));
}

function listed(operation: Upgrading, step: Step, context: Context): Transition {
  const upgrades = answerOf(operation, 'list-transitions')?.upgrades ?? [];
  if (isOutcomeOpen(operation)) return looked(operation, step, upgrades, context);
  return goOn({ ...operation, payload: { ...operation.payload, known: upgrades.map(({ id }) => id) } });
}

/** Where an upgrade stands after a step was answered; the answer is already stored with its step. */
export function upgradeAnswered(operation: Upgrading, step: Step, context: Context): Transition {
  if (step.name === 'read-transitions') return targetsRead(operation, step);
  if (step.name === 'read-subscription') return sourceRead(operation, step, context);
  const made = step.name === 'transition-subscription' ? answerOf(operation, 'transition-subscription') : undefined;
  return made ? ended(operation, step, made.upgrade, context) : listed(operation, step, context);
}

/** A person goes on with what is there now; all seats stay all seats. A part that is not there any more is no upgrade. */
export function decideUpgrade(operation: Upgrading, differences: readonly Difference[]): Upgrading | undefined {
  const { payload } = operation;
  const changed = differences.find(({ kind }) => kind === 'subscription-changed');
  if (changed?.kind !== 'subscription-changed') return newRun(operation);
  const isWhole = payload.quantity === payload.before.quantity;
  const quantity = isWhole ? changed.after.quantity : payload.quantity;
  if (quantity > changed.after.quantity || quantity < 1) return undefined;
  return newRun({ ...operation, payload: { ...payload, quantity, before: { ...payload.before, ...changed.after } } });
}
