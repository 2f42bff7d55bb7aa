import { z } from 'zod';
import { type Answer, type Call, readBody, requiredText, type Route } from './call.ts';
import { collection } from './collection.ts';
import { withCustomer } from './customer-lookup.ts';
import { refuse } from './errors.ts';
import { eligibilityOf, everyPromotion, isActive, type Eligibility } from './promotions.ts';
import { findCountry, isInSalesRegion } from './seed/countries.ts';
import type { Customer } from './seed/customers.ts';
import type { PracticePromotion } from './seed/promotions.ts';

const wireDate = (date: Date): string => date.toISOString().replace(/\.\d{3}Z$/u, '+00:00');
const pascal = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

function promotionResource(promotion: PracticePromotion): object {
  return {
    id: promotion.id,
    name: promotion.name,
    description: promotion.description,
    startDate: wireDate(promotion.startsAt),
    endDate: wireDate(promotion.endsAt),
    properties: { isAutoApplicable: promotion.isAutoApplicable },
    requiredProducts: promotion.products.map((pair) => ({
      productId: pair.productId,
      skuId: pair.skuId,
      term: { duration: pair.termDuration, billingCycle: pascal(pair.billingCycle) },
      pricingPolicies: [{ policyType: 'PercentDiscount', value: pair.discount }],
    })),
  };
}

/** Names and nesting as in "Get promotion by ID" of the public documentation. */
function constraintsOf(promotion: PracticePromotion): object {
  const { minimumSeats, maximumSeats, maximumUses, ownedSkus } = promotion;
  const hasSeats = minimumSeats !== undefined || maximumSeats !== undefined;
  return {
    seatConstraints: hasSeats ? [{ minSeats: minimumSeats, maxSeats: maximumSeats, type: 'SubscriptionQuantity' }] : [],
    assetOwnershipLimits:
      maximumUses === undefined ? [] : [{ minAssets: 0, maxAssets: maximumUses, type: 'LifetimeRedemptionCount' }],
    eligibilityConstraints: promotion.isFirstPurchaseOnly ? [{ isApplicable: true, type: 'FirstPurchase' }] : [],
    productOwnershipConstraints:
      ownedSkus.length === 0 ? [] : [ownedSkus.map((sku) => ({ bigId: sku.replace(':', '/') }))],
  };
}

function refuseCountry(call: Call): Answer | undefined {
  const iso2 = call.query.country;
  if (iso2 === undefined || iso2 === '') return refuse(400, '3000', 'country is required.', ['country']);
  const country = findCountry(iso2);
  if (country === undefined) return refuse(400, '3000', 'Unknown country.', ['country']);
  return isInSalesRegion(country) ? undefined : refuse(403, '2030', 'The partner may not sell in this country.');
}

/** list-promotions: what may be bought with now, commercial only. */
function promotions(call: Call): Answer {
  const refusal = refuseCountry(call);
  if (refusal !== undefined) return refusal;
  const segment = call.query.segment?.toLowerCase();
  if (segment === undefined) return refuse(400, '3000', 'segment is required.', ['segment']);
  if (segment !== 'commercial') return refuse(403, '400030', 'The segment is not allowed.', ['segment']);
  const active = everyPromotion(call.state, call.now).filter((promotion) => isActive(promotion, call.now));
  const self = `/productpromotions?country=${call.query.country ?? ''}&segment=commercial`;
  return { status: 200, body: collection(active.map(promotionResource), self) };
}

/** get-promotion: also one that has ended or is still to come. */
function promotion(call: Call): Answer {
  const refusal = refuseCountry(call);
  if (refusal !== undefined) return refusal;
  const id = call.params.promotionId?.toUpperCase();
  const found = everyPromotion(call.state, call.now).find((one) => one.id === id);
  if (found === undefined) return refuse(400, '27007', 'The promotion is not valid.', [call.params.promotionId ?? '']);
  return { status: 200, body: { ...promotionResource(found), promotionConstraints: constraintsOf(found) } };
}

const askSchema = z.object({
  items: z
    .array(
      z.object({
        id: z.coerce.string().max(20).optional(),
        catalogItemId: requiredText(100),
        quantity: z.coerce.number().int().min(1).max(1_000_000_000),
        termDuration: requiredText(10),
        billingCycle: requiredText(30),
        promotionId: z.string().trim().max(100).optional(),
      }),
    )
    .min(1)
    .max(500),
});

const eligibilityResource = ({ promotionId, isEligible, errors }: Eligibility): object => ({
  ...(promotionId === undefined ? {} : { promotionId }),
  isEligible,
  ...(isEligible ? {} : { errors }),
});

/** verify-promotion-eligibility: ineligible is a 200. */
function verify(call: Call, customer: Customer): Answer {
  const read = readBody(askSchema, call.body);
  if (!read.ok) return read.refusal;
  const items = read.value.items.map(({ id, promotionId, ...ask }, place) => ({
    id: id !== undefined && /^\d{1,9}$/u.test(id) ? Number(id) : (id ?? place),
    ...ask,
    billingCycle: ask.billingCycle.toLowerCase(),
    eligibilities: eligibilityOf(
      call.state,
      customer,
      { ...ask, promotionId: promotionId === '' ? undefined : promotionId },
      call.now,
    ).map(eligibilityResource),
    attributes: { objectType: 'PromotionEligibilities' },
  }));
  return { status: 200, body: collection(items, `/customers/${customer.tenantId}/promotionEligibilities`) };
}

/** Promotions of a country, and whether a customer's purchase may have them. */
export const promotionRoutes: readonly Route[] = [
  { method: 'GET', path: '/v1/productpromotions', scenario: 'list-promotions', answer: promotions },
  { method: 'GET', path: '/v1/productpromotions/:promotionId', scenario: 'get-promotion', answer: promotion },
  {
    method: 'POST',
    path: '/v1/customers/:customerId/promotionEligibilities',
    scenario: 'verify-promotion-eligibility',
    answer: withCustomer(verify),
  },
];
