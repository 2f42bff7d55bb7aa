import type { BriefcaseChoice, ChosenItem } from '../../../shared/domain/briefcase/briefcase-choice.ts';
import type { BriefcaseContent, CustomerParts } from '../../../shared/domain/briefcase/briefcase-parts.ts';
import { partsReady, readinessOf, readinessOfAll } from '../../../shared/domain/briefcase/readiness.ts';
import type { Readiness, ReadinessFacts } from '../../../shared/domain/briefcase/readiness.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { BriefcaseRun } from '../../../shared/ports/briefcase.ts';
import type { Partners } from '../../platform/use-partners.ts';

/** Also: it is being read this moment. */
const shownStates = ['never', 'reading', 'partly', 'out-of-date', 'complete'] as const;
export type ShownState = (typeof shownStates)[number];

export interface CustomerReady {
  readonly customer: CustomerParts;
  readonly readiness: Readiness;
  readonly state: ShownState;
}

export interface ItemReady {
  readonly item: ChosenItem;
  readonly customers: number;
  /** Missing for a reseller without customers. */
  readonly readiness?: Readiness;
  readonly firstOf?: CustomerReady;
  readonly state: ShownState;
  readonly bytes: number;
}

export interface BriefcaseView {
  readonly customers: readonly CustomerReady[];
  readonly items: readonly ItemReady[];
  readonly all?: { readonly readiness: Readiness; readonly firstOf?: CustomerReady };
  /** Of the customers, and of what is sold in their countries. */
  readonly bytes: number;
}

const sizeOf = (customers: readonly CustomerReady[]): number => customers.reduce((sum, { customer }) => sum + customer.bytes, 0);

/** Everything the screen shows of what the copy holds. */
export function briefcaseView(
  choice: BriefcaseChoice, content: BriefcaseContent, partners: Partners, run: BriefcaseRun | undefined, now: Instant,
): BriefcaseView {
  const facts: ReadinessFacts = {
    now,
    markets: new Map(content.markets.map((market) => [market.country, market])),
    partnerIdOf: (id) => partners.rowOf(id)?.partnerId,
    checkedAt: (partnerId) => partners.verdictOf(partnerId)?.checkedAt,
  };
  const isRunning = run?.state === 'running';
  const customers = content.customers.map((customer): CustomerReady => {
    const readiness = readinessOf(partsReady(customer, facts), now);
    return { customer, readiness, state: isRunning && run.currentId === customer.id ? 'reading' : readiness.state };
  });
  const items = choice.map((item): ItemReady => {
    const own = customers.filter(({ customer }) => (item.kind === 'customer' ? customer.id === item.id : customer.resellerIds.includes(item.id)));
    const together = readinessOfAll(own);
    const isReading = own.some(({ state }) => state === 'reading');
    return {
      item, customers: own.length, bytes: sizeOf(own),
      // a reseller without customers lacks nothing
      state: isReading ? 'reading' : (together?.readiness.state ?? 'complete'),
      ...together,
    };
  });
  const all = readinessOfAll(customers);
  const shared = content.markets.reduce((sum, { catalogue, priceList }) => sum + (catalogue?.bytes ?? 0) + (priceList?.bytes ?? 0), 0);
  return { customers, items, bytes: sizeOf(customers) + shared, ...(all && { all }) };
}
