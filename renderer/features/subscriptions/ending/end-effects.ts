import { fieldsOf } from '../../../../shared/domain/subscription/subscription-edits.ts';
import { choiceProblem, renewalSwitch } from '../../../../shared/domain/renewal/choice.ts';
import type { ChoiceProblem, EndChoice } from '../../../../shared/domain/renewal/choice.ts';
import type { Fate } from '../../../../shared/domain/renewal/end-of-term.ts';
import type { EndCost } from '../../../../shared/domain/renewal/renewal-price.ts';
import type { Instant } from '../../../../shared/instant.ts';
import type { SubscriptionChange } from '../../../../shared/sync/operation.ts';
import type { End } from '../../../platform/read-ends.ts';
import { productOf } from './end-words.ts';

export const endNotes = ['scheduled-lost', 'portal'] as const;

/** What a choice comes to for one end. */
export interface EndEffect {
  readonly end: End;
  /** Why it is left out. */
  readonly problem: ChoiceProblem | 'cancelling' | 'upgrading' | undefined;
  /** Auto-renew as it is to be sent; undefined where it stands so already. */
  readonly switchTo: boolean | undefined;
  readonly fate: Fate;
  readonly cost: EndCost;
  readonly notes: readonly (typeof endNotes)[number][];
}

function renewed({ renewal, row: { subscription } }: End): Pick<EndEffect, 'fate' | 'cost'> {
  // what is scheduled is sure only while the renewal was never off
  if (renewal.fate === 'renews-changed') return { fate: renewal.fate, cost: renewal.cost };
  return { fate: subscription.isTrial === true ? 'trial-renews' : 'renews', cost: renewal.renewed };
}

/** What waits in the outbox and leaves nothing to be chosen. */
function blockedBy(change: End['change']): 'cancelling' | 'upgrading' | undefined {
  if (change?.kind === 'cancel-subscription') return 'cancelling';
  return change?.kind === 'transition-subscription' ? 'upgrading' : undefined;
}

/** The effect of a choice on each of the chosen ends. */
export const effectsOf = (ends: readonly End[], choice: EndChoice, now: Instant): readonly EndEffect[] =>
  ends.map((end) => {
    const { row: { subscription }, renewal, change } = end;
    const problem = blockedBy(change) ?? choiceProblem(subscription, renewal, choice, now);
    const switchTo = renewalSwitch(end.renews, choice);
    const then = choice === 'renew' ? renewed(end) : renewal.withoutRenewal;
    const isLost = switchTo === false && subscription.scheduled !== undefined;
    const isForPortal = choice === 'end' && renewal.withoutRenewal.fate === 'extends';
    return { end, problem, switchTo, ...then, notes: [...(isLost ? ['scheduled-lost'] as const : []), ...(isForPortal ? ['portal'] as const : [])] };
  });

/** What goes into the outbox for it. */
export const changesOf = (effects: readonly EndEffect[]): readonly SubscriptionChange[] =>
  effects.flatMap(({ end, problem, switchTo }): SubscriptionChange[] => {
    if (problem !== undefined || switchTo === undefined) return [];
    const { customerId, customerName, subscription } = end.row;
    const payload = {
      customer: { kind: 'tenant', customerId } as const, customerName, subscriptionId: subscription.id, subscriptionName: productOf(end),
      edits: { autoRenewEnabled: switchTo }, base: fieldsOf(subscription),
    };
    return [{ kind: 'change-subscription', payload }];
  });
