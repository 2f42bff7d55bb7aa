import type { CustomerTenantId, PartnerId } from '../../ids.ts';
import type { Instant } from '../../instant.ts';
import type { CartProblem } from '../cart/cart-rules.ts';

/** What the sheet looks at, in the order in which it is shown. */
export const departureTopics = [
  'reseller', 'agreement', 'customer', 'qualification', 'products', 'addons', 'seats', 'end-date', 'price', 'promotion', 'duplicate',
  'statement',
] as const;
export type DepartureTopic = (typeof departureTopics)[number];

/** Red: it cannot be bought like this. Amber: it may be refused, or nobody knows yet. Green: as it should be. */
export const departureColours = ['red', 'amber', 'green'] as const;
export type DepartureColour = (typeof departureColours)[number];

/**
 * What is found besides the problems of the cart itself (cart-rules.ts), whose codes and sentences are their own. The
 * sentence is `departure.finding.<code>`.
 */
export const departureFindings = [
  // green, one a topic
  'reseller-good', 'direct', 'agreement-on-file', 'customer-known', 'customer-checked', 'qualification-fits', 'products-offered', 'addons-fit',
  'seats-fit', 'end-dates-fit', 'price-current', 'promotion-running', 'no-duplicate', 'statement-given',
  // amber
  'reseller-unchecked', 'reseller-check-old', 'agreement-to-confirm', 'agreement-invited', 'agreement-unknown', 'customer-waiting',
  'customer-address-kept', 'customer-unread', 'subscriptions-unread', 'price-changed', 'price-list-old', 'promotion-ends-soon',
  'seats-with-others', 'has-subscription', 'has-recent-order', 'has-open-order',
  // red
  'reseller-refused', 'customer-given-up', 'customer-refused',
] as const;
export type DepartureFinding = (typeof departureFindings)[number];

/** The one thing that puts a finding right. Where it leads is up to the screen; each has its words `departure.fix.<kind>`. */
export type DepartureFix =
  | { readonly kind: 'step'; readonly step: CartProblem['step'] }
  | { readonly kind: 'check-reseller'; readonly partnerId: PartnerId }
  | { readonly kind: 'reseller'; readonly resellerId: string }
  | { readonly kind: 'read-customer'; readonly customerId: CustomerTenantId }
  | { readonly kind: 'take-prices' }
  | { readonly kind: 'update-catalogue' }
  | { readonly kind: 'operation'; readonly operationId: string }
  | { readonly kind: 'order'; readonly orderId: string }
  /** `seats`: so many it would have with those of the line. */
  | { readonly kind: 'subscription'; readonly customerId: CustomerTenantId; readonly subscriptionId: string; readonly seats: number }
  | { readonly kind: 'new-cart' };

/** Those that ask the server something: nothing to press without a connection. */
export type ServerFix = Extract<DepartureFix, { kind: 'check-reseller' | 'read-customer' | 'update-catalogue' }>;

/** One thing that was looked at: how it stands, how old what it rests on is, and what puts it right. */
export interface DepartureCheck {
  readonly topic: DepartureTopic;
  readonly colour: DepartureColour;
  /** A problem of the cart, or a finding of the sheet. */
  readonly what: { readonly problem: CartProblem } | { readonly finding: DepartureFinding };
  readonly values?: Readonly<Record<string, string>>;
  readonly lineId?: number;
  /** When what it rests on was read or checked; absent where nothing of the server's was needed, or it never was. */
  readonly at?: Instant;
  readonly fix?: DepartureFix;
}

/** The gravest colour of all; green when there is nothing. */
export function worstColour(checks: readonly DepartureCheck[]): DepartureColour {
  return departureColours.find((colour) => checks.some((check) => check.colour === colour)) ?? 'green';
}

const place = <Item>(all: readonly Item[], item: Item): number => all.indexOf(item);

/** Gravest first, then in the order of the topics. */
export const inDepartureOrder = (checks: readonly DepartureCheck[]): DepartureCheck[] =>
  checks.toSorted((a, b) =>
    place(departureColours, a.colour) - place(departureColours, b.colour) || place(departureTopics, a.topic) - place(departureTopics, b.topic));
