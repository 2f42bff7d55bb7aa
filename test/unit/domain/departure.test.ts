import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cartProblems } from '../../../shared/domain/cart/cart-rules.ts';
import type { CartSurroundings } from '../../../shared/domain/cart/cart-rules.ts';
import type { Offer } from '../../../shared/domain/catalogue/offer.ts';
import { departureChecks } from '../../../shared/domain/departure/departure-checks.ts';
import { inDepartureOrder, worstColour } from '../../../shared/domain/departure/departure.ts';
import type { DepartureCheck } from '../../../shared/domain/departure/departure.ts';
import type { DepartureFacts } from '../../../shared/domain/departure/departure-facts.ts';
import type { CartDraft } from '../../../shared/domain/draft.ts';
import { newStepId } from '../../../shared/ids.ts';
import { plusSeconds } from '../../../shared/instant.ts';
import { departingOrders } from '../../../renderer/platform/departure/departing.ts';
import type { Departing } from '../../../renderer/platform/departure/departing.ts';
import type { Operation, OperationOf } from '../../../shared/sync/operation.ts';
import { newCart, newCustomer, newOrder } from '../sync/sync-builders.ts';
import { aroundOf, cartOf, lineOf, now, offerOf, subscriptionOf } from './cart-fixtures.ts';

const day = 24 * 3600;
const basic = offerOf('CFQ7TTC0LH18', { maximumQuantity: 300 });
const exchange = offerOf('CFQ7TTC0LH16');
const school = offerOf('CFQ7TTC0EDU1', { segment: 'education' });
const readAt = plusSeconds(now, -3600);
const tenantId = 'c0000000-0000-4000-8000-000000000001';

type Known = NonNullable<DepartureFacts['customer']>;
const known: Known = { readAt, isAgreed: true, subscriptions: [], orders: [], qualificationsReadAt: readAt };

interface More extends Partial<Omit<DepartureFacts, 'cart' | 'problems' | 'offers'>> {
  readonly around?: Partial<CartSurroundings>;
}

function checksOf(cart: CartDraft, offers: readonly Offer[], { around = {}, ...more }: More = {}): readonly DepartureCheck[] {
  const surroundings = aroundOf(offers, around);
  return departureChecks({
    cart, problems: cartProblems(cart, surroundings), offers: surroundings.offers,
    standing: { standing: 'ok', at: readAt }, customer: known, maker: undefined, pricesReadAt: readAt, others: [], now, ...more,
  });
}

const cart = cartOf({ lines: [lineOf(exchange)] });
const what = (check: DepartureCheck): string => ('finding' in check.what ? check.what.finding : check.what.problem.code);
const seen = (checks: readonly DepartureCheck[]): readonly string[] => checks.map((check) => `${check.colour} ${what(check)}`);
const find = (checks: readonly DepartureCheck[], name: string): DepartureCheck => {
  const found = checks.find((check) => what(check) === name);
  if (found === undefined) throw new Error(`${name} is not among ${seen(checks).join(', ')}`);
  return found;
};

const orderOf = (lines: CartDraft['lines']): OperationOf<'place-order'> => {
  const order = newOrder({ customer: cart.customer });
  return { ...order, payload: { ...order.payload, lines: [...lines] } };
};

describe('a cart of which everything is known and right', () => {
  it('is green from top to bottom, and says how old what it rests on is', () => {
    const checks = checksOf(cart, [exchange]);
    expect(worstColour(checks)).toBe('green');
    expect(seen(checks)).toEqual([
      'green reseller-good', 'green agreement-on-file', 'green customer-known', 'green products-offered', 'green seats-fit',
      'green price-current', 'green no-duplicate', 'green statement-given',
    ]);
    expect(find(checks, 'reseller-good').at).toBe(readAt);
    expect(find(checks, 'customer-known').at).toBe(readAt);
    expect(find(checks, 'price-current').at).toBe(readAt);
  });

  it('puts the gravest first', () => {
    const green = find(checksOf(cart, [exchange]), 'reseller-good');
    const red = find(checksOf({ ...cart, attestationAccepted: false }, [exchange]), 'attestation-missing');
    expect(inDepartureOrder([green, red]).map(({ colour }) => colour)).toEqual(['red', 'green']);
  });
});

describe('the reseller (stories F17 to F19)', () => {
  it('is amber while its Partner ID was never checked, or longer than a week ago, with the check as its fix', () => {
    const never = find(checksOf(cart, [exchange], { standing: { standing: 'unknown' } }), 'reseller-unchecked');
    expect(never).toMatchObject({ colour: 'amber', fix: { kind: 'check-reseller', partnerId: '5390001' } });
    const at = plusSeconds(now, -8 * day);
    const old = find(checksOf(cart, [exchange], { standing: { standing: 'ok', at } }), 'reseller-check-old');
    expect(old).toMatchObject({ colour: 'amber', at, fix: { kind: 'check-reseller', partnerId: '5390001' } });
  });

  it('is red when the last check found why Microsoft refuses it', () => {
    const checks = checksOf(cart, [exchange], { standing: { standing: 'agreement-missing', at: readAt } });
    expect(find(checks, 'reseller-refused')).toMatchObject({ colour: 'red', at: readAt, fix: { kind: 'reseller' } });
  });

  it('is red without one, and green for a customer that is direct on purpose', () => {
    const { reseller: _none, ...without } = cart;
    expect(find(checksOf(without, [exchange]), 'reseller-missing')).toMatchObject({ colour: 'red', fix: { kind: 'step', step: 'products' } });
    const direct = cartOf({ lines: cart.lines.map(({ partnerId: _id, ...line }) => line), reseller: { kind: 'direct', isConfirmed: true } });
    expect(seen(checksOf(direct, [exchange], { standing: undefined }))).toContain('green direct');
  });

  it('is said once when the list already has it as suspended', () => {
    const resellers = aroundOf([exchange]).resellers.map((one) => ({ ...one, state: 'Suspended' as const }));
    const checks = checksOf(cart, [exchange], { around: { resellers }, standing: { standing: 'suspended', at: readAt } });
    expect(checks.filter(({ topic }) => topic === 'reseller').map(what)).toEqual(['reseller-not-active']);
  });
});

describe('the agreement (story F31)', () => {
  const contact = { firstName: 'Anna', lastName: 'Rossi', email: 'anna@caffe.example', phoneNumber: '' };

  it('is amber while the customer was only invited, and green once the server knows of it', () => {
    const invited = cartOf({ lines: cart.lines, agreement: { kind: 'invited', contact } });
    const open = { ...known, isAgreed: false };
    expect(find(checksOf(invited, [exchange], { customer: open }), 'agreement-invited')).toMatchObject({
      colour: 'amber', values: { person: 'Anna Rossi' }, fix: { kind: 'read-customer', customerId: tenantId },
    });
    expect(seen(checksOf(invited, [exchange]))).toContain('green agreement-on-file');
  });

  it('is amber when it is said to be on file and nobody read it', () => {
    expect(find(checksOf(cart, [exchange], { customer: undefined }), 'agreement-unknown').colour).toBe('amber');
  });
});

describe('orders of the outbox, looked at as the carts they were', () => {
  const contact = { firstName: 'Anna', lastName: 'Rossi', email: 'anna@caffe.example', phoneNumber: '' };
  const only = (operations: readonly Operation[]): Departing => {
    const [departing] = departingOrders(operations);
    if (departing === undefined) throw new Error('nothing departs');
    return departing;
  };

  it('do not miss the person who was invited: an order that waits for the agreement can leave', () => {
    const made = newCart({ customer: cart.customer, agreement: { kind: 'invited', contact } });
    const { cart: departing } = only(made);
    const checks = checksOf({ ...cart, agreement: departing.agreement ?? { kind: 'on-file' }, state: departing.state }, [exchange], {
      customer: { ...known, isAgreed: false },
    });
    expect(find(checks, 'agreement-invited').colour).toBe('amber');
    expect(worstColour(checks)).toBe('amber');
  });

  it('take who accepted, and when, from the operation that attests it', () => {
    const made = newCart({ customer: cart.customer, agreement: { kind: 'to-confirm', contact, dateAgreed: now } });
    expect(only(made).cart.agreement).toEqual({ kind: 'to-confirm', contact, dateAgreed: now });
  });

  it('are those that have not left: not one that is being sent, done or given up', () => {
    const order = orderOf([lineOf(exchange)]);
    expect(departingOrders([order]).map(({ operationId }) => operationId)).toEqual([order.id]);
    expect(departingOrders([{ ...order, state: { name: 'cancelled', at: now } }])).toEqual([]);
    expect(departingOrders([{ ...order, state: { name: 'sending', stepId: newStepId() } }])).toEqual([]);
  });
});

describe('the customer (story F16)', () => {
  const made = newCustomer();
  const pending = cartOf({ lines: cart.lines, customer: { kind: 'pending', operationId: made.id } });
  const makerIn = (operation: Operation): OperationOf<'create-customer'> => {
    if (operation.kind !== 'create-customer') throw new Error('not a customer');
    return operation;
  };

  it('is amber while it waits to be made, red when it was refused or given up', () => {
    const waiting = find(checksOf(pending, [exchange], { customer: undefined, maker: makerIn(made) }), 'customer-waiting');
    expect(waiting).toMatchObject({ colour: 'amber', fix: { kind: 'operation', operationId: made.id } });
    const given = makerIn({ ...made, state: { name: 'cancelled', at: now } });
    expect(find(checksOf(pending, [exchange], { customer: undefined, maker: given }), 'customer-given-up').colour).toBe('red');
    const refused = makerIn({ ...made, state: { name: 'refused', stepId: newStepId(), failure: { code: 'domain-taken' } } });
    expect(find(checksOf(pending, [exchange], { customer: undefined, maker: refused }), 'customer-refused').colour).toBe('red');
  });

  it('is amber when it was never opened online', () => {
    const checks = checksOf(cart, [exchange], { customer: undefined });
    expect(find(checks, 'customer-unread')).toMatchObject({ colour: 'amber', fix: { kind: 'read-customer', customerId: tenantId } });
    expect(find(checks, 'subscriptions-unread').colour).toBe('amber');
  });
});

describe('segments and qualification', () => {
  const teaching = cartOf({ lines: [lineOf(school)] });

  it('is red without the qualification, amber while unread, green with it', () => {
    expect(find(checksOf(teaching, [school], { around: { qualifications: [] } }), 'segment-not-qualified').colour).toBe('red');
    expect(find(checksOf(teaching, [school]), 'segment-unchecked')).toMatchObject({ colour: 'amber', fix: { kind: 'read-customer' } });
    const fits = find(checksOf(teaching, [school], { around: { qualifications: ['Education'] } }), 'qualification-fits');
    expect(fits).toMatchObject({ colour: 'green', at: readAt });
  });
});

describe('seats (story F34)', () => {
  const many = cartOf({ lines: [lineOf(basic, [], { quantity: 200 })] });

  it('counts the business family over the orders that wait, not over this cart alone', () => {
    const waiting = orderOf([lineOf(basic, [], { quantity: 120 })]);
    const check = find(checksOf(many, [basic], { others: [waiting] }), 'seats-with-others');
    expect(check).toMatchObject({ colour: 'amber', values: { seats: '320', maximum: '300' }, fix: { kind: 'operation', operationId: waiting.id } });
    const fewer = orderOf([lineOf(basic, [], { quantity: 100 })]);
    expect(seen(checksOf(many, [basic], { others: [fewer] }))).not.toContain('amber seats-with-others');
  });

  it('leaves out orders that are done, given up, or another customer\'s', () => {
    const waiting = orderOf([lineOf(basic, [], { quantity: 120 })]);
    const gone: Operation = { ...waiting, state: { name: 'cancelled', at: now } };
    const foreign: Operation = { ...waiting, payload: { ...waiting.payload, customer: { kind: 'pending', operationId: waiting.id } } };
    expect(seen(checksOf(many, [basic], { others: [gone, foreign] }))).not.toContain('amber seats-with-others');
  });
});

describe('prices and promotions (story F21)', () => {
  it('is amber when a price is another one now, with both amounts, and taking the new ones as its fix', () => {
    const dearer = offerOf('CFQ7TTC0LH16', {
      terms: exchange.terms.map((term) => ({ ...term, unitPrice: { amount: '9.99', currency: 'EUR' } })),
    });
    expect(find(checksOf(cart, [dearer]), 'price-changed')).toMatchObject({
      colour: 'amber', values: { before: '5.50', after: '9.99' }, fix: { kind: 'take-prices' },
    });
  });

  it('is amber when the prices were read more than a month ago, or never', () => {
    const at = plusSeconds(now, -32 * day);
    expect(find(checksOf(cart, [exchange], { pricesReadAt: at }), 'price-list-old')).toMatchObject({ colour: 'amber', at });
    expect(find(checksOf(cart, [exchange], { pricesReadAt: undefined }), 'price-list-old').colour).toBe('amber');
  });

  it('is red for a promotion that has ended, amber for one that ends within a week, green else', () => {
    const with_ = (endsAt: typeof now): CartDraft =>
      cartOf({ lines: [{ ...lineOf(exchange), promotion: { id: 'P:0001:A', name: 'Autumn', discount: '0.15', endsAt } }] });
    expect(find(checksOf(with_(plusSeconds(now, -1)), [exchange]), 'promotion-ended').colour).toBe('red');
    expect(find(checksOf(with_(plusSeconds(now, 6 * day)), [exchange]), 'promotion-ends-soon').colour).toBe('amber');
    expect(find(checksOf(with_(plusSeconds(now, 8 * day)), [exchange]), 'promotion-running').colour).toBe('green');
  });
});

describe('what is there already', () => {
  it('points to the subscription whose seats may be meant', () => {
    const subscriptions = [subscriptionOf('s-1', 'CFQ7TTC0LH16:0001:X')];
    const check = find(checksOf(cart, [exchange], { customer: { ...known, subscriptions } }), 'has-subscription');
    const exchangeSeats = cart.lines[0]?.quantity ?? 0;
    const seats = 5 + exchangeSeats;
    expect(check).toMatchObject({ colour: 'amber', fix: { kind: 'subscription', customerId: tenantId, subscriptionId: 's-1', seats } });
    const suspended = [subscriptionOf('s-1', 'CFQ7TTC0LH16:0001:X', { status: 'suspended' })];
    expect(seen(checksOf(cart, [exchange], { customer: { ...known, subscriptions: suspended } }))).toContain('green no-duplicate');
  });

  it('points to an order of the last two weeks, and first of all to one that waits', () => {
    const order = (createdAt: typeof now) => ({
      id: 'o-1', customerId: tenantId, billingCycle: 'monthly', status: 'completed', createdAt,
      lines: [{ lineNumber: 0, offerId: 'CFQ7TTC0LH16:0001:X', friendlyName: 'Exchange', quantity: 1 }],
    });
    const recent = { ...known, orders: [order(plusSeconds(now, -13 * day))] };
    expect(find(checksOf(cart, [exchange], { customer: recent }), 'has-recent-order').fix).toEqual({ kind: 'order', orderId: 'o-1' });
    const past = { ...known, orders: [order(plusSeconds(now, -15 * day))] };
    expect(seen(checksOf(cart, [exchange], { customer: past }))).toContain('green no-duplicate');
    const waiting = orderOf([lineOf(exchange)]);
    const both = checksOf(cart, [exchange], { customer: recent, others: [waiting] });
    expect(seen(both)).toContain('amber has-open-order');
    expect(seen(both)).not.toContain('amber has-recent-order');
  });
});

it('is never all green while the cart itself cannot be bought, and every check that is not green has a way out', () => {
  const offers = [basic, exchange, school];
  const line = fc.record({
    offer: fc.constantFrom(...offers), quantity: fc.integer({ min: 1, max: 400 }), isCredited: fc.boolean(), hasEnded: fc.option(fc.boolean()),
  });
  const carts = fc.record({
    lines: fc.array(line, { maxLength: 4 }), isAttested: fc.boolean(), hasReseller: fc.boolean(), hasAgreement: fc.boolean(),
    isRead: fc.boolean(), standing: fc.constantFrom('ok', 'unknown', 'suspended', 'other-region', 'gone'),
  });
  fc.assert(fc.property(carts, (made) => {
    const lines = made.lines.map(({ offer, quantity, isCredited, hasEnded }, id) => {
      const { partnerId, ...bare } = { ...lineOf(offer), id, quantity };
      const promotion = { id: 'P:1:A', name: 'P', discount: '0.1', endsAt: plusSeconds(now, hasEnded === true ? -1 : 90 * day) };
      return { ...bare, ...(isCredited && partnerId ? { partnerId } : {}), ...(hasEnded === null ? {} : { promotion }) };
    });
    const { reseller, agreement, ...rest } = cartOf({ lines, attestationAccepted: made.isAttested });
    const draft: CartDraft = {
      ...rest, ...(made.hasReseller && reseller ? { reseller } : {}), ...(made.hasAgreement && agreement ? { agreement } : {}),
    };
    const standing = { standing: made.standing as 'ok', at: readAt };
    const checks = checksOf(draft, offers, { standing, customer: made.isRead ? known : undefined });
    const isStopped = cartProblems(draft, aroundOf(offers)).some(({ stops }) => stops);
    expect(isStopped && worstColour(checks) !== 'red').toBe(false);
    expect(checks.filter(({ colour, fix }) => colour !== 'green' && fix === undefined).map(what)).toEqual([]);
  }));
});
