import type { Answer, Call } from './call.ts';
import { refuse } from './errors.ts';
import type { CatalogueItem } from './seed/catalogue.ts';
import type { Customer } from './seed/customers.ts';
import { everySubscription } from './subscription-records.ts';
import { monthsByCycle, monthsByTerm, plusMonths, runningTerm, statusOf } from './subscription-terms.ts';

interface AskedLine {
  readonly customTermEndDate?: string | undefined;
  readonly termDuration?: string | undefined;
  readonly billingCycle: string;
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

function endsWithMonth(date: Date): boolean {
  return new Date(date.getTime() + 86_400_000).getUTCDate() === 1;
}

function endsWithSubscription(call: Call, customer: Customer, line: AskedLine, end: Date): boolean {
  return everySubscription(call.state, customer).some((one) => {
    if (one.isTrial === true || statusOf(one, call.now) !== 'active') return false;
    // the end of a monthly subscription moves every month: a longer term cannot hold on to it
    if (one.termDuration === 'P1M' && line.termDuration !== 'P1M') return false;
    return dayOf(runningTerm(one, call.now).end) === dayOf(end);
  });
}

/**
 * Refuses an end date of a line: seat subscriptions only (900244), within the first term (900245), at the end of a month or of
 * an active subscription that is no trial (900242; "Custom term end dates", March 2022). Only the day (UTC) is compared.
 */
export function refuseEndDate(call: Call, customer: Customer, line: AskedLine, item: CatalogueItem): Answer | undefined {
  if (line.customTermEndDate === undefined) return undefined;
  const data = [line.customTermEndDate];
  const months = monthsByTerm[line.termDuration ?? ''];
  if (item.isTrial || months === undefined || monthsByCycle[line.billingCycle] === undefined)
    return refuse(400, '900244', 'A custom end date is for license-based products only, and not for trials.', data);
  const end = new Date(line.customTermEndDate);
  if (end.getTime() <= call.now.getTime() || end.getTime() > plusMonths(call.now, months).getTime())
    return refuse(400, '900245', 'The custom end date lies outside the first term.', data);
  if (endsWithMonth(end) || endsWithSubscription(call, customer, line, end)) return undefined;
  return refuse(400, '900242', 'The custom end date does not align.', data);
}
