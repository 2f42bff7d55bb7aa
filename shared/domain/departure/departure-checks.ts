import type { CartProblem } from '../cart/cart-rules.ts';
import { agreementChecks, customerChecks, qualificationChecks, resellerChecks } from './about-customer.ts';
import { duplicateChecks, priceChecks, promotionChecks, seatChecks } from './about-lines.ts';
import { inDepartureOrder } from './departure.ts';
import type { DepartureCheck, DepartureFinding, DepartureFix, DepartureTopic } from './departure.ts';
import type { DepartureFacts } from './departure-facts.ts';

const topicsOf: Readonly<Record<CartProblem['code'], DepartureTopic>> = {
  'no-lines': 'products', 'too-many-lines': 'products', 'offer-gone': 'products', 'term-not-offered': 'products',
  'renews-only-trial': 'products',
  'quantity-below': 'seats', 'quantity-above': 'seats', 'too-many-seats': 'seats', 'trial-once': 'seats',
  'currency-mixed': 'price', 'price-missing': 'price',
  'reseller-missing': 'reseller', 'partner-id-own': 'reseller', 'partner-id-missing': 'reseller', 'reseller-not-partner': 'reseller',
  'reseller-not-active': 'reseller',
  'additional-region': 'reseller', 'additional-too-many': 'reseller', 'additional-without-reseller': 'reseller', 'additional-own': 'reseller',
  'additional-is-reseller': 'reseller', 'additional-twice': 'reseller',
  'addon-base-missing': 'addons', 'addon-base-wrong': 'addons', 'addon-base-unchecked': 'addons',
  'end-date-not-allowed': 'end-date', 'end-date-outside-term': 'end-date', 'end-date-not-aligned': 'end-date', 'end-date-unchecked': 'end-date',
  'promotion-first-purchase': 'promotion', 'promotion-needs-product': 'promotion', 'promotion-used-up': 'promotion',
  'promotion-ended': 'promotion', 'promotion-gone': 'promotion', 'promotion-seats-below': 'promotion', 'promotion-seats-above': 'promotion',
  'segment-not-qualified': 'qualification', 'segment-unchecked': 'qualification',
  'agreement-missing': 'agreement', 'agreement-contact': 'agreement', 'agreement-date-future': 'agreement',
  'offer-attestation-missing': 'statement', 'attestation-missing': 'statement',
};

/** Warnings that reading the customer answers. */
const unread: ReadonlySet<CartProblem['code']> = new Set(['addon-base-unchecked', 'end-date-unchecked', 'segment-unchecked']);

function fixOf({ code, step }: CartProblem, { cart }: DepartureFacts): DepartureFix {
  if (unread.has(code) && cart.customer.kind === 'tenant') return { kind: 'read-customer', customerId: cart.customer.customerId };
  if (code === 'price-missing') return { kind: 'update-catalogue' };
  const resellerId = cart.reseller?.kind === 'reseller' ? cart.reseller.id : undefined;
  if (code === 'reseller-not-active' && resellerId !== undefined) return { kind: 'reseller', resellerId };
  return { kind: 'step', step };
}

const ofProblem = (problem: CartProblem, facts: DepartureFacts): DepartureCheck => ({
  topic: topicsOf[problem.code],
  colour: problem.stops ? 'red' : 'amber',
  what: { problem },
  ...(problem.values === undefined ? {} : { values: problem.values }),
  ...(problem.lineId === undefined ? {} : { lineId: problem.lineId }),
  fix: fixOf(problem, facts),
});

/** What is said of a topic in which nothing is wrong. Those without one say their green themselves, with the age of the fact. */
const greens: Partial<Record<DepartureTopic, DepartureFinding>> = {
  products: 'products-offered', seats: 'seats-fit', statement: 'statement-given', duplicate: 'no-duplicate',
};
/** Said only where the cart has such a thing. */
const greensIfAny: Partial<Record<DepartureTopic, { readonly finding: DepartureFinding; readonly isThere: (facts: DepartureFacts) => boolean }>> = {
  addons: { finding: 'addons-fit', isThere: ({ cart }) => cart.lines.some((line) => line.addonOf !== undefined) },
  'end-date': { finding: 'end-dates-fit', isThere: ({ cart }) => cart.lines.some((line) => line.customTermEnd !== undefined) },
};

function greenChecks(found: readonly DepartureCheck[], facts: DepartureFacts): DepartureCheck[] {
  const silent = (topic: DepartureTopic): boolean => found.every((check) => check.topic !== topic);
  const always = Object.entries(greens).map(([topic, finding]) => ({ topic, finding }));
  const some = Object.entries(greensIfAny).filter(([, green]) => green.isThere(facts)).map(([topic, { finding }]) => ({ topic, finding }));
  return [...always, ...some].flatMap(({ topic, finding }): DepartureCheck[] =>
    isTopic(topic) && silent(topic) ? [{ topic, colour: 'green', what: { finding } }] : []);
}

const isTopic = (text: string): text is DepartureTopic => text in greens || text in greensIfAny;

/**
 * Everything that can be known before a cart leaves, gravest first: the cart's own problems, and what only its surroundings
 * tell. It works on cached facts and says how old they are; the server is asked all of it again when the order is sent.
 */
export function departureChecks(facts: DepartureFacts): readonly DepartureCheck[] {
  const found = [
    ...facts.problems.map((problem) => ofProblem(problem, facts)),
    ...resellerChecks(facts), ...agreementChecks(facts), ...customerChecks(facts), ...qualificationChecks(facts),
    ...seatChecks(facts), ...priceChecks(facts), ...promotionChecks(facts), ...duplicateChecks(facts),
  ];
  return inDepartureOrder([...found, ...greenChecks(found, facts)]);
}
