import { isBefore, pastMoment, plusSeconds } from '../../instant.ts';
import type { Instant } from '../../instant.ts';
import { customerParts } from './briefcase-parts.ts';
import type { CustomerPart, CustomerParts, MarketParts } from './briefcase-parts.ts';

/** All that it takes to work for a customer without a network. */
export const readinessParts = [
  'detail', 'subscriptions', 'support-contacts', 'upgrades', 'orders', 'agreement', 'qualifications', 'reseller-check', 'catalogue', 'price-list',
  'promotions',
] as const;
export type ReadinessPart = (typeof readinessParts)[number];

/**
 * Why a part ends: it is too old to be relied on, the term of a subscription ends (with it the dates others may end with), another
 * month has other prices, a promotion ends.
 */
export const endReasons = ['age', 'term-end', 'month', 'promotion'] as const;
export type EndReason = (typeof endReasons)[number];

/** One part: missing, or there until a moment. */
export interface PartReadiness {
  readonly part: ReadinessPart;
  readonly readAt?: Instant;
  readonly until?: Instant;
  readonly why?: EndReason;
  /** What ends: a subscription, a promotion, a month, a Partner ID. */
  readonly name?: string;
}

/** Whether one can leave with it, until when, and which part ends first. */
export interface Readiness {
  readonly state: 'never' | 'partly' | 'out-of-date' | 'complete';
  /** The end of what is there. */
  readonly first?: PartReadiness & { readonly until: Instant };
  readonly missing: readonly ReadinessPart[];
  /** When the oldest part was read. */
  readonly oldest?: Instant;
}

/** What is known besides the customer itself. */
export interface ReadinessFacts {
  readonly markets: ReadonlyMap<string, MarketParts>;
  /** Partner IDs of resellers by their tenant. */
  readonly partnerIdOf: (resellerId: string) => string | undefined;
  /** When each Partner ID was last checked. */
  readonly checkedAt: (partnerId: string) => Instant | undefined;
  readonly now: Instant;
}

/** As the verdict on a Partner ID (verdict.ts): what is a week old may have changed too much to be relied on. */
const lastsSeconds = 7 * 24 * 3600;

const aged = (part: ReadinessPart, readAt: Instant): PartReadiness => ({ part, readAt, until: plusSeconds(readAt, lastsSeconds), why: 'age' });

/** The sooner of its age and its natural end. */
function endingAt(one: PartReadiness, end: { readonly at: Instant; readonly name: string } | undefined, why: EndReason): PartReadiness {
  if (end === undefined || (one.until !== undefined && !isBefore(end.at, one.until))) return one;
  return { ...one, until: end.at, why, name: end.name };
}

/** Partner IDs on which something for the customer may depend: of its resellers, and those its subscriptions credit. */
export const partnerIdsOf = ({ resellerIds, partnerIds }: CustomerParts, partnerIdOf: ReadinessFacts['partnerIdOf']): readonly string[] =>
  [...new Set([...resellerIds.flatMap((id) => partnerIdOf(id) ?? []), ...partnerIds])].filter((id) => id !== '');

function ofCustomer(customer: CustomerParts, part: CustomerPart, now: Instant): PartReadiness {
  const readAt = pastMoment(customer.readAt[part], now);
  if (readAt === undefined) return { part };
  return part === 'subscriptions' ? endingAt(aged(part, readAt), customer.nextEnd, 'term-end') : aged(part, readAt);
}

function ofMarket(market: MarketParts | undefined, now: Instant): readonly PartReadiness[] {
  const { catalogue, priceList, promotions } = market ?? {};
  const soldAt = pastMoment(catalogue?.readAt, now);
  const promotedAt = pastMoment(promotions?.readAt, now);
  return [
    soldAt === undefined ? { part: 'catalogue' } : aged('catalogue', soldAt),
    priceList === undefined
      ? { part: 'price-list' }
      : { part: 'price-list', readAt: priceList.readAt, until: priceList.until, why: 'month', name: priceList.month },
    promotedAt === undefined ? { part: 'promotions' } : endingAt(aged('promotions', promotedAt), promotions?.nextEnd, 'promotion'),
  ];
}

/** All parts of a customer, its market and its resellers. One whose country was never read has no market yet. */
export function partsReady(customer: CustomerParts, facts: ReadinessFacts): readonly PartReadiness[] {
  const { now, markets, partnerIdOf, checkedAt } = facts;
  const checks = partnerIdsOf(customer, partnerIdOf).map((name): PartReadiness => {
    const at = pastMoment(checkedAt(name), now);
    return at === undefined ? { part: 'reseller-check', name } : { ...aged('reseller-check', at), name };
  });
  return [
    ...customerParts.map((part) => ofCustomer(customer, part, now)),
    ...checks,
    ...ofMarket(customer.country === undefined ? undefined : markets.get(customer.country), now),
  ];
}

const hasEnd = (one: PartReadiness): one is PartReadiness & { readonly until: Instant } => one.until !== undefined;
const sooner = <One extends { readonly until: Instant }>(a: One, b: One): One => (isBefore(b.until, a.until) ? b : a);
const older = (a: Instant, b: Instant): Instant => (isBefore(b, a) ? b : a);

/** How the parts stand together: what is missing comes before what is too old. */
export function readinessOf(parts: readonly PartReadiness[], now: Instant): Readiness {
  const ends = parts.filter(hasEnd);
  const [end, ...laterEnds] = ends;
  const [age, ...otherAges] = parts.flatMap(({ readAt }) => readAt ?? []);
  const first = end && laterEnds.reduce(sooner, end);
  const missing = [...new Set(parts.filter(({ until }) => until === undefined).map(({ part }) => part))];
  // the catalogue of a country is there for others already: nothing of this one's own is
  const isNever = customerParts.every((part) => missing.includes(part));
  const isOver = first !== undefined && !isBefore(now, first.until);
  const state = isNever ? 'never' : missing.length > 0 ? 'partly' : isOver ? 'out-of-date' : 'complete';
  return { state, missing, ...(first && { first }), ...(age && { oldest: otherAges.reduce(older, age) }) };
}

/** How several customers stand together; undefined when there is none. */
export function readinessOfAll<One extends { readonly readiness: Readiness }>(all: readonly One[]):
  { readonly readiness: Readiness; readonly firstOf?: One } | undefined {
  if (all.length === 0) return undefined;
  const states = new Set(all.map(({ readiness }) => readiness.state));
  const state = states.size === 1 && states.has('never')
    ? 'never'
    : states.has('never') || states.has('partly') ? 'partly' : states.has('out-of-date') ? 'out-of-date' : 'complete';
  const ends = all.flatMap((one) => {
    const { first } = one.readiness;
    return first === undefined ? [] : [{ one, first, until: first.until }];
  });
  const [end, ...laterEnds] = ends;
  const soonest = end && laterEnds.reduce(sooner, end);
  const [age, ...otherAges] = all.flatMap(({ readiness }) => readiness.oldest ?? []);
  const missing = readinessParts.filter((part) => all.some(({ readiness }) => readiness.missing.includes(part)));
  return {
    readiness: { state, missing, ...(soonest && { first: soonest.first }), ...(age && { oldest: otherAges.reduce(older, age) }) },
    ...(soonest && { firstOf: soonest.one }),
  };
}
