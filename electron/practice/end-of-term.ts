import { findItem, isSoftware } from './seed/catalogue.ts';
import { plusMonths } from './subscription-terms.ts';

// The one place that holds what is not settled about the end of a term without renewal. Dates, scope and rates: facts of
// 2026-11-23 (end of term); choices and their names: scheduledActions of the live clients of 2026, no page of the contract.

/** What becomes of a subscription at the end of a term that does not renew itself. */
export type EndChoice = 'cancel' | 'extend';

const SCOPE_SINCE = Date.UTC(2025, 3, 1);
const ENFORCED_SINCE = Date.UTC(2026, 4, 4);
const GRACE_MS = 30 * 86_400_000;

/** The term that ends, as far as its end is concerned. */
interface EndingTerm {
  readonly start: string;
  readonly end: string;
  readonly isTrial: boolean;
  readonly catalogItemId: string;
}

/** Bought or renewed on or after 1 April 2025, ending on or after 4 May 2026: the paid Extended Service Term follows; not for software. */
export const isExtendable = ({ start, end, isTrial, catalogItemId }: EndingTerm): boolean =>
  !isTrial && !isSoftware(catalogItemId) && Date.parse(start) >= SCOPE_SINCE && Date.parse(end) >= ENFORCED_SINCE;

/** Until when service goes on, free of charge, after a term that ends for good: thirty days, where nothing newer is in force. */
export function serviceUntil(term: EndingTerm, choice: EndChoice | undefined): string {
  if (term.isTrial || isSoftware(term.catalogItemId) || isExtendable(term) || choice === 'cancel') return term.end;
  return new Date(Date.parse(term.end) + GRACE_MS).toISOString();
}

/** An extended month: monthly, from month to month, whatever the term was before. */
export const extendedTerm = { duration: 'P1M', billingCycle: 'monthly' } as const;

/** The end of an extended month that begins at an instant. */
export const extendedEnd = (start: string): string => plusMonths(new Date(start), 1).toISOString();

/** What the month costs more than its base: 3 % over the monthly price, or 23 % over the yearly one where no month is sold. */
export function extendedUplift(catalogItemId: string): { readonly isOverMonthly: boolean; readonly factor: string } {
  const [productId = '', skuId = ''] = catalogItemId.split(':');
  const isOverMonthly = findItem(productId, skuId)?.terms.some(({ duration }) => duration === 'P1M') === true;
  return { isOverMonthly, factor: isOverMonthly ? '1.03' : '1.23' };
}

/** How lists name an offer in its extended months: public lists have no ids of their own for it. */
export const extendedTitle = (title: string): string => `${title} (Extended Service Term)`;

const actionTypes = { cancel: 'Cancel', extend: 'RenewToExtendedServiceTerm', renew: 'RenewToNewTerm' } as const;

/** The field scheduledActions of a subscription. */
export const endActions = (choice: EndChoice | 'renew'): readonly object[] => [
  { scheduleType: 'TermEnd', actionType: actionTypes[choice] },
];

/** What a body says in scheduledActions; undefined when it says nothing about the end of the term. */
export function endChoiceIn(actions: readonly { readonly actionType?: string | undefined }[] | undefined): EndChoice | undefined {
  const names = actions?.map(({ actionType }) => actionType?.toLowerCase()) ?? [];
  if (names.includes('cancel')) return 'cancel';
  return names.includes('renewtoextendedserviceterm') ? 'extend' : undefined;
}
