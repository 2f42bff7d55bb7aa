import { z } from 'zod';
import { Instant, isBefore } from '../../instant.ts';
import { readKept } from '../../kept-json.ts';
import type { EndingSubscription, Fate } from './end-of-term.ts';
import { isRunning } from './end-of-term.ts';
import { endOf } from '../subscription/edited-fields.ts';
import type { SubscriptionEdits, SubscriptionFields } from '../subscription/subscription-edits.ts';

/** What can be chosen for an end on the board; what changes more than the renewal has its place on the subscription's page. */
export const EndChoice = z.enum(['renew', 'extend', 'end']);
export type EndChoice = z.infer<typeof EndChoice>;

/** The choices that were made here, by subscription and end: what was chosen for one term says nothing of the next. */
export const EndChoices = z.record(z.string(), z.object({ choice: EndChoice, at: Instant, endsAt: Instant }));
export type EndChoices = z.infer<typeof EndChoices>;

/** An end, as choices and notices name it. */
export const endKey = (subscriptionId: string, endsAt: Instant): string => `${subscriptionId.toLowerCase()} ${endsAt}`;

/** Reads what was kept; what cannot be read is as if nothing had been chosen. */
export const readChoices = (stored: string | undefined): EndChoices => readKept(EndChoices, stored) ?? {};

const keptDays = 30;
/** The choices with further ones; those of ends long past go. */
export function withChoices(kept: EndChoices, chosen: EndChoices, now: Instant): EndChoices {
  const limit = Date.parse(now) - keptDays * 86_400_000;
  const fresh = Object.entries(kept).filter(([, { endsAt }]) => Date.parse(endsAt) > limit);
  return { ...Object.fromEntries(fresh), ...chosen };
}

/**
 * Whether somebody said what is to become of an end: here, by what is scheduled for the next term, or by an end the server shows. A
 * term of one month that renews by itself commits to no more than the next month, and a trial that just ends costs nothing: nobody is
 * asked about those.
 */
export function isDecided(subscription: EndingSubscription, fate: Fate, choice: EndChoice | undefined): boolean {
  if (choice !== undefined || subscription.atTermEnd === 'cancel') return true;
  if (fate === 'renews-changed' || fate === 'trial-ends' || fate === 'passed') return true;
  return fate === 'renews' && subscription.termDuration?.toUpperCase() === 'P1M';
}

/**
 * What has to be sent so that a choice stands; nothing where it does. Where no Extended Service Term follows, a term without renewal
 * ends by itself.
 */
export function endEdits(
  standing: Pick<SubscriptionFields, 'autoRenewEnabled' | 'atTermEnd'>, choice: EndChoice, isExtendable: boolean,
): Pick<SubscriptionEdits, 'autoRenewEnabled' | 'atTermEnd'> {
  if (choice === 'renew') return standing.autoRenewEnabled ? {} : { autoRenewEnabled: true };
  const off = standing.autoRenewEnabled ? { autoRenewEnabled: false } : {};
  const atTermEnd = choice === 'end' ? 'cancel' : 'extend';
  return !isExtendable || endOf(standing) === atTermEnd ? off : { ...off, atTermEnd };
}

export const choiceProblems = ['over', 'suspended', 'trial', 'not-extended'] as const;
export type ChoiceProblem = (typeof choiceProblems)[number];

/** Why a choice cannot be made for an end. */
export function choiceProblem(
  subscription: EndingSubscription, { decideBy, withoutRenewal }: { readonly decideBy: Instant; readonly withoutRenewal: { readonly fate: Fate } },
  choice: EndChoice, now: Instant,
): ChoiceProblem | undefined {
  if (!isRunning(subscription) || !isBefore(now, decideBy)) return 'over';
  if (subscription.status.toLowerCase() === 'suspended') return 'suspended'; // 800091: no change of a suspended one
  if (choice !== 'extend') return undefined;
  if (subscription.isTrial === true) return 'trial';
  return withoutRenewal.fate === 'extends' ? undefined : 'not-extended';
}
