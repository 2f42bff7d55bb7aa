import { describe, expect, it } from 'vitest';
import type { NextTerm } from '../../../shared/domain/subscription/next-term.ts';
import {
  isConfirmedNext, isSameTerm, nextTermEnds, nextTermOffers, nextTermProblem, nextTermPromotions, pairFor, plannedTerm, scheduledOf,
} from '../../../shared/domain/subscription/next-term.ts';
import type { Offer } from '../../../shared/domain/catalogue/offer.ts';
import { periodLeft, refundEstimate, seatMoney } from '../../../shared/domain/subscription/refund.ts';
import { reducibleSeats, seatProblem } from '../../../shared/domain/subscription/seat-rules.ts';
import type { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import type { UpgradeTarget } from '../../../shared/domain/subscription/upgrade.ts';
import { usedSeats } from '../../../shared/domain/subscription/used-seats.ts';
import { Instant, plusSeconds } from '../../../shared/instant.ts';
import { readLicenses } from '../../../shared/partner-center/readers/licenses.ts';
import { offerOf, subscriptionOf } from './cart-fixtures.ts';

const at = (text: string): Instant => Instant.parse(text);
const now = at('2026-11-24T09:00:00.000Z');
const until = at('2026-11-27T10:00:00.000Z');
const later = at('2026-11-30T10:00:00.000Z');
const eur = (amount: string) => ({ amount, currency: 'EUR' });
const mail = (more: Partial<Subscription> = {}): Subscription => subscriptionOf('s-1', 'CFQ7TTC0LH16:0001:AV', { quantity: 20, ...more });
const batched = mail({
  cancellableUntil: until,
  refundableQuantity: { totalQuantity: 12, details: [{ quantity: 4, allowedUntil: later }, { quantity: 8 }] },
});
const offer = offerOf('CFQ7TTC0LH16', { minimumQuantity: 2, maximumQuantity: 100 });
const codeOf = (wanted: number, subscription: Subscription, when = now, subscriptions: readonly Subscription[] = []): unknown =>
  seatProblem(wanted, { subscription, offer, subscriptions, now: when });

describe('seats that may be given back', () => {
  it('counts each batch by its own date, to the second, and a batch without one by the window of the subscription', () => {
    expect(reducibleSeats(batched, now)).toEqual({
      kind: 'batches', seats: 12, batches: [{ quantity: 8, until }, { quantity: 4, until: later }],
    });
    expect(reducibleSeats(batched, plusSeconds(until, -1))).toMatchObject({ seats: 12 });
    expect(reducibleSeats(batched, until)).toMatchObject({ seats: 4 });
    expect(reducibleSeats(batched, later)).toEqual({ kind: 'none' });
    expect(reducibleSeats(mail({ cancellableUntil: until }), plusSeconds(until, -1))).toEqual({ kind: 'all', seats: 20, until });
    expect(reducibleSeats(mail({ cancellableUntil: until }), until)).toEqual({ kind: 'none' });
    expect(reducibleSeats(mail(), now)).toEqual({ kind: 'unknown' });
    expect(reducibleSeats({ ...batched, productType: 'Software' }, now)).toEqual({ kind: 'none' });
  });

  it('says why a number is not allowed now, and whether the renewal can have it', () => {
    expect(codeOf(8, batched)).toBeUndefined();
    expect(codeOf(7, batched)).toEqual({ code: 'too-many-back', count: 12, canSchedule: true });
    expect(codeOf(16, batched, until)).toBeUndefined();
    expect(codeOf(15, batched, until)).toMatchObject({ code: 'too-many-back', count: 4 });
    expect(codeOf(19, batched, later)).toMatchObject({ code: 'window-over', canSchedule: true });
    expect(codeOf(19, mail())).toBeUndefined();
    expect(codeOf(100, mail())).toBeUndefined();
    expect(codeOf(101, mail())).toMatchObject({ code: 'above-maximum', count: 100, canSchedule: false });
    expect(codeOf(1, batched)).toMatchObject({ code: 'below-minimum', count: 2, canSchedule: false });
    expect(codeOf(2.5, batched)).toMatchObject({ code: 'not-a-number' });
    expect(codeOf(19, { ...batched, productType: 'Software' })).toMatchObject({ code: 'software', canSchedule: false });
    expect(codeOf(21, mail({ status: 'Suspended' }))).toMatchObject({ code: 'suspended' });
  });

  it('leaves a Business plan what the others of the customer leave of 300, suspended ones too', () => {
    const basic = subscriptionOf('b', 'CFQ7TTC0LH18:0001', { quantity: 10 });
    const all = [
      basic, subscriptionOf('p', 'CFQ7TTC0LCHC:0001', { quantity: 200 }),
      subscriptionOf('x', 'CFQ7TTC0LDPB:0001', { quantity: 40, status: 'suspended' }),
      subscriptionOf('gone', 'CFQ7TTC0LDPB:0001', { quantity: 50, status: 'deleted' }),
    ];
    const facts = { subscription: basic, offer: undefined, subscriptions: all, now };
    expect(seatProblem(60, facts)).toBeUndefined();
    expect(seatProblem(61, facts)).toMatchObject({ code: 'business-family', count: 60 });
  });
});

describe('what seats cost and give back', () => {
  const billed = mail({ billingCycle: 'monthly', startsAt: at('2026-01-31T08:00:00.000Z'), endsAt: at('2027-01-31T08:00:00.000Z') });

  it('counts the days of the running period in UTC, over ends of months and changes of the clock', () => {
    expect(periodLeft(billed, at('2026-02-10T00:00:00.000Z'))).toEqual({ days: 18, ofDays: 31, endsAt: '2026-02-28T08:00:00.000Z' });
    // 29 March and 25 October 2026 have 23 and 25 hours in Rome
    expect(periodLeft(billed, at('2026-03-28T23:30:00.000Z'))).toMatchObject({ days: 3 });
    expect(periodLeft(billed, at('2026-10-24T22:30:00.000Z'))).toMatchObject({ days: 7, ofDays: 31 });
    expect(periodLeft({ ...billed, billingCycleEndsAt: at('2026-12-01T00:00:00.000Z') }, now)).toMatchObject({ days: 7, ofDays: 30 });
    expect(periodLeft({ ...billed, billingCycle: 'one_time' }, now)).toBeUndefined();
    expect(periodLeft(mail(), now)).toBeUndefined();
  });

  it('pro-rates by days and rounds once', () => {
    const money = seatMoney({ ...billed, billingCycleEndsAt: at('2026-12-01T00:00:00.000Z') }, 3, eur('5.50'), now);
    expect(money).toMatchObject({ perPeriod: eur('16.5'), now: eur('3.85') });
    expect(seatMoney(mail(), 3, eur('5.50'), now)).toEqual({ perSeat: eur('5.50'), perPeriod: eur('16.5') });
  });

  it('follows the refund options of the server: full, then by days, then nothing', () => {
    const refunded = {
      ...billed, billingCycleEndsAt: at('2026-12-01T00:00:00.000Z'), cancellableUntil: until,
      refundOptions: [{ type: 'Full', expiresAt: plusSeconds(now, 60) }, { type: 'Partial', expiresAt: until }],
    };
    expect(refundEstimate(refunded, eur('5.50'), now)).toEqual(eur('110'));
    expect(refundEstimate(refunded, eur('5.50'), plusSeconds(now, 60))).toEqual(eur('25.67'));
    expect(refundEstimate(refunded, eur('5.50'), until)).toBeUndefined();
    expect(refundEstimate({ ...refunded, refundOptions: [] }, eur('5.50'), now)).toBeUndefined();
  });
});

describe('the next term', () => {
  const own = offerOf('CFQ7TTC0LH16');
  const other = offerOf('CFQ7TTC0LCHC', { maximumQuantity: 300 });
  const trial = offerOf('TRIAL', { isTrial: true });
  const addon = offerOf('ADDON', { isAddon: true, prerequisiteSkus: ['CFQ7TTC0LH16:0001'] });
  const school = offerOf('SCHOOL', { segment: 'education' });
  const all = [own, other, trial, addon, school];
  const running = mail({ endsAt: at('2026-12-15T00:00:00.000Z') });
  const facts = { subscription: running, subscriptions: [running], now };
  const same: NextTerm = { offer: own, termDuration: 'P1Y', billingCycle: 'monthly', quantity: 20 };
  const problem = (next: Partial<NextTerm>, more: Partial<typeof facts> = {}): string | undefined =>
    nextTermProblem({ ...same, ...next }, { ...facts, ...more })?.code;

  it('offers what fits: no trials, no other segment, add-ons only of the base', () => {
    expect(nextTermOffers(running, all, undefined)).toEqual([own, other]);
    const next = (offer: Offer): UpgradeTarget => ({ catalogItemId: `${offer.productId}:${offer.skuId}:ANY`, title: '', ways: [], into: [] });
    // what Microsoft confirmed for the renewal comes first, of whatever kind
    const known = { targets: { immediate: [next(other)], scheduled: [next(school)] }, at: now };
    expect(nextTermOffers(running, all, undefined, known)).toEqual([own, school, other]);
    expect([own, school, other].map((offer) => isConfirmedNext(offer, running, known))).toEqual([true, true, false]);
    expect([own, other].map((offer) => isConfirmedNext(offer, running, undefined))).toEqual([true, undefined]);
    const archive = subscriptionOf('a', 'ADDON:0001', { parentSubscriptionId: 's-1' });
    expect(nextTermOffers(archive, [...all, offerOf('OTHER', { isAddon: true, prerequisiteSkus: ['X:1'] })], running)).toEqual([addon]);
    expect(pairFor(other, { termDuration: 'p1m', billingCycle: 'Annual' })).toMatchObject({ termDuration: 'P1M' });
    expect(pairFor(other, { termDuration: 'P3Y', billingCycle: 'annual' })).toBe(other.terms[0]);
  });

  it('begins as it stands, or as it was arranged, and is sent as the contract writes it', () => {
    expect(plannedTerm(running, all)).toEqual(same);
    const premium = { ...same, offer: other, quantity: 9, promotionId: 'P', customTermEndsAt: at('2027-02-28T00:00:00.000Z') };
    const scheduled = scheduledOf(premium);
    expect(scheduled).toEqual({
      product: {
        productId: 'CFQ7TTC0LCHC', skuId: '0001', availabilityId: 'Y', billingCycle: 'monthly', termDuration: 'P1Y', promotionId: 'P',
      },
      quantity: 9, customTermEndsAt: '2027-02-28T00:00:00.000Z',
    });
    expect(plannedTerm({ ...running, ...(scheduled && { scheduled }) }, all)).toEqual(premium);
    expect(plannedTerm(running, [])).toBeUndefined();
    expect([same, premium].map((next) => isSameTerm(next, running))).toEqual([true, false]);
  });

  it('is arranged until the day of its end is over in UTC, of what is active and no trial', () => {
    expect(problem({})).toBeUndefined();
    expect(problem({}, { now: at('2026-12-15T23:59:59.000Z') })).toBeUndefined();
    expect(problem({}, { now: at('2026-12-16T00:00:00.000Z') })).toBe('over');
    expect(problem({}, { subscription: { ...running, status: 'suspended' } })).toBe('suspended');
    expect(problem({}, { subscription: { ...running, isTrial: true } })).toBe('trial');
    expect(problem({ termDuration: 'P3Y' })).toBe('no-pair');
    expect(problem({ quantity: 20_000 })).toBe('seats');
    const premium = subscriptionOf('p', 'CFQ7TTC0LCHC:0001', { quantity: 295 });
    expect(problem({ offer: other, quantity: 6 }, { subscriptions: [running, premium] })).toBe('seats');
  });

  it('may end early at the end of a month or with another subscription, counted from the renewal', () => {
    const teams = subscriptionOf('t', 'TEAMS:0001', { endsAt: at('2027-03-10T00:00:00.000Z') });
    const around = { ...facts, subscriptions: [running, teams] };
    const ends = nextTermEnds(same, around).map((one) => one.at.slice(0, 10));
    expect(ends).toEqual(expect.arrayContaining(['2026-12-31', '2027-03-10', '2027-11-30']));
    expect(ends.some((day) => day < '2026-12-15' || day > '2027-12-15')).toBe(false);
    expect(problem({ customTermEndsAt: at('2027-03-10T00:00:00.000Z') }, around)).toBeUndefined();
    expect(problem({ customTermEndsAt: at('2027-03-11T00:00:00.000Z') }, around)).toBe('end-date');
    expect(problem({ customTermEndsAt: at('2026-11-30T00:00:00.000Z') }, around)).toBe('end-date');
  });

  it('names the promotions that run at the renewal, for the pair and the seats', () => {
    const product = { productId: 'cfq7ttc0lh16', skuId: '0001', termDuration: 'P1Y', billingCycle: 'monthly', discount: '0.15' } as const;
    const promotion = { id: 'P', name: 'Fifteen', description: '', isAutoApplicable: false, products: [product], maximumSeats: 20 };
    const start = at('2026-12-15T00:00:00.000Z');
    expect(nextTermPromotions(same, [promotion], start)).toEqual([promotion]);
    expect(nextTermPromotions({ ...same, quantity: 21 }, [promotion], start)).toEqual([]);
    expect(nextTermPromotions(same, [{ ...promotion, endsAt: start }], start)).toEqual([]);
    expect(nextTermPromotions({ ...same, termDuration: 'P1M' }, [promotion], start)).toEqual([]);
  });
});

describe('seats in use', () => {
  it('are matched by the name of the product; several subscriptions share them; no match is not known', () => {
    const licenses = [readLicenses({ productSku: { name: 'Exchange  Online' }, consumedUnits: 12, activeUnits: 25 })].flatMap((one) => one ?? []);
    const one = mail({ offerName: 'exchange online', quantity: 20 });
    expect(usedSeats(one, [one], licenses)).toEqual({ consumed: 12, bought: 20, isShared: false });
    const second = { ...one, id: 's-2', quantity: 5 };
    const gone = { ...one, id: 's-3', status: 'deleted' };
    expect(usedSeats(one, [one, second, gone], licenses)).toEqual({ consumed: 12, bought: 25, isShared: true });
    expect(usedSeats(mail(), [], licenses)).toBeUndefined();
    expect(usedSeats(one, [one], undefined)).toBeUndefined();
    expect(readLicenses({ productSku: { name: 'X' } })).toBeUndefined();
  });
});
