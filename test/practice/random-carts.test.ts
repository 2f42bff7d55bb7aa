import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { checkoutCart, createCart } from '../../electron/partner-center/carts.ts';
import type { Connection } from '../../electron/partner-center/http.ts';
import { openPause } from '../../electron/partner-center/pause.ts';
import { listSubscriptions } from '../../electron/partner-center/subscriptions.ts';
import { catalogue } from '../../electron/practice/seed/catalogue.ts';
import { provider } from '../../electron/practice/seed/provider.ts';
import { createSeed } from '../../electron/practice/seed/seed.ts';
import type { CartProblem } from '../../shared/domain/cart/cart-rules.ts';
import { cartProblems } from '../../shared/domain/cart/cart-rules.ts';
import { ownedBusinessSeats } from '../../shared/domain/cart/line-rules.ts';
import type { Offer } from '../../shared/domain/catalogue/offer.ts';
import type { Promotion } from '../../shared/domain/catalogue/promotion.ts';
import type { CartDraft } from '../../shared/domain/draft.ts';
import { AccountId, CustomerTenantId, DraftId, newRequestId, PartnerId, ResellerTenantId } from '../../shared/ids.ts';
import { instantOf } from '../../shared/instant.ts';
import { readAvailability } from '../../shared/partner-center/readers/availabilities.ts';
import { readRows } from '../../shared/partner-center/readers/collection.ts';
import { offerOf } from '../../shared/partner-center/readers/offers.ts';
import { readPromotion } from '../../shared/partner-center/readers/promotions.ts';
import { readSku } from '../../shared/partner-center/readers/skus.ts';
import { ok } from '../../shared/result.ts';
import { type PracticeClient, startPracticeClient } from '../support/practice-client.ts';
import { type CartRecipe, cartFrom, cartRecipe, type CartWorld, offersByKey } from './random-carts.ts';

const seed = createSeed('small');
const currency = 'EUR';
const resellers = Array.from({ length: seed.resellerCount }, (_unused, index) => seed.resellerAt(index))
  .filter((one) => one.agreement === 'signed' && !one.isSuspended);
const [first, ...others] = resellers;
if (first === undefined) throw new Error('the seed has no active reseller');
const reseller: CartWorld['reseller'] = {
  kind: 'reseller', id: ResellerTenantId.parse(first.tenantId), partnerId: PartnerId.parse(first.mpnId), name: 'First',
};

/** Customers of the seed with an agreement on file, those with a qualification among them twice as often. */
const customers = Array.from({ length: 60 }, (_unused, index) => index).filter((index) => index % 10 < 7);

/** The catalogue as the product reads it from the service, add-ons, trials, segments and attestations with it. */
async function readOffers(client: PracticeClient, market: string): Promise<readonly Offer[]> {
  return Promise.all(catalogue.map(async ({ productId, skuId, segment }) => {
    const path = `/v1/products/${productId}/skus/${skuId}`;
    const sku = readSku((await client.call('GET', `${path}?country=${market}`)).body);
    const { body } = await client.call('GET', `${path}/availabilities?country=${market}&targetSegment=${segment}`);
    const offer = sku && offerOf(market, sku, readRows(body, readAvailability)?.rows ?? []);
    if (offer === undefined) throw new Error(`no offer ${productId} ${skuId}`);
    return offer;
  }));
}

const connectionTo = (client: PracticeClient): Connection => ({
  hosts: { api: client.url, pricing: client.url },
  tokens: { access: () => Promise.resolve(ok(client.token)), refuse: () => undefined },
  pause: openPause(),
  locale: 'it-IT',
});

async function readPromotions(client: PracticeClient, market: string): Promise<readonly Promotion[]> {
  const { body } = await client.call('GET', `/v1/productpromotions?country=${market}&segment=commercial`);
  const listed = readRows(body, readPromotion)?.rows ?? [];
  if (listed.length === 0) throw new Error('the practice tenant has no promotions');
  return Promise.all(listed.map(async ({ id }) => {
    const path = `/v1/productpromotions/${encodeURIComponent(id)}?country=${market}&segment=commercial`;
    const one = readPromotion((await client.call('GET', path)).body);
    if (one === undefined) throw new Error(`no promotion ${id}`);
    return one;
  }));
}

/** It is the same at every moment. */
const offersByMarket = new Map<string, readonly Offer[]>();
/** They stay the same while the clock does. */
const promotionsByClock = new Map<string, readonly Promotion[]>();

interface Verdicts {
  readonly here: readonly CartProblem['code'][];
  readonly there: readonly string[];
}

/** Sends the cart as the product does: what the service says against it, through to the orders. Nothing: it was bought. */
async function refusalsThere(connection: Connection, cart: CartDraft, customerId: CustomerTenantId): Promise<readonly string[]> {
  const made = await createCart(connection, {
    customerId, reseller: cart.reseller ?? reseller, attestationAccepted: true, lines: cart.lines,
    ...(cart.additionalPartnerIds === undefined ? {} : { additionalPartnerIds: cart.additionalPartnerIds }),
  }, newRequestId());
  if (made.outcome !== 'answered') return [`${made.outcome} ${made.failure.serverCode ?? ''}`];
  const onLines = made.value.lines.flatMap((line) => (line.error === undefined ? [] : [`${line.error.code}: ${line.error.text}`]));
  if (onLines.length > 0) return onLines;
  const bought = await checkoutCart(connection, { customerId, cartId: made.value.cartId }, newRequestId());
  if (bought.outcome !== 'answered') return [`${bought.outcome} ${bought.failure.serverCode ?? ''}`];
  return bought.value.orderErrors.map((one) => `order ${one.code}`);
}

/** Several carts of one customer, one after the other: the later ones meet what the earlier ones bought. */
async function verdictsOn(clock: Date, customerIndex: number, recipes: readonly CartRecipe[]): Promise<readonly Verdicts[]> {
  const client = await startPracticeClient({ now: () => clock });
  try {
    const connection = connectionTo(client);
    const customerId = CustomerTenantId.parse(seed.listingAt(customerIndex).tenantId);
    const market = seed.customerByTenant(customerId)?.address.country ?? 'IT';
    const qualification = seed.qualificationOf(customerId);
    const key = `${market} ${clock.toISOString()}`;
    const offers = offersByMarket.get(market) ?? (await readOffers(client, market));
    offersByMarket.set(market, offers);
    const promotions = promotionsByClock.get(key) ?? (await readPromotions(client, market));
    promotionsByClock.set(key, promotions);
    const now = instantOf(clock);
    const draft: CartDraft = {
      kind: 'cart', id: DraftId.parse('0193a000-0000-7000-8000-000000000001'),
      accountId: AccountId.parse('0193a000-0000-7000-8000-000000000002'), state: 'open', createdAt: now, updatedAt: now,
      customer: { kind: 'tenant', customerId }, customerName: 'x', domain: 'x', market, currency, reseller, lines: [],
      agreement: { kind: 'on-file' }, attestationAccepted: true,
    };
    const verdicts: Verdicts[] = [];
    for (const recipe of recipes) {
      const read = await listSubscriptions(connection, { customerId }, newRequestId());
      if (read.outcome !== 'answered') throw new Error(read.outcome);
      const { subscriptions } = read.value;
      const world: CartWorld = {
        offers, promotions, subscriptions, reseller, now,
        otherPartnerIds: others.map((one) => one.mpnId), ownPartnerId: provider.mpnId,
        segments: [
          'commercial',
          ...(qualification === 'Education' ? ['education' as const] : qualification === 'Nonprofit' ? ['nonprofit' as const] : []),
        ],
      };
      const cart = cartFrom(recipe, draft, world);
      const problems = cartProblems(cart, {
        offers: offersByKey(offers, market), resellers: [], ownPartnerId: provider.mpnId,
        ownedBusinessSeats: ownedBusinessSeats(subscriptions), now, subscriptions, promotions,
        qualifications: qualification === undefined ? [] : [qualification],
      });
      const here = problems.filter((problem) => problem.stops).map((problem) => problem.code);
      // an empty cart is refused on both sides, and has nothing to send
      const there = cart.lines.length === 0 ? ['empty'] : await refusalsThere(connection, cart, customerId);
      verdicts.push({ here, there });
    }
    return verdicts;
  } finally {
    await client.close();
  }
}

const clocks = [new Date('2026-06-10T08:00:00Z'), new Date('2028-02-29T23:30:00Z')];
const counts = { taken: 0, refused: 0, codes: new Map<string, number>() };

describe('a random cart of the real practice catalogue', () => {
  it('is taken here exactly when the practice tenant takes it, through to its orders', { timeout: 60_000 }, async () => {
    const runSeed = Number(process.env['RANDOM_CARTS_SEED'] ?? Date.now() % 1_000_000);
    const run = fc.record({
      clock: fc.constantFrom(...clocks), customer: fc.constantFrom(...customers),
      recipes: fc.array(cartRecipe, { minLength: 1, maxLength: 5 }),
    });
    await fc.assert(fc.asyncProperty(run, async ({ clock, customer, recipes }) => {
      for (const { here, there } of await verdictsOn(clock, customer, recipes)) {
        expect({ here, there: there.length > 0 ? there : 'taken' }).toSatisfy(() => (here.length > 0) === (there.length > 0));
        if (there.length > 0) counts.refused += 1;
        else counts.taken += 1;
        for (const code of here) counts.codes.set(code, (counts.codes.get(code) ?? 0) + 1);
      }
    }), { seed: runSeed, numRuns: Number(process.env['RANDOM_CARTS_RUNS'] ?? 150), plugins: [fc.interruptAfterTimeLimit(20_000)] });
    process.stdout.write(`random carts: seed ${runSeed}, ${counts.taken} taken, ${counts.refused} refused\n`);
    process.stdout.write(`${[...counts.codes].map(([code, count]) => `${code} ${count}`).join(', ')}\n`);
    expect(Math.min(counts.taken, counts.refused)).toBeGreaterThan(5);
  });
});
