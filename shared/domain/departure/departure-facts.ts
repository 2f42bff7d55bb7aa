import type { Instant } from '../../instant.ts';
import type { Operation, OperationOf } from '../../sync/operation.ts';
import type { CartProblem } from '../cart/cart-rules.ts';
import type { Offer } from '../catalogue/offer.ts';
import type { CartDraft } from '../draft.ts';
import type { Order } from '../order/order.ts';
import type { ResellerStanding } from '../partnership/reseller-standing.ts';
import type { Subscription } from '../subscription/subscription.ts';

/** What is to leave: a draft, or an order of the outbox looked at as the cart it was. */
export type DepartingCart = Pick<
  CartDraft, 'customer' | 'customerName' | 'domain' | 'market' | 'currency' | 'reseller' | 'lines' | 'agreement' | 'attestationAccepted'
>;

/** What this computer knows around a cart that is to leave. Nothing is asked of the server here. */
export interface DepartureFacts {
  readonly cart: DepartingCart;
  /** The problems of the cart itself (cartProblems), found with the same facts. */
  readonly problems: readonly CartProblem[];
  readonly offers: ReadonlyMap<string, Offer>;
  /** How its reseller stands; undefined for a direct customer, and while the list was never read. */
  readonly standing: ResellerStanding | undefined;
  /** What was read of the customer, and when; undefined when it never was opened online. */
  readonly customer: {
    readonly readAt: Instant | undefined;
    readonly isAgreed: boolean | undefined;
    readonly subscriptions: readonly Subscription[] | undefined;
    readonly orders: readonly Order[] | undefined;
    readonly qualificationsReadAt: Instant | undefined;
  } | undefined;
  /** The operation that makes the customer, when it still is to be made. */
  readonly maker: OperationOf<'create-customer'> | undefined;
  /** When prices of the market were last read or imported; undefined when they never were. */
  readonly pricesReadAt: Instant | undefined;
  /** Operations of the outbox; those of this very cart are left out by the caller. */
  readonly others: readonly Operation[];
  readonly now: Instant;
}
