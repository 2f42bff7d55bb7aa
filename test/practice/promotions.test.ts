import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eligibilityOf, type PromotionAsk } from '../../electron/practice/promotions.ts';
import { catalogItemIdOf, catalogue, findItem } from '../../electron/practice/seed/catalogue.ts';
import { promotionsAt } from '../../electron/practice/seed/promotions.ts';
import { createSeed } from '../../electron/practice/seed/seed.ts';
import { applyEvent, createState, findCustomer } from '../../electron/practice/state.ts';
import { newCustomer, type PracticeClient, startPracticeClient } from '../support/practice-client.ts';
import { codeOf, collectionOf, textAt } from './shapes.ts';

const now = new Date('2026-06-15T10:00:00Z');
const e3 = '39NFJQT1PQE3:0001:39NFJQT1Q5E3';
const premium = '39NFJQT1PQBP:0001:39NFJQT1Q5BP';
const project = '39NFJQT1PQPP:0001:39NFJQT1Q5PP';
const phone = '39NFJQT1PQTP:0001:39NFJQT1Q5TP';
const ended = '39NFJQT1PQBI:0001:39NFJQT1Q5BI';
const coming = '39NFJQT1PQX2:0001:39NFJQT1Q5X2';
const item = (title: string): string => {
  const found = catalogue.find((one) => one.title === title);
  if (found === undefined) throw new Error(title);
  return catalogItemIdOf(found);
};
const ask = (title: string, more: Partial<PromotionAsk> = {}): PromotionAsk => ({
  catalogItemId: item(title),
  quantity: 10,
  termDuration: 'P1Y',
  billingCycle: 'Annual',
  ...more,
});
let client: PracticeClient & { readonly close: () => Promise<void> };

beforeEach(async () => {
  client = await startPracticeClient({ now: () => now });
});
afterEach(async () => {
  await client.close();
});

const list = async (): Promise<readonly Record<string, unknown>[]> =>
  collectionOf((await client.call('GET', '/v1/productpromotions?country=IT&segment=commercial')).body).items;
const one = async (id: string): Promise<unknown> =>
  (await client.call('GET', `/v1/productpromotions/${encodeURIComponent(id)}?country=IT`)).body;
async function newTenant(): Promise<string> {
  const { body } = await client.call('POST', '/v1/customers', { body: newCustomer('promozioni.onmicrosoft.com') });
  return textAt(body, 'id');
}
async function verified(tenant: string, ...asks: readonly PromotionAsk[]): Promise<readonly Record<string, unknown>[]> {
  const reply = await client.call('POST', `/v1/customers/${tenant}/promotionEligibilities`, { body: { items: asks } });
  expect(reply.status).toBe(200);
  return collectionOf(reply.body).items;
}

describe('promotions', () => {
  it('of a country are those that hold now', async () => {
    const shown = await list();
    expect(shown.map((promotion) => promotion.id)).toContain(e3);
    expect(shown.map((promotion) => promotion.id)).not.toContain(ended);
    expect(shown.map((promotion) => promotion.id)).not.toContain(coming);
    expect(shown[0]).toMatchObject({
      id: e3,
      name: 'Microsoft 365 E3: 15 percent in the first year',
      startDate: '2026-04-01T00:00:00+00:00',
      endDate: '2026-07-31T23:59:59+00:00',
      properties: { isAutoApplicable: false },
      requiredProducts: [
        {
          productId: 'CFQ7TTC0LFLX',
          skuId: '0001',
          term: { duration: 'P1Y', billingCycle: 'Annual' },
          pricingPolicies: [{ policyType: 'PercentDiscount', value: '0.15' }],
        },
        { term: { duration: 'P1Y', billingCycle: 'Monthly' } },
      ],
    });
    expect(shown.filter((promotion) => JSON.stringify(promotion.properties).includes('true'))).toHaveLength(1);
  });

  it('tell their limits one by one, also after their end', async () => {
    expect(await one(e3)).toMatchObject({
      promotionConstraints: { seatConstraints: [{ minSeats: 1, maxSeats: 300, type: 'SubscriptionQuantity' }] },
    });
    expect(await one(premium)).toMatchObject({
      promotionConstraints: { eligibilityConstraints: [{ isApplicable: true, type: 'FirstPurchase' }] },
    });
    expect(await one(project)).toMatchObject({
      promotionConstraints: { assetOwnershipLimits: [{ minAssets: 0, maxAssets: 2, type: 'LifetimeRedemptionCount' }] },
    });
    expect(await one(phone)).toMatchObject({
      promotionConstraints: { productOwnershipConstraints: [[{ bigId: 'CFQ7TTC0LF8Q/0001' }, {}, {}]] },
    });
    expect(await one(ended)).toMatchObject({ endDate: '2026-05-31T23:59:59+00:00' });
    expect(await one(coming)).toMatchObject({ startDate: '2026-07-01T00:00:00+00:00' });
  });

  it('refuse what the contract refuses', async () => {
    const code = async (path: string): Promise<number> => codeOf((await client.call('GET', path)).body);
    expect(await code('/v1/productpromotions?segment=commercial')).toBe(3000);
    expect(await code('/v1/productpromotions?country=IT')).toBe(3000);
    expect(await code('/v1/productpromotions?country=US&segment=commercial')).toBe(2030);
    expect(await code('/v1/productpromotions?country=IT&segment=education')).toBe(400030);
    expect(await code('/v1/productpromotions/NONE?country=IT')).toBe(27007);
  });

  it('name SKUs and pairs that are on sale', () => {
    for (const pair of promotionsAt(now).flatMap((promotion) => promotion.products)) {
      const terms = findItem(pair.productId, pair.skuId)?.terms;
      expect(terms).toContainEqual({ duration: pair.termDuration, billingCycle: pair.billingCycle });
    }
  });

  it('always hold, have always ended, are always to come, whatever the month', () => {
    for (const month of Array.from({ length: 14 }, (_unused, place) => new Date(Date.UTC(2026, place, 28, 23, 59)))) {
      const holding = promotionsAt(month).filter((promotion) => promotion.startsAt <= month && month <= promotion.endsAt);
      expect(holding.map(({ id }) => id)).toEqual(promotionsAt(now).map(({ id }) => id).filter((id) => id !== ended && id !== coming));
    }
  });

  it('end, and take off something else, when the tenant says so', async () => {
    await client.fault({ kind: 'end-promotion', promotionId: premium });
    await client.fault({ kind: 'change-promotion', promotionId: e3, discount: '0.05' });
    const shown = await list();
    expect(shown.map((promotion) => promotion.id)).not.toContain(premium);
    expect(JSON.stringify(shown[0])).toContain('"0.05"');
    expect(await one(premium)).toMatchObject({ endDate: '2026-06-15T09:59:59+00:00' });
    const tenant = await newTenant();
    const [judged] = await verified(tenant, ask('Microsoft 365 Business Premium', { promotionId: premium }));
    expect(judged).toMatchObject({ eligibilities: [{ isEligible: false, errors: [{ type: 'InvalidPromotion' }] }] });
    await client.fault({ clear: true });
    expect((await list()).map((promotion) => promotion.id)).toContain(premium);
  });
});

describe('eligibility', () => {
  it('is told for each line, in the order and with the ids that were asked', async () => {
    const tenant = await newTenant();
    const lines = await verified(tenant, ask('Microsoft 365 E3', { promotionId: e3 }), ask('Visio Plan 1'));
    expect(lines).toMatchObject([
      {
        id: 0,
        catalogItemId: item('Microsoft 365 E3'),
        quantity: 10,
        billingCycle: 'annual',
        termDuration: 'P1Y',
        eligibilities: [{ promotionId: e3, isEligible: true }],
        attributes: { objectType: 'PromotionEligibilities' },
      },
      { id: 1, eligibilities: [{ isEligible: true }] },
    ]);
    expect(JSON.stringify(lines[0])).not.toContain('errors');
  });

  it('has a reason for every refusal', async () => {
    const tenant = await newTenant();
    const reasons = await verified(
      tenant,
      ask('Microsoft 365 E3', { promotionId: e3, quantity: 301 }),
      ask('Microsoft 365 E3', { promotionId: e3, termDuration: 'P1M', billingCycle: 'monthly' }),
      ask('Microsoft 365 E3', { promotionId: premium }),
      ask('Power BI Pro', { promotionId: ended }),
      ask('Exchange Online (Plan 2)', { promotionId: coming }),
      ask('Exchange Online (Plan 1)'),
      { ...ask('Microsoft 365 E3'), catalogItemId: 'CFQ7TTC0LFLX:0001:OLD' },
      ask('Microsoft Teams Phone Standard', { promotionId: phone, termDuration: 'P3Y' }),
      ask('Project Plan 3', { promotionId: project, quantity: 4 }),
    );
    expect(reasons.map((line) => line.eligibilities)).toMatchObject([
      [{ errors: [{ type: 'SeatCount', minimumRequiredSeats: 1, maximumRequiredSeats: 300, availableSeats: 300 }] }],
      [{ errors: [{ type: 'Term' }] }],
      [{ errors: [{ type: 'InvalidPromotion' }] }],
      [{ errors: [{ type: 'InvalidPromotion' }] }],
      [{ errors: [{ type: 'InvalidPromotion' }] }],
      [{ errors: [{ type: 'NoPromotionsAvailable' }] }],
      [{ errors: [{ type: 'InvalidCatalogItemId' }] }],
      [{ errors: [{ type: 'PrerequisiteProductOwnership' }] }],
      [{ errors: [{ type: 'SeatCount', minimumRequiredSeats: 5 }] }],
    ]);
  });

  it('refuses a question that is none', async () => {
    const path = `/v1/customers/${await newTenant()}/promotionEligibilities`;
    for (const body of [undefined, {}, { items: [] }, { items: [{ ...ask('Visio Plan 1'), quantity: 0 }] }])
      expect(codeOf((await client.call('POST', path, { body })).body)).toBe(3000);
  });
});

describe('what a customer bought', () => {
  const seed = createSeed('small');
  const tenantId = seed.listingAt(2).tenantId;
  const state = createState(seed, 'secret');
  const customer = findCustomer(state, tenantId);
  if (customer === undefined) throw new Error('no customer');
  const buy = (title: string, quantity: number, promotionId?: string): void =>
    applyEvent(state, {
      type: 'order-placed',
      order: { id: 'x', customerTenantId: tenantId, billingCycle: 'annual', currencyCode: 'EUR', createdAt: '2026-06-01T00:00:00Z', lines: [] },
      subscriptions: [
        {
          id: crypto.randomUUID(),
          customerTenantId: tenantId,
          catalogItemId: item(title),
          title,
          quantity,
          termDuration: 'P1Y',
          billingCycle: 'annual',
          createdAt: '2026-06-01T00:00:00Z',
          orderId: 'x',
          promotionId,
        },
      ],
    });
  const typesOf = (asked: PromotionAsk): readonly string[] =>
    eligibilityOf(state, customer, asked, now).flatMap(({ errors }) => errors.map(({ type }) => type));

  it('uses up seats and redemptions, rules out first purchases, and opens what asks for it', () => {
    expect(typesOf(ask('Microsoft 365 Business Premium', { promotionId: premium }))).toEqual([]);
    expect(typesOf(ask('Microsoft Teams Phone Standard', { promotionId: phone, termDuration: 'P3Y' }))).toEqual([
      'PrerequisiteProductOwnership',
    ]);
    buy('Microsoft 365 Business Premium', 5);
    buy('Microsoft 365 E3', 250, e3);
    buy('Project Plan 3', 5, project);
    expect(typesOf(ask('Microsoft 365 Business Premium', { promotionId: premium }))).toEqual(['OfferPurchasedPreviously']);
    expect(typesOf(ask('Microsoft Teams Phone Standard', { promotionId: phone, termDuration: 'P3Y' }))).toEqual([]);
    expect(typesOf(ask('Microsoft 365 E3', { promotionId: e3, quantity: 50 }))).toEqual([]);
    const [over] = eligibilityOf(state, customer, ask('Microsoft 365 E3', { promotionId: e3, quantity: 51 }), now);
    expect(over?.errors).toMatchObject([{ type: 'SeatCount', maximumRequiredSeats: 300, availableSeats: 50 }]);
    expect(typesOf(ask('Project Plan 3', { promotionId: project }))).toEqual([]);
    buy('Project Plan 3', 5, project);
    expect(typesOf(ask('Project Plan 3', { promotionId: project }))).toEqual(['RedemptionLimit']);
  });

  it('tells what an eligible promotion takes off the asked pair', () => {
    expect(eligibilityOf(state, customer, ask('Visio Plan 1'), now)).toMatchObject([
      { isEligible: true, isAutoApplicable: true, discount: '0.05' },
    ]);
    const [monthly] = eligibilityOf(state, customer, ask('Visio Plan 1', { billingCycle: 'monthly' }), now);
    expect(monthly).not.toHaveProperty('discount');
  });
});
