import type { Answer, Call } from './call.ts';
import { refuse } from './errors.ts';
import type { CatalogueItem } from './seed/catalogue.ts';
import type { Customer } from './seed/customers.ts';
import { everySubscription } from './subscription-records.ts';
import { monthsByCycle, monthsByTerm, plusMonths } from './subscription-terms.ts';

interface AskedLine {
  readonly customTermEndDate?: string | undefined;
  readonly termDuration?: string | undefined;
  readonly billingCycle: string;
}

/** When the term begins that is to be cut: now for a purchase, at the end of the running term for a change at renewal. */
interface CutTerm {
  readonly from: Date;
  readonly notAligned: '900242' | '900246';
  /** The subscription itself, which it cannot be aligned with. */
  readonly itself?: string;
}

const dayOf = (date: string): string => date.slice(0, 10);

function endsWithMonth(date: Date): boolean {
  return new Date(date.getTime() + 86_400_000).getUTCDate() === 1;
}

function endsWithSubscription(call: Call, customer: Customer, line: AskedLine, end: Date, itself?: string): boolean {
  return everySubscription(call.state, customer, call.now).some(({ id, isTrial, status, position }) => {
    if (id === itself || isTrial === true || status !== 'active') return false;
    // the end of a monthly subscription moves every month: a longer term cannot hold on to it
    if (position.termDuration === 'P1M' && line.termDuration !== 'P1M') return false;
    return dayOf(position.end) === dayOf(end.toISOString());
  });
}

/**
 * Refuses an end date of a term: seat subscriptions only (900244), within the term (900245), at the end of a month or of
 * an active subscription that is no trial (900242 for a purchase, 900246 for a change at renewal; "Custom term end dates",
 * March 2022). Only the day (UTC) is compared.
 */
export function refuseEndDate(
  call: Call, customer: Customer, line: AskedLine, item: CatalogueItem,
  { from, notAligned, itself }: CutTerm = { from: call.now, notAligned: '900242' },
): Answer | undefined {
  if (line.customTermEndDate === undefined) return undefined;
  const data = [line.customTermEndDate];
  const months = monthsByTerm[line.termDuration ?? ''];
  if (item.isTrial || months === undefined || monthsByCycle[line.billingCycle] === undefined)
    return refuse(400, '900244', 'A custom end date is for license-based products only, and not for trials.', data);
  const end = new Date(line.customTermEndDate);
  if (end.getTime() <= from.getTime() || end.getTime() > plusMonths(from, months).getTime())
    return refuse(400, '900245', 'The custom end date lies outside the first term.', data);
  if (endsWithMonth(end) || endsWithSubscription(call, customer, line, end, itself)) return undefined;
  return refuse(400, notAligned, 'The custom end date does not align.', data);
}
