import { describe, expect, it } from 'vitest';
import { customerParts } from '../../../shared/domain/briefcase/briefcase-parts.ts';
import type { CustomerParts, MarketParts } from '../../../shared/domain/briefcase/briefcase-parts.ts';
import { dueParts, isMarketDue } from '../../../shared/domain/briefcase/due-parts.ts';
import { partsReady, readinessOf, readinessOfAll } from '../../../shared/domain/briefcase/readiness.ts';
import type { Readiness, ReadinessFacts } from '../../../shared/domain/briefcase/readiness.ts';
import { CustomerTenantId, ResellerTenantId } from '../../../shared/ids.ts';
import { Instant, plusSeconds } from '../../../shared/instant.ts';

const now = Instant.parse('2026-11-24T09:00:00.000Z');
const hours = (count: number): Instant => plusSeconds(now, count * 3600);
const uno = ResellerTenantId.parse('e0000001-0000-4000-8000-000000000000');
const whole = (readAt: Instant, more: Partial<CustomerParts> = {}): CustomerParts => ({
  id: CustomerTenantId.parse('c0000001-0000-4000-8000-000000000000'), name: 'Birra Rossi', resellerIds: [uno], country: 'IT', subscriptions: 2,
  orders: 1, partnerIds: ['4890002'], bytes: 900, readAt: Object.fromEntries(customerParts.map((part) => [part, readAt])), ...more,
});
const italy = (more: Partial<MarketParts> = {}): MarketParts => ({
  country: 'IT', catalogue: { readAt: hours(-2), offers: 9, bytes: 1 }, promotions: { count: 1, readAt: hours(-2) },
  priceList: { month: '2026-11', readAt: hours(-2), until: Instant.parse('2026-12-01T00:00:00.000Z'), bytes: 1 }, ...more,
});
function ready(customer: CustomerParts, market = italy(), checkedAt: Instant | 'never' = hours(-3), at = now): Readiness {
  const facts: ReadinessFacts = {
    now: at, markets: new Map([[market.country, market]]), partnerIdOf: (id) => (id === uno ? '4890002' : undefined),
    checkedAt: () => (checkedAt === 'never' ? undefined : checkedAt),
  };
  return readinessOf(partsReady(customer, facts), at);
}

describe('ready offline until', () => {
  it('the part that ends first: age, term, month, promotion or check', () => {
    const young = whole(hours(-1));
    const month = { part: 'price-list', why: 'month', name: '2026-11' };
    expect(ready(young)).toMatchObject({ state: 'complete', missing: [], first: month, oldest: hours(-3) });
    expect(ready(whole(hours(-24)))).toMatchObject({ first: { why: 'age', part: 'detail', until: hours(6 * 24) } });
    const ending = whole(hours(-1), { nextEnd: { at: hours(30), name: 'Plan' } });
    expect(ready(ending).first).toMatchObject({ part: 'subscriptions', why: 'term-end', name: 'Plan', until: hours(30) });
    const promoted = italy({ promotions: { count: 2, readAt: hours(-2), nextEnd: { at: hours(20), name: 'Autumn' } } });
    expect(ready(ending, promoted).first).toMatchObject({ part: 'promotions', why: 'promotion', name: 'Autumn', until: hours(20) });
    expect(ready(young, italy(), hours(-6 * 24)).first).toMatchObject({ part: 'reseller-check', name: '4890002', until: hours(24) });
  });

  it('says what is missing, before what is too old, and that nothing was ever read', () => {
    const { orders: _orders, ...readAt } = whole(hours(-1)).readAt;
    expect(ready(whole(now, { readAt }))).toMatchObject({ state: 'partly', missing: ['orders'] });
    const { priceList: _prices, ...market } = italy();
    expect(ready(whole(hours(-1)), market)).toMatchObject({ state: 'partly', missing: ['price-list'] });
    expect(ready(whole(hours(-1)), italy(), 'never')).toMatchObject({ state: 'partly', missing: ['reseller-check'] });
    const { country: _country, ...abroad } = whole(hours(-1));
    expect(ready(abroad).missing).toEqual(['catalogue', 'price-list', 'promotions']);
    const never = ready({ ...abroad, readAt: {} });
    expect(never.state).toBe('never');
    expect(ready(whole(hours(-200)), italy()).state).toBe('out-of-date');
    expect(ready(whole(hours(-1)), italy(), hours(-3), hours(24 * 8)).first).toMatchObject({ part: 'price-list' });
    // a clock that was ahead wrote it: nobody knows how old it is
    expect(ready(whole(hours(5)))).toMatchObject({ state: 'never' });
  });

  it('of all is that of the weakest', () => {
    const one = (readiness: Readiness) => ({ readiness });
    const complete = ready(whole(hours(-1)));
    const soon = ready(whole(hours(-1), { nextEnd: { at: hours(1), name: 'Plan' } }));
    const never = ready(whole(now, { readAt: {} }));
    expect(readinessOfAll([])).toBeUndefined();
    const together = readinessOfAll([one(complete), one(soon)]);
    expect([together?.readiness.state, together?.firstOf?.readiness]).toEqual(['complete', soon]);
    expect(readinessOfAll([one(complete), one(never)])?.readiness).toMatchObject({ state: 'partly', first: complete.first });
    expect(readinessOfAll([one(never), one(never)])?.readiness.state).toBe('never');
    expect(readinessOfAll([one(complete), one(ready(whole(hours(-200))))])?.readiness.state).toBe('out-of-date');
  });
});

describe('what is read again', () => {
  it('is what is missing, what is no longer fresh, and what has an age that cannot be', () => {
    expect(dueParts(whole(hours(-5)), now)).toEqual([]);
    expect(dueParts(whole(hours(-6)), now)).toEqual(['detail', 'subscriptions', 'orders']);
    expect(dueParts(whole(hours(-24)), now)).toEqual([...customerParts]);
    expect(dueParts(whole(hours(1)), now)).toEqual([...customerParts]);
    expect(dueParts(whole(now, { readAt: { detail: now } }), now)).toEqual(customerParts.slice(1));
  });

  it('of a country: half a day later, with another month, or when something is missing', () => {
    expect(isMarketDue(italy(), now)).toBe(false);
    expect(isMarketDue(italy(), hours(11))).toBe(true);
    expect(isMarketDue(italy({ priceList: { month: '2026-10', readAt: hours(-1), until: hours(-1), bytes: 1 } }), now)).toBe(true);
    expect(isMarketDue({ country: 'IT' }, now)).toBe(true);
  });
});
