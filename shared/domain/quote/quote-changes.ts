import type { Money } from '../../money.ts';
import type { Quote, QuoteLine } from './quote.ts';

/** One difference between a version and the one before. */
export type QuoteChange =
  | { readonly kind: 'line-added' | 'line-removed'; readonly title: string }
  | { readonly kind: 'seats'; readonly title: string; readonly from: number; readonly to: number }
  | { readonly kind: 'price'; readonly title: string; readonly from: Money | undefined; readonly to: Money | undefined }
  | { readonly kind: 'term' | 'promotion'; readonly title: string }
  | { readonly kind: 'validity' | 'terms' | 'audience' | 'language' | 'reseller' | 'list-date' };

const keyOf = ({ id, productId, skuId }: QuoteLine): string => `${id}/${productId}/${skuId}`;
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function lineChanges(before: QuoteLine, after: QuoteLine): QuoteChange[] {
  const { title } = after;
  const termOf = (line: QuoteLine): unknown => [line.termDuration, line.billingCycle, line.customTermEnd];
  return [
    ...(before.quantity === after.quantity ? [] : [{ kind: 'seats', title, from: before.quantity, to: after.quantity } as const]),
    ...(isSame(termOf(before), termOf(after)) ? [] : [{ kind: 'term', title } as const]),
    ...(isSame(before.promotion, after.promotion) ? [] : [{ kind: 'promotion', title } as const]),
    ...(isSame(before.unitPrice, after.unitPrice)
      ? []
      : [{ kind: 'price', title, from: before.unitPrice, to: after.unitPrice } as const]),
  ];
}

/** What a version has otherwise than the one before: its lines first, then what was written about it. */
export function changesOf(before: Quote, after: Quote): readonly QuoteChange[] {
  const known = new Map(before.lines.map((line) => [keyOf(line), line]));
  const kept = new Set(after.lines.map(keyOf));
  const whole = [
    ['reseller', before.reseller, after.reseller],
    ['audience', before.audience, after.audience],
    ['list-date', before.listDate, after.listDate],
    ['validity', before.validUntil, after.validUntil],
    ['terms', before.terms, after.terms],
    ['language', before.language, after.language],
  ] as const;
  return [
    ...after.lines.flatMap((line): QuoteChange[] => {
      const old = known.get(keyOf(line));
      return old === undefined ? [{ kind: 'line-added', title: line.title }] : lineChanges(old, line);
    }),
    ...before.lines.filter((line) => !kept.has(keyOf(line))).map(({ title }) => ({ kind: 'line-removed', title }) as const),
    ...whole.filter(([, old, next]) => !isSame(old, next)).map(([kind]) => ({ kind }) as const),
  ];
}
