import type { Quote, QuoteLine } from '../../../../shared/domain/quote/quote.ts';
import type { TextOf } from '../../../text/use-text-of.ts';
import { middayOf } from '../quote-days.ts';

interface QuoteLinesProps {
  readonly quote: Quote;
  readonly text: TextOf;
}

/** The lines, each add-on under what it belongs to. The currency stands in the heads once. */
export function QuoteLines({ quote, text }: QuoteLinesProps) {
  const { t, format } = text;
  const { currency } = quote;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('carts.product')}</th>
          <th scope="col">{t('quote.paper.term')}</th>
          <th scope="col" className="end">{t('carts.seats')}</th>
          <th scope="col" className="end">{t('quote.paper.unit', { currency })}</th>
          <th scope="col" className="end">{t('quote.paper.amount', { currency })}</th>
        </tr>
      </thead>
      <tbody>
        {quote.lines.map((line) => (
          <tr key={line.id}>
            <th scope="row" className={line.addonOf === undefined ? 'product' : 'product addon'}>
              {line.title}
              {notesOf(line, quote, text).map((note) => <span key={note} className="note">{note}</span>)}
            </th>
            <td>{t('carts.termAndCycle', { term: t(`carts.term.${line.termDuration}`), cycle: t(`carts.cycle.${line.billingCycle}`) })}</td>
            <td className="end">{format.number(line.quantity)}</td>
            <td className="end">{line.unitPrice === undefined ? '–' : format.amount(line.unitPrice)}</td>
            <td className="end">
              {line.total === undefined
                ? t('quote.paper.onRequest')
                : <>{format.amount(line.total)}<span className="note">{t(`carts.per.${line.billingCycle}`)}</span></>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What explains a line: its base, where its price comes from, the promotion and its end, an end that was aligned. */
function notesOf(line: QuoteLine, quote: Quote, { t, format }: TextOf): readonly string[] {
  const { addonOf, promotion, listPrice, unitPrice, customTermEnd } = line;
  const base = typeof addonOf === 'number' ? quote.lines.find(({ id }) => id === addonOf)?.title : addonOf;
  const isReduced = listPrice !== undefined && unitPrice !== undefined && listPrice.amount !== unitPrice.amount;
  const values = promotion && { name: promotion.name, percent: format.percent(promotion.discount) };
  return [
    ...(base === undefined ? [] : [t('carts.addon.ofLine', { name: base })]),
    ...(isReduced ? [t('quote.paper.listPrice', { price: format.money(listPrice) })] : []),
    ...(values === undefined
      ? []
      : [promotion?.endsAt === undefined
          ? t('quote.paper.promotion', values)
          : t('quote.paper.promotionUntil', { ...values, date: format.date(middayOf(promotion.endsAt)) })]),
    ...(customTermEnd === undefined ? [] : [t('carts.end.early', { date: format.date(middayOf(customTermEnd)) })]),
  ];
}
