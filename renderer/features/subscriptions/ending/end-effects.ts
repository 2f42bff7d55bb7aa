import { fieldsEdited } from '../../../../shared/domain/subscription/edited-fields.ts';
import { fieldsOf } from '../../../../shared/domain/subscription/subscription-edits.ts';
import type { SubscriptionEdits } from '../../../../shared/domain/subscription/subscription-edits.ts';
import { choiceProblem, endEdits } from '../../../../shared/domain/renewal/choice.ts';
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
  /** What is to be sent; nothing where it stands so already. */
  readonly edits: SubscriptionEdits;
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
    const edits = endEdits(end.standing, choice, renewal.withoutRenewal.fate === 'extends');
    const then = choice === 'renew' ? renewed(end) : choice === 'end' ? renewal.ended : renewal.withoutRenewal;
    const isLost = edits.autoRenewEnabled === false && subscription.scheduled !== undefined;
    const isForPortal = edits.atTermEnd === 'cancel' || (edits.atTermEnd !== undefined && end.standing.atTermEnd === 'cancel');
    return { end, problem, edits, ...then, notes: [...(isLost ? ['scheduled-lost'] as const : []), ...(isForPortal ? ['portal'] as const : [])] };
  });

/** What goes into the outbox for it. */
export const changesOf = (effects: readonly EndEffect[]): readonly SubscriptionChange[] =>
  effects.flatMap(({ end, problem, edits }): SubscriptionChange[] => {
    if (problem !== undefined || fieldsEdited(edits).length === 0) return [];
    const { customerId, customerName, subscription } = end.row;
    const payload = {
      customer: { kind: 'tenant', customerId } as const, customerName, subscriptionId: subscription.id, subscriptionName: productOf(end),
      edits, base: fieldsOf(subscription),
    };
    return [{ kind: 'change-subscription', payload }];
  });
