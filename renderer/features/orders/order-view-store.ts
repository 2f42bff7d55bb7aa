import { create } from 'zustand';
import { plusSeconds } from '../../../shared/instant.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { OrderQuery } from '../../../shared/ports/mirror.ts';

export const orderStates = ['waiting', 'pending', 'completed', 'cancelled'] as const;
export const orderPeriods = ['7', '30', '90', '365'] as const;

/** What the list of orders shows; kept while other screens are open. Empty text: not narrowed by that. */
export interface OrderView {
  readonly text: string;
  /** One of `orderStates`; `waiting`: not yet on the server. */
  readonly state: string;
  /** Partner ID, or `none`. */
  readonly reseller: string;
  /** Tenant id. */
  readonly customer: string;
  /** The last so many days. */
  readonly period: string;
}

const everything: OrderView = { text: '', state: '', reseller: '', customer: '', period: '' };

export const useOrderView = create<OrderView>(() => everything);
export const narrowOrders = (filter: Partial<OrderView>): void => useOrderView.setState(filter);
export const showAllOrders = (): void => useOrderView.setState(everything, true);
export const isNarrowed = ({ state, reseller, customer, period }: OrderView): boolean => `${state}${reseller}${customer}${period}` !== '';

/** The moment where the period of the view begins. */
export const sinceOf = ({ period }: OrderView, now: Instant): Instant | undefined =>
  period === '' ? undefined : plusSeconds(now, -Number(period) * 86_400);

/** What the offline copy is asked; undefined where only what waits here is shown. */
export function queryOf(view: OrderView, now: Instant, limit: number): OrderQuery | undefined {
  const { text, state, reseller, customer } = view;
  if (state === 'waiting') return undefined;
  const since = sinceOf(view, now);
  return {
    text, limit,
    ...(state === '' ? {} : { status: state }),
    ...(reseller === '' ? {} : { partnerId: reseller }),
    ...(customer === '' ? {} : { customerId: customer }),
    ...(since === undefined ? {} : { since }),
  };
}
