import type { Answer, Call, Route } from './call.ts';
import { collection } from './collection.ts';
import { withCustomer } from './customer-lookup.ts';
import { refuse } from './errors.ts';
import { skuOf } from './seed/catalogue.ts';
import type { Customer } from './seed/customers.ts';
import { guidFromText, numberFor } from './seed/numbers.ts';
import { titleOf } from './subscription-position.ts';
import { everyBought, type StandingSubscription, subscriptionsOf } from './subscription-records.ts';

/** How many of the seats first bought people use: from half of them to all, always the same of a subscription. */
function usedOf(id: string, bought: number): number {
  const share = 50 + (numberFor(Number.parseInt(id.slice(0, 7), 16), 71) % 51);
  return Math.ceil((bought * share) / 100);
}

/** Seats of one SKU over all subscriptions of a customer. */
interface Units {
  active: number;
  suspended: number;
  /** Of subscriptions whose term is over, while there still is service. */
  warning: number;
  used: number;
}

function countIn(units: Units, { id, status, quantity, position }: StandingSubscription, bought: number): void {
  if (status === 'active') units[position.serviceUntil === undefined ? 'active' : 'warning'] += quantity;
  if (status === 'suspended') units.suspended += quantity;
  units.used += usedOf(id, bought);
}

function skuResource(catalogItemId: string, { active, suspended, warning, used }: Units): object {
  const [title, sku] = [titleOf(catalogItemId), skuOf(catalogItemId)];
  const consumed = Math.min(used, active + warning);
  return {
    availableUnits: active + warning - consumed,
    activeUnits: active,
    consumedUnits: consumed,
    suspendedUnits: suspended,
    totalUnits: active + suspended + warning,
    warningUnits: warning,
    productSku: {
      id: guidFromText(`practice licences of ${sku}`),
      name: title,
      skuPartNumber: title.toUpperCase().replace(/[^A-Z0-9]+/gu, '_').replace(/^_|_$/gu, ''),
      targetType: 'User',
      licenseGroupId: 'group1',
    },
    servicePlans: [],
    capabilityStatus: active + warning > 0 ? 'Enabled' : 'Suspended',
    attributes: { objectType: 'SubscribedSku' },
  };
}

/**
 * "Get a list of available licenses" (Partner Center documentation, August 2022): seats bought and in use by SKU, with the
 * names of the offers. It needs a role in the customer's tenant, as all that concerns its users.
 */
function subscribedSkus(call: Call, customer: Customer): Answer {
  if (call.state.conditions.lacksUserRole)
    return refuse(403, '900308', 'The partner has no role in the customer tenant that allows this.');
  const bought = new Map(everyBought(call.state, customer, call.now).map(({ id, quantity }) => [id, quantity]));
  const running = subscriptionsOf(call.state, customer, call.now).filter(({ status }) => status === 'active' || status === 'suspended');
  const bySku = Map.groupBy(running, ({ catalogItemId }) => catalogItemId);
  const items = [...bySku].map(([catalogItemId, subscriptions]) => {
    const units: Units = { active: 0, suspended: 0, warning: 0, used: 0 };
    for (const one of subscriptions) countIn(units, one, bought.get(one.id) ?? one.quantity);
    return skuResource(catalogItemId, units);
  });
  return { status: 200, body: collection(items, `/customers/${customer.tenantId}/subscribedskus`) };
}

/** Licences of a customer. */
export const subscribedSkuRoutes: readonly Route[] = [
  { method: 'GET', path: '/v1/customers/:customerId/subscribedskus', scenario: 'list-subscribed-skus', answer: withCustomer(subscribedSkus) },
];
