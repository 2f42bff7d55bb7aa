import { useMemo } from 'react';
import { cartProblems } from '../../../shared/domain/cart/cart-rules.ts';
import { ownedBusinessSeats } from '../../../shared/domain/cart/line-rules.ts';
import { approvedNames } from '../../../shared/domain/customer/qualification.ts';
import { departureChecks } from '../../../shared/domain/departure/departure-checks.ts';
import type { DepartureCheck } from '../../../shared/domain/departure/departure.ts';
import type { Instant } from '../../../shared/instant.ts';
import { instantOf } from '../../../shared/instant.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import { useLive, useMirror } from '../services.tsx';
import { usePartners } from '../use-partners.ts';
import type { Partners } from '../use-partners.ts';
import { useResellerStanding } from '../use-reseller-standing.ts';
import type { StandingOf } from '../use-reseller-standing.ts';
import type { Departing } from './departing.ts';
import { readSurroundings } from './read-surroundings.ts';
import type { Surroundings } from './read-surroundings.ts';

/** What was found about one cart that is to leave. */
export interface Departure {
  readonly departing: Departing;
  readonly checks: readonly DepartureCheck[];
}

interface World {
  readonly surroundings: Surroundings;
  readonly partners: Partners;
  readonly standingOf: StandingOf;
  readonly operations: readonly Operation[];
  readonly now: Instant;
}

function customerIn({ surroundings }: World, { cart }: Departing) {
  const record = cart.customer.kind === 'tenant' ? surroundings.customers.get(cart.customer.customerId) : undefined;
  if (record === undefined) return undefined;
  const { refreshedAt, agreement, subscriptions, orders, qualifications } = record;
  return {
    readAt: refreshedAt, isAgreed: agreement?.isAccepted, subscriptions, orders,
    qualifications: qualifications?.listed, qualificationsReadAt: qualifications?.at,
  };
}

function look(departing: Departing, world: World): Departure {
  const { cart, operationId } = departing;
  const { surroundings, partners, standingOf, operations, now } = world;
  const customer = customerIn(world, departing);
  // A customer that is still to be created has nothing yet.
  const subscriptions = cart.customer.kind === 'pending' ? [] : customer?.subscriptions;
  const problems = cartProblems(cart, {
    offers: surroundings.offers, resellers: partners.rows, ownPartnerId: partners.ownPartnerId,
    ownedBusinessSeats: ownedBusinessSeats(subscriptions ?? []), subscriptions, promotions: surroundings.promotions.get(cart.market),
    qualifications: approvedNames(customer?.qualifications), now,
  });
  const makerId = cart.customer.kind === 'pending' ? cart.customer.operationId : undefined;
  const maker = operations.find((one) => one.id === makerId);
  const checks = departureChecks({
    cart, problems, offers: surroundings.offers, standing: standingOf(cart.reseller), customer,
    maker: maker?.kind === 'create-customer' ? maker : undefined,
    pricesReadAt: surroundings.pricesReadAt.get(cart.market),
    others: operations.filter((one) => one.id !== operationId && one.draftId !== cart.id), now,
  });
  return { departing, checks };
}

/**
 * All that can be known before these carts leave, live: it changes with the outbox, the offline copy and the checks of
 * Partner IDs. Undefined before the first answer. `nowMs` is the present that is shown: up to half a minute old, so that what
 * was recorded since is not taken for the future.
 */
export function useDeparture(departing: readonly Departing[], nowMs: number): readonly Departure[] | undefined {
  const partners = usePartners();
  const standingOf = useResellerStanding();
  const operations = useLive((work) => work.operations(), []);
  const about = JSON.stringify(
    departing.map(({ cart }) => [cart.customer, cart.market, cart.lines.map(({ productId, skuId }) => [productId, skuId])]),
  );
  const surroundings = useMirror(['customers', 'orders', 'catalogue', 'status'], (mirror) => readSurroundings(mirror, departing), [about]);
  return useMemo(() => {
    if (partners === undefined || operations === undefined || surroundings === undefined) return undefined;
    const world = { surroundings, partners, standingOf, operations, now: instantOf(new Date(nowMs + 60_000)) };
    return departing.map((one) => look(one, world));
  }, [departing, partners, standingOf, operations, surroundings, nowMs]);
}
