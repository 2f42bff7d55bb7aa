import type { TFunction } from 'i18next';
import type { QuoteChange } from '../../../shared/domain/quote/quote-changes.ts';
import type { Format } from '../../text/format.ts';

/** One difference between two versions, in words. */
export function changeWords(t: TFunction, format: Format, change: QuoteChange): string {
  const shown = (price: Parameters<Format['money']>[0] | undefined): string =>
    price === undefined ? t('quote.noPrice') : format.money(price);
  if (change.kind === 'seats')
    return t('quote.change.seats', { title: change.title, from: format.number(change.from), to: format.number(change.to) });
  if (change.kind === 'price') return t('quote.change.price', { title: change.title, from: shown(change.from), to: shown(change.to) });
  return t(`quote.change.${change.kind}`, 'title' in change ? { title: change.title } : {});
}
