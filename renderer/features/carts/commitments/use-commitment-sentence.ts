import { useTranslation } from 'react-i18next';
import { commitmentAdvice } from '../../../../shared/domain/cart/commitment-advice.ts';
import type { Commitment } from '../../../../shared/domain/cart/commitments.ts';
import { useFormat } from '../../../text/use-format.ts';
import { termText } from '../term-words.ts';

/** What the comparison comes to, in a plain sentence; undefined when there is nothing to compare. */
export function useCommitmentSentence(commitments: readonly Commitment[]): string | undefined {
  const { t } = useTranslation();
  const format = useFormat();
  const advice = commitmentAdvice(commitments);
  if (advice === undefined) return undefined;
  const { year, cheapest } = advice;
  const last = t('carts.compare.cheapest36', { term: termText(t, cheapest), amount: format.money(cheapest.over36) });
  if (year === undefined) return last;
  const { commitment, saved } = year;
  const values = { term: termText(t, commitment), amount: format.money(saved), month: format.number(commitment.breakEven?.month ?? 12) };
  return `${t(year.isCheaper ? 'carts.compare.yearSaves' : 'carts.compare.yearNot', values)} ${last}`;
}
