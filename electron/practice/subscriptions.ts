import { type Answer, type Call, integerOf, type Route } from './call.ts';
import { collection } from './collection.ts';
import { withCustomer } from './customer-lookup.ts';
import { refuse } from './errors.ts';
import { subscriptionProvisioning } from './provisioning.ts';
import type { Customer } from './seed/customers.ts';
import { changeSubscription } from './subscription-changes.ts';
import { scenarioOf } from './subscription-edits.ts';
import { withSubscription } from './subscription-lookup.ts';
import { subscriptionsOf } from './subscription-records.ts';
import { subscriptionResource } from './subscription-resources.ts';
import { findCustomer } from './state.ts';
import { setSupportContact, supportContact } from './support-contacts.ts';
import { transitionEligibilities } from './transition-eligibilities.ts';
import { createTransition, listTransitions } from './transitions.ts';

/** list-subscriptions, list-subscriptions-by-reseller (mpn_id) and list-subscriptions-by-order (order_id). */
function list(call: Call, customer: Customer): Answer {
  const { mpn_id: mpnId, order_id: orderId } = call.query;
  if (integerOf(mpnId) === 'bad') return refuse(400, '3000', 'mpn_id must be a number.', ['mpn_id']);
  const items = subscriptionsOf(call.state, customer, call.now).filter(
    (one) => (mpnId === undefined || one.partnerId === mpnId) && (orderId === undefined || one.orderId === orderId),
  );
  return {
    status: 200,
    body: collection(
      items.map((one) => subscriptionResource(call.state, one, call.now)),
      `/customers/${customer.tenantId}/subscriptions`,
    ),
  };
}

const single = withSubscription((call, subscription) => ({
  status: 200, body: subscriptionResource(call.state, subscription, call.now),
}));

/** list-subscription-addons: those that are over too, as in the list of all. */
const addons = withSubscription((call, { id, customerTenantId }, customer) => {
  const items = subscriptionsOf(call.state, customer, call.now).filter((one) => one.parentSubscriptionId === id);
  return {
    status: 200,
    body: collection(
      items.map((one) => subscriptionResource(call.state, one, call.now)),
      `/customers/${customerTenantId}/subscriptions/${id}/addons`,
    ),
  };
});

/** The narrow scenario of a PATCH: what the body would make different of the subscription as it stands. */
function changeVariant(call: Call): string | undefined {
  const customer = findCustomer(call.state, call.params.customerId ?? '');
  const id = call.params.subscriptionId?.toLowerCase();
  const found = customer && subscriptionsOf(call.state, customer, call.now).find((one) => one.id === id);
  return scenarioOf(call, found);
}

function variantOf(call: Call): string | undefined {
  if (call.query.mpn_id !== undefined) return 'list-subscriptions-by-reseller';
  return call.query.order_id === undefined ? undefined : 'list-subscriptions-by-order';
}

const SUBSCRIPTIONS = '/v1/customers/:customerId/subscriptions';
const ONE = `${SUBSCRIPTIONS}/:subscriptionId`;

/** Subscriptions of a customer, what can be changed on them, and who supports them. */
export const subscriptionRoutes: readonly Route[] = [
  { method: 'GET', path: SUBSCRIPTIONS, scenario: 'list-subscriptions', variant: variantOf, answer: withCustomer(list) },
  { method: 'GET', path: ONE, scenario: 'get-subscription', answer: single },
  {
    method: 'PATCH',
    path: ONE,
    scenario: 'change-subscription-reseller',
    variant: changeVariant,
    answer: withSubscription(changeSubscription),
  },
  { method: 'GET', path: `${ONE}/addons`, scenario: 'list-subscription-addons', answer: addons },
  {
    method: 'GET', path: `${ONE}/transitionEligibilities`, scenario: 'get-transition-eligibilities',
    answer: withSubscription(transitionEligibilities),
  },
  { method: 'GET', path: `${ONE}/transitions`, scenario: 'list-transitions', answer: withSubscription(listTransitions) },
  { method: 'POST', path: `${ONE}/transitions`, scenario: 'create-transition', answer: withSubscription(createTransition) },
  {
    method: 'GET', path: `${ONE}/provisioningstatus`, scenario: 'get-subscription-provisioning-status',
    answer: withSubscription(subscriptionProvisioning),
  },
  { method: 'GET', path: `${ONE}/supportcontact`, scenario: 'get-support-contact', answer: withSubscription(supportContact) },
  {
    method: 'PUT',
    path: `${ONE}/supportcontact`,
    scenario: 'update-support-contact',
    answer: withSubscription(setSupportContact),
  },
];
