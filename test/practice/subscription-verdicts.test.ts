import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transitionTargetsOf } from '../../electron/practice/seed/transitions.ts';
import type { Offer } from '../../shared/domain/catalogue/offer.ts';
import { nextTermEnds, nextTermOffers, nextTermProblem, plannedTerm, scheduledOf } from '../../shared/domain/subscription/next-term.ts';
import type { NextTerm } from '../../shared/domain/subscription/next-term.ts';
import { seatProblem } from '../../shared/domain/subscription/seat-rules.ts';
import type { Subscription } from '../../shared/domain/subscription/subscription.ts';
import { type Instant, instantOf, plusSeconds } from '../../shared/instant.ts';
import { readAvailability } from '../../shared/partner-center/readers/availabilities.ts';
import { readRows } from '../../shared/partner-center/readers/collection.ts';
import { offerOf } from '../../shared/partner-center/readers/offers.ts';
import { readSku } from '../../shared/partner-center/readers/skus.ts';
import { readSubscription } from '../../shared/partner-center/readers/subscriptions.ts';
import { openSubscriptionDesk, pathOf, seededWhere, type SubscriptionDesk } from './subscription-desk.ts';

const DAY_MS = 86_400_000;
const record = seededWhere(
  (one) => one.termDuration === 'P1Y' && one.title === 'Microsoft 365 E3' && one.quantity > 10 && one.lapses !== true,
);
const [target] = transitionTargetsOf(record.catalogItemId);
const bought = Date.parse(record.createdAt);
let desk: SubscriptionDesk;

beforeEach(async () => {
  desk = await openSubscriptionDesk(bought + DAY_MS);
});
afterEach(async () => {
  await desk.close();
});

const listed = async (): Promise<readonly Subscription[]> =>
  readRows((await desk.client.call('GET', pathOf(record).replace(/\/[^/]+$/u, ''))).body, readSubscription)?.rows ?? [];

async function standing(): Promise<{ subscription: Subscription; subscriptions: readonly Subscription[]; now: Instant }> {
  const subscriptions = await listed();
  const subscription = subscriptions.find(({ id }) => id === record.id);
  if (subscription === undefined) throw new Error('the subscription is not listed');
  return { subscription, subscriptions, now: instantOf(new Date(desk.now())) };
}

async function readOffer(offerId: string): Promise<Offer> {
  const [productId = '', skuId = ''] = offerId.split(':');
  const path = `/v1/products/${productId}/skus/${skuId}`;
  const sku = readSku((await desk.client.call('GET', `${path}?country=IT`)).body);
  const { body } = await desk.client.call('GET', `${path}/availabilities?country=IT&targetSegment=commercial`);
  const offer = sku && offerOf('IT', sku, readRows(body, readAvailability)?.rows ?? []);
  if (offer === undefined) throw new Error(`no offer ${offerId}`);
  return offer;
}

describe('the rules of the subscription page and those of the tenant come to one verdict', () => {
  it('on seats: inside the window of each batch and after it, and at the limits of the SKU', async () => {
    const seats = record.quantity;
    const changes = [
      [5, seats + 4], [6, seats - 1], [7, seats - 2], [7, seats - 1], [7, seats], [8, 1_000_000_000], [8, 0], [8, 2.5],
      [11, seats - 1], [13, seats - 2], [13, seats + 1],
    ] as const;
    const verdicts: (readonly [boolean, boolean])[] = [];
    for (const [days, quantity] of changes) {
      await desk.putClock(bought + days * DAY_MS);
      const facts = await standing();
      const offer = await readOffer(facts.subscription.offerId ?? '');
      const isFine = seatProblem(quantity, { ...facts, offer }) === undefined;
      verdicts.push([isFine, (await desk.change(record, { quantity })).status === 200]);
    }
    expect(verdicts.filter(([here, there]) => here !== there)).toEqual([]);
    expect(verdicts.map(([here]) => here)).toEqual(expect.arrayContaining([true, false]));
  });

  it('on the next term: product, seats, pair and early end, as the contract writes them', async () => {
    const facts = await standing();
    const offers = [await readOffer(facts.subscription.offerId ?? ''), await readOffer(`${target?.productId ?? ''}:${target?.skuId ?? ''}`)];
    const planned = plannedTerm(facts.subscription, offers);
    const [first] = planned ? nextTermEnds(planned, facts) : [];
    const offer = nextTermOffers(facts.subscription, offers, undefined)[1];
    if (planned === undefined || first === undefined || offer === undefined) throw new Error('nothing to choose from');
    const choices: readonly Partial<NextTerm>[] = [
      { quantity: 3 }, { offer, quantity: 3 }, { quantity: 0 }, { quantity: 1_000_000_000 }, { termDuration: 'P3Y', billingCycle: 'one_time' },
      { customTermEndsAt: first.at }, { customTermEndsAt: plusSeconds(first.at, 86_400 * 2) }, { customTermEndsAt: facts.now },
      { offer, customTermEndsAt: first.at },
    ];
    const verdicts: unknown[] = [];
    const stored: (readonly [unknown, unknown])[] = [];
    for (const choice of choices) {
      const next = { ...planned, ...choice };
      const isFine = nextTermProblem(next, facts) === undefined;
      // a pair that is not offered has nothing to send
      const { customTermEndsAt, ...plain } = scheduledOf(next) ?? { quantity: next.quantity };
      const instructions = { ...plain, ...(customTermEndsAt && { customTermEndDate: customTermEndsAt }) };
      const { status, body } = await desk.change(record, { autoRenewEnabled: true, scheduledNextTermInstructions: instructions });
      const isTaken = status === 200 && readSubscription(body)?.scheduled !== undefined;
      if (isFine !== isTaken) verdicts.push({ choice, isFine, body });
      if (isTaken) stored.push([readSubscription(body)?.scheduled, scheduledOf(next)]);
    }
    expect(verdicts).toEqual([]);
    expect(stored).toHaveLength(4);
    expect(stored.map(([there]) => there)).toEqual(stored.map(([, here]) => here));
  });
});
