import type { TFunction } from 'i18next';
import type { CartLine } from '../../../shared/domain/cart/cart-line.ts';
import type { CartProblem } from '../../../shared/domain/cart/cart-rules.ts';

type Term = Pick<CartLine, 'termDuration' | 'billingCycle'>;

/** "1 year, billed monthly". */
export const termText = (t: TFunction, term: Term): string =>
  t('carts.termAndCycle', { term: t(`carts.term.${term.termDuration}`), cycle: t(`carts.cycle.${term.billingCycle}`) });

export const problemText = (t: TFunction, problem: CartProblem): string => t(`cartProblem.${problem.code}`, { ...problem.values });
