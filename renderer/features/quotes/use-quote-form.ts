import { useState } from 'react';
import type { CartDraft } from '../../../shared/domain/draft.ts';
import { quoteOf } from '../../../shared/domain/quote/quote-of.ts';
import { discountText, problemsOfQuote, proposedValidity, readDiscount, warningsOfQuote } from '../../../shared/domain/quote/quote-rules.ts';
import type { QuoteProblem, QuoteWarning } from '../../../shared/domain/quote/quote-rules.ts';
import type { Quote, QuoteContent, QuoteTerms } from '../../../shared/domain/quote/quote.ts';
import { offerKeyOf } from '../../../shared/domain/cart/line-rules.ts';
import { instantOf } from '../../../shared/instant.ts';
import { useMirror, useServices } from '../../platform/services.tsx';
import type { Language } from '../../text/language.ts';
import { useNow } from '../../text/use-now.ts';
import { localDay } from './quote-days.ts';

/** What is typed, unchecked. */
export interface QuoteFields {
  readonly audience: QuoteTerms['audience']['kind'];
  readonly discount: string;
  readonly language: Language;
  readonly validUntil: string;
  readonly terms: string;
}

export interface QuoteForm {
  readonly fields: QuoteFields;
  readonly change: (fields: Partial<QuoteFields>) => void;
  readonly isDiscountWrong: boolean;
  readonly isDayMissing: boolean;
  readonly problems: readonly QuoteProblem[];
  readonly warnings: readonly QuoteWarning[];
  /** What would be made; undefined while something typed cannot be read or the catalogue was not asked yet. */
  readonly content: QuoteContent | undefined;
}

function firstFields(cart: CartDraft, last: Quote | undefined, language: Language): QuoteFields {
  const now = new Date();
  const kept = last !== undefined && last.validUntil >= localDay(now) ? last.validUntil : proposedValidity(instantOf(now));
  return {
    audience: last?.audience.kind ?? 'customer',
    discount: last?.audience.kind === 'reseller' ? discountText(last.audience.discount) : '0',
    language: last?.language ?? language,
    validUntil: kept,
    terms: last?.terms ?? '',
    ...(cart.reseller?.kind === 'reseller' ? {} : { audience: 'customer' }),
  };
}

/** Whether a price of the cart is an invented one; undefined until the catalogue was asked. */
function usePracticePrice(cart: CartDraft): boolean | undefined {
  const { account } = useServices();
  const keys = [...new Set(cart.lines.map((line) => offerKeyOf(cart.market, line)))];
  const found = useMirror(['catalogue'], async (mirror) =>
    (await Promise.all(keys.map((key) => mirror.offer(key)))).some((offer) => offer?.isPracticePrice), [keys.join(' ')]);
  return found === undefined ? undefined : found || account.kind === 'practice';
}

/** The next version of a cart's quote: begins as the last one was, and says at once what stands against it. */
export function useQuoteForm(cart: CartDraft, last: Quote | undefined, language: Language): QuoteForm {
  const isPractice = usePracticePrice(cart);
  const [fields, setFields] = useState(() => firstFields(cart, last, language));
  const discount = fields.audience === 'reseller' ? readDiscount(fields.discount) : '0';
  const isDayMissing = fields.validUntil === '';
  const isReadable = discount !== undefined && !isDayMissing && isPractice !== undefined;
  const audience = fields.audience === 'customer' ? { kind: 'customer' } as const : { kind: 'reseller', discount: discount ?? '0' } as const;
  const { validUntil, terms } = fields;
  const content = isReadable ? quoteOf(cart, { audience, language: fields.language, validUntil, terms }, isPractice) : undefined;
  const now = new Date(useNow());
  return {
    fields,
    change: (changed) => setFields((before) => ({ ...before, ...changed })),
    isDiscountWrong: discount === undefined,
    isDayMissing,
    problems: content === undefined ? [] : problemsOfQuote(content, instantOf(now), localDay(now)),
    warnings: content === undefined ? [] : warningsOfQuote(content),
    content,
  };
}
