import type { Ref } from 'react';
import { quoteNumber } from '../../../../shared/domain/quote/quote-number.ts';
import type { Quote } from '../../../../shared/domain/quote/quote.ts';
import type { TextOf } from '../../../text/use-text-of.ts';
import { middayOf } from '../quote-days.ts';
import { paperStyle } from './paper-style.ts';
import { QuoteLines } from './quote-lines.tsx';

export interface QuotePaperProps {
  readonly quote: Quote;
  readonly text: TextOf;
  readonly ref: Ref<HTMLElement>;
}

/** The quote as it is handed out, in its own language; the same on the screen and in the PDF. */
export function QuotePaper({ quote, text, ref }: QuotePaperProps) {
  const { t, format } = text;
  return (
    <article ref={ref} className="quote-paper" lang={text.language} aria-label={t('quote.paper.title', { number: quoteNumber(quote) })}>
      <style>{paperStyle}</style>
      <header>
        <p className="provider">{quote.provider}</p>
        <h2>{t('quote.paper.title', { number: quoteNumber(quote) })}</h2>
        <p className="soft">{t('quote.paper.notOrder')}</p>
      </header>
      {quote.isPracticePrice && <p className="mark">{t('quote.paper.practice')}</p>}
      <Facts quote={quote} text={text} />
      <h3>{t('quote.paper.lines')}</h3>
      <QuoteLines quote={quote} text={text} />
      <h3>{t('quote.paper.totals')}</h3>
      <table className="totals">
        <tbody>
          {quote.totals.map((one) => (
            <tr key={one.billingCycle}>
              <th scope="row">
                {t(`carts.totalPer.${one.billingCycle}`)}
                {one.unpriced > 0 && <span className="soft"> {t('quote.paper.unpriced', { count: one.unpriced })}</span>}
              </th>
              <td className="end">{format.money(one.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">{t('quote.paper.tax')}</p>
      {quote.terms.trim() !== '' && (
        <>
          <h3>{t('quote.paper.terms')}</h3>
          <p className="terms">{quote.terms.trim()}</p>
        </>
      )}
      <p className="soft">
        {quote.listDate === undefined ? t('quote.paper.noList') : t('quote.paper.pricesAsOf', { date: format.date(middayOf(quote.listDate)) })}{' '}
        {t('quote.paper.validUntilText', { date: format.date(middayOf(quote.validUntil)) })}
      </p>
    </article>
  );
}

function Facts({ quote, text: { t, format } }: Omit<QuotePaperProps, 'ref'>) {
  const facts = [
    [t('quote.paper.customer'), quote.customerName],
    ...(quote.reseller === undefined
      ? []
      : [[t('quote.paper.reseller'), t('quote.paper.resellerValue', { name: quote.reseller.name, partnerId: quote.reseller.partnerId })]]),
    ...(quote.purchaseOrderReference === undefined ? [] : [[t('quote.paper.reference'), quote.purchaseOrderReference]]),
    [t('quote.paper.made'), t('quote.paper.madeValue', { date: format.date(quote.madeAt), who: quote.madeBy })],
    [t('quote.paper.validUntil'), format.date(middayOf(quote.validUntil))],
    [t('quote.paper.listDate'), quote.listDate === undefined ? '–' : format.date(middayOf(quote.listDate))],
    ...(quote.audience.kind === 'reseller'
      ? [[t('quote.paper.audience'), t('quote.paper.forReseller', { discount: format.percent(quote.audience.discount) })]]
      : []),
  ] as const;
  return (
    <dl>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
