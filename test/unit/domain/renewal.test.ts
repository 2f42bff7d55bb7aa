import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ListedPrice, PriceList, SkuInLists } from '../../../shared/domain/catalogue/price-list.ts';
import { choiceProblem, endEdits, endKey, isDecided, readChoices, withChoices } from '../../../shared/domain/renewal/choice.ts';
import { decideBy, fateOf, graceEnd } from '../../../shared/domain/renewal/end-of-term.ts';
import { moneyOfEnds } from '../../../shared/domain/renewal/money-of-ends.ts';
import type { Prices } from '../../../shared/domain/renewal/renewal-price.ts';
import { renewalOf } from '../../../shared/domain/renewal/renewal.ts';
import { timelineWeeks } from '../../../shared/domain/renewal/timeline.ts';
import { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import { Instant, plusSeconds } from '../../../shared/instant.ts';

const at = (text: string): Instant => Instant.parse(text);
const now = at('2026-11-27T09:00:00.000Z');
const day = 86_400;

const bought = (more: object = {}): Subscription => Subscription.parse({
  id: 's1', offerId: 'CFQ7TTC0LH16:0001:CFQ7TTC0GQJX', offerName: 'Exchange', friendlyName: 'Exchange', quantity: 10, status: 'active',
  autoRenewEnabled: false, termDuration: 'P1Y', billingCycle: 'annual',
  startsAt: '2025-12-10T00:00:00.000Z', endsAt: '2026-12-09T00:00:00.000Z',
  productType: 'OnlineServicesNCE', billingType: 'license', ...more,
});

const list = (month: string, market = 'IT'): PriceList => ({
  id: 1, kind: 'price-sheet', market, month, source: 'server', rows: 1, skipped: 0, importedAt: now,
  listDate: at(`${month}-01T00:00:00.000Z`),
});
type Terms = Pick<ListedPrice, 'termDuration' | 'billingCycle'>;
const price = (termDuration: Terms['termDuration'], billingCycle: Terms['billingCycle'], amount: string, more: object = {}): ListedPrice => ({
  productId: 'CFQ7TTC0LH16', skuId: '0001', termDuration, billingCycle, segment: 'commercial', unitPrice: { amount, currency: 'EUR' },
  isPracticePrice: true, ...more,
});
const whole = [price('P1M', 'monthly', '5.22'), price('P1Y', 'monthly', '4.57'), price('P1Y', 'annual', '52.20')];
const pricesOf = (lists: SkuInLists['prices'], market: string | undefined = 'IT'): Prices => ({
  market, skuInLists: (sku) => (sku === 'CFQ7TTC0LH16:0001' ? { prices: lists } : undefined),
});
const prices = pricesOf([{ list: list('2026-11'), prices: whole }]);

const doingNothing = (more: object, by: Prices = prices): object => {
  const found = renewalOf(bought(more), now, by);
  return { fate: found?.fate, cost: found?.cost };
};

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('what happens at the end of a term when nobody acts', () => {
  it.each([
    ['renews by itself', { autoRenewEnabled: true }, 'renews'],
    ['with what was scheduled', {
      autoRenewEnabled: true,
      scheduled: { product: { productId: 'P', skuId: '1', availabilityId: 'A', billingCycle: 'annual', termDuration: 'P1Y' }, quantity: 3 },
    }, 'renews-changed'],
    ['goes into the paid extended term', {}, 'extends'],
    ['also one of a month', { termDuration: 'P1M', startsAt: undefined, endsAt: '2026-12-09T00:00:00.000Z' }, 'extends'],
    ['also one that told no dates of its beginning', { termDuration: undefined, startsAt: undefined }, 'extends'],
    ['bought on the first day that counts', { termDuration: 'P3Y', startsAt: '2025-04-01T00:00:00.000Z' }, 'extends'],
    ['bought a day before', { termDuration: 'P3Y', startsAt: '2025-03-31T23:59:59.000Z' }, 'grace'],
    ['three years are counted back where no date is told', { termDuration: 'P3Y', startsAt: undefined, createdAt: undefined }, 'grace'],
    ['a renewal since then counts', { termDuration: 'P1Y', createdAt: '2022-12-10T00:00:00.000Z', startsAt: undefined }, 'extends'],
    ['software ends', { productType: 'Software' }, 'ends'],
    ['what is billed by use ends', { billingType: 'usage' }, 'ends'],
    ['a trial ends', { isTrial: true }, 'trial-ends'],
    ['a trial is bought', { isTrial: true, autoRenewEnabled: true }, 'trial-renews'],
    ['the copy is older than the end', { endsAt: '2026-11-26T00:00:00.000Z' }, 'passed'],
  ])('%s', (_what, more, fate) => {
    expect(renewalOf(bought(more), now, prices)?.fate).toBe(fate);
  });

  it('is free for 30 days where the end is before 4 May 2026, to the day', () => {
    const then = at('2026-04-01T00:00:00.000Z');
    const ending = (endsAt: string): string => fateOf(bought({ startsAt: '2025-05-05T00:00:00.000Z' }), at(endsAt), then);
    expect(ending('2026-05-03T23:59:59.000Z')).toBe('grace');
    expect(ending('2026-05-04T00:00:00.000Z')).toBe('extends');
    expect(graceEnd(at('2026-05-03T00:00:00.000Z'))).toBe('2026-06-03T00:00:00.000Z');
  });

  it('is asked of nothing that is over or never ends', () => {
    for (const more of [{ status: 'deleted' }, { status: 'Expired' }, { endsAt: '9999-12-10T00:00:00.000Z' }, { endsAt: undefined }]) {
      expect(renewalOf(bought(more), now, prices)).toBeUndefined();
    }
    expect(renewalOf(bought({ status: 'Suspended' }), now, prices)?.fate).toBe('extends');
  });
});

describe('the last moment to decide', () => {
  const zones = ['UTC', 'Europe/Rome', 'America/New_York', 'Pacific/Auckland'];
  it.each(zones)('is 00:00 UTC after the last day, in %s and over the change of the clocks', (zone) => {
    vi.stubEnv('TZ', zone);
    expect(decideBy(at('2026-12-09T00:00:00.000Z'))).toBe('2026-12-10T00:00:00.000Z');
    expect(decideBy(at('2026-12-31T23:59:59.000Z'))).toBe('2027-01-01T00:00:00.000Z');
    expect(decideBy(at('2027-02-28T00:00:00.000Z'))).toBe('2027-03-01T00:00:00.000Z');
    // Europe goes to summer time on 28 March 2027, the United States on 14 March
    expect(decideBy(at('2027-03-28T00:00:00.000Z'))).toBe('2027-03-29T00:00:00.000Z');
    expect(decideBy(at('2027-03-14T23:00:00.000Z'))).toBe('2027-03-15T00:00:00.000Z');
    // an hour that the server names is that hour
    expect(decideBy(at('2026-12-09T09:30:00.000Z'))).toBe('2026-12-09T09:30:00.000Z');
  });
});

describe('what that costs', () => {
  it('is the monthly plan and 3 percent, by the list of the month, for all seats', () => {
    expect(doingNothing({})).toEqual({
      fate: 'extends',
      cost: {
        kind: 'known', amount: { amount: '53.8', currency: 'EUR' }, billingCycle: 'monthly', perMonth: { amount: '53.80', currency: 'EUR' },
        listMonth: '2026-11', isPracticePrice: true, uplift: '1.03',
      },
    });
  });

  it('is its own rate by the month and 23 percent where no monthly plan exists', () => {
    const yearly = pricesOf([{ list: list('2026-11'), prices: whole.slice(2) }]);
    // 52.20 / 12 * 1.23 = 5.3505
    expect(doingNothing({}, yearly)).toMatchObject({ cost: { amount: { amount: '53.5' }, billingCycle: 'monthly', uplift: '1.23' } });
    const cheapest = pricesOf([{ list: list('2026-11'), prices: [price('P3Y', 'triennial', '1000')] }]);
    expect(doingNothing({}, cheapest)).toMatchObject({ cost: { kind: 'unknown', why: 'not-in-list' } });
  });

  it('is a period of the next term when it renews, and what is scheduled where something is', () => {
    expect(doingNothing({ autoRenewEnabled: true })).toMatchObject({
      cost: { amount: { amount: '522' }, billingCycle: 'annual', perMonth: { amount: '43.50' }, listMonth: '2026-11' },
    });
    const product = { productId: 'cfq7ttc0lh16', skuId: '0001', availabilityId: 'A', billingCycle: 'Monthly', termDuration: 'P1M' };
    expect(doingNothing({ autoRenewEnabled: true, scheduled: { product, quantity: 3 } })).toMatchObject({ cost: { amount: { amount: '15.66' } } });
  });

  it('comes from the list of the month of the end where it is here, else from the newest before it', () => {
    const monthOf = (month: string, amount: string) => ({ list: list(month), prices: [price('P1Y', 'annual', amount)] });
    const lists = [monthOf('2027-01', '70'), monthOf('2026-12', '60')];
    expect(doingNothing({ autoRenewEnabled: true }, pricesOf(lists))).toMatchObject({ cost: { amount: { amount: '600' }, listMonth: '2026-12' } });
    const ending = price('P1Y', 'annual', '50', { endsAt: at('2026-12-01T00:00:00.000Z') });
    expect(doingNothing({ autoRenewEnabled: true }, pricesOf([{ list: list('2026-11'), prices: [ending] }])))
      .toMatchObject({ cost: { amount: { amount: '500' } } });
  });

  it('takes a price that the newest list leaves out from the one before; whether there is a monthly plan the newest alone says', () => {
    const lists = [{ list: list('2026-11'), prices: [price('P1Y', 'monthly', '4.57')] }, { list: list('2026-10'), prices: whole }];
    expect(doingNothing({ autoRenewEnabled: true }, pricesOf(lists))).toMatchObject({ cost: { amount: { amount: '522' }, listMonth: '2026-10' } });
    expect(doingNothing({}, pricesOf(lists))).toMatchObject({ cost: { amount: { amount: '53.5' }, uplift: '1.23' } });
  });

  it('stays unknown and is never nothing where nobody can say it; an end costs nothing', () => {
    const on = { autoRenewEnabled: true };
    const why = (more: object, by: Prices = prices): unknown => doingNothing(more, by);
    expect(why(on, { ...prices, market: undefined })).toMatchObject({ cost: { kind: 'unknown', why: 'no-country' } });
    expect(why({ ...on, offerId: undefined })).toMatchObject({ cost: { kind: 'unknown', why: 'no-product' } });
    expect(why({ ...on, offerId: 'OTHER:0001:A' })).toMatchObject({ cost: { kind: 'unknown', why: 'not-in-list' } });
    expect(why(on, pricesOf([{ list: list('2026-11', 'DE'), prices: whole }]))).toMatchObject({ cost: { kind: 'unknown', why: 'not-in-list' } });
    expect(why({ ...on, isTrial: true })).toMatchObject({ cost: { kind: 'unknown', why: 'trial' } });
    expect(why({ productType: 'Software' })).toMatchObject({ fate: 'ends', cost: { kind: 'none' } });
  });

  it('is added up by the month and currency, the unknown ones counted', () => {
    const cost = (amount: string, currency: string) => ({
      kind: 'known', amount: { amount: '1', currency }, billingCycle: 'annual', perMonth: { amount, currency },
      listMonth: '2026-11', isPracticePrice: false,
    } as const);
    expect(moneyOfEnds([cost('0.10', 'EUR'), cost('0.20', 'EUR'), cost('5', 'CHF'), { kind: 'unknown', why: 'trial' }, { kind: 'none' }])).toEqual({
      perMonth: [{ amount: '5', currency: 'CHF' }, { amount: '0.3', currency: 'EUR' }], unknown: 1,
    });
  });
});

describe('a choice', () => {
  const renewal = (more: object = {}) => renewalOf(bought(more), now, prices) ?? expect.fail('has no end');
  const problem = (more: object, choice: 'renew' | 'extend' | 'end'): unknown => choiceProblem(bought(more), renewal(more), choice, now);

  it('sends only what does not stand yet, and no end where one follows anyway', () => {
    const [on, off, over] = [{ autoRenewEnabled: true }, { autoRenewEnabled: false }, { autoRenewEnabled: false, atTermEnd: 'cancel' } as const];
    expect([endEdits(on, 'renew', true), endEdits(over, 'renew', true)]).toEqual([{}, { autoRenewEnabled: true }]);
    expect(endEdits(on, 'extend', true)).toEqual({ autoRenewEnabled: false, atTermEnd: 'extend' });
    expect([endEdits(off, 'extend', true), endEdits(over, 'extend', true)]).toEqual([{}, { atTermEnd: 'extend' }]);
    expect(endEdits(on, 'end', true)).toEqual({ autoRenewEnabled: false, atTermEnd: 'cancel' });
    expect([endEdits(off, 'end', true), endEdits(over, 'end', true)]).toEqual([{ atTermEnd: 'cancel' }, {}]);
    expect([endEdits(on, 'end', false), endEdits(off, 'end', false)]).toEqual([{ autoRenewEnabled: false }, {}]);
  });

  it('that ends costs nothing, also where the server shows it; what it would cost to extend stays known', () => {
    const ends = renewal({ atTermEnd: 'cancel' });
    expect(ends).toMatchObject({ fate: 'ends', cost: { kind: 'none' }, withoutRenewal: { fate: 'extends' }, ended: { fate: 'ends' } });
    expect(isDecided(bought({ atTermEnd: 'cancel' }), 'ends', undefined)).toBe(true);
    expect(renewal({}).ended).toEqual({ fate: 'ends', cost: { kind: 'none' } });
    // what the server says goes before what is worked out
    expect(renewal({ startsAt: '2025-03-01T00:00:00.000Z', termDuration: 'P3Y', atTermEnd: 'extend' }).fate).toBe('extends');
  });

  it('is refused where it cannot be kept', () => {
    expect(problem({}, 'extend')).toBeUndefined();
    expect(problem({ status: 'suspended' }, 'renew')).toBe('suspended');
    expect(problem({ isTrial: true }, 'extend')).toBe('trial');
    expect(problem({ productType: 'Software' }, 'extend')).toBe('not-extended');
    expect(problem({ endsAt: '2026-11-26T00:00:00.000Z' }, 'end')).toBe('over');
  });

  it('decides this end alone; what is scheduled decides too, and a month that renews asks nobody', () => {
    const key = endKey('S1', at('2026-12-09T00:00:00.000Z'));
    const kept = withChoices({}, { [key]: { choice: 'end', at: now, endsAt: at('2026-12-09T00:00:00.000Z') } }, now);
    expect(readChoices(JSON.stringify(kept))[endKey('s1', at('2026-12-09T00:00:00.000Z'))]?.choice).toBe('end');
    expect(withChoices(kept, {}, plusSeconds(now, 43 * day))).toEqual({});
    expect(readChoices('{')).toEqual({});
    expect(isDecided(bought(), 'extends', undefined)).toBe(false);
    expect(isDecided(bought(), 'extends', 'end')).toBe(true);
    expect(isDecided(bought(), 'renews-changed', undefined)).toBe(true);
    expect(isDecided(bought(), 'renews', undefined)).toBe(false);
    expect(isDecided(bought({ termDuration: 'P1M' }), 'renews', undefined)).toBe(true);
  });
});

describe('the weeks of the picture', () => {
  it('hold each end of the next 90 days once, in order, with their money', () => {
    const end = (days: number) => ({ decideBy: plusSeconds(now, days * day), cost: { kind: 'none' } as const });
    const weeks = timelineWeeks([end(90.9), end(0), end(7), end(7.01), end(91), end(0.5)], now);
    expect(weeks).toHaveLength(13);
    expect(weeks.map(({ ends }) => ends.length)).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(weeks[1]?.from).toBe(plusSeconds(now, 7 * day));
  });
});
