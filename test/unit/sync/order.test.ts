import { describe, expect, it } from 'vitest';
import { needsPerson } from '../../../shared/sync/operation.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import { mirrorUpdatesOf } from '../../../shared/sync/mirror-updates.ts';
import {
  answer,
  exchange,
  exchanges,
  give,
  good,
  later,
  lineOf,
  newOrder,
  readyToBuy,
  refusal,
  reseller,
  sentName,
  throttle,
  wake,
} from './sync-builders.ts';

const decide = (operation: Operation, decision: Parameters<typeof give>[1] & { name: 'decide' }): Operation =>
  give(operation, decision).operation;

describe('an order', () => {
  it('checks the reseller, reads the offers, makes a cart and checks it out', () => {
    const cart = wake(exchanges(newOrder(), good.reseller, good.offers()));
    expect(sentName(cart)).toBe('create-cart');
    expect(cart.effects[0]?.outgoing.input).toMatchObject({
      reseller,
      attestationAccepted: true,
      lines: [
        { id: 0, catalogItemId: 'CFQ7TTC0LH0:0001:NEW', partnerId: '4847383' },
        { id: 1, partnerId: '4847383' },
      ],
    });
    const done = exchanges(readyToBuy(), good.checkout());
    expect(done.state).toMatchObject({
      name: 'done',
      result: {
        orderIds: ['order-0', 'order-1'],
        lines: [
          { lineId: 0, state: 'ordered', orderId: 'order-0' },
          { lineId: 1, state: 'ordered' },
        ],
      },
    });
    expect(mirrorUpdatesOf(done)).toMatchObject([{ kind: 'orders-placed', orders: [{ id: 'order-0' }, { id: 'order-1' }] }]);
  });

  it('puts the reseller on every line and numbers the lines from nought', () => {
    const { payload } = newOrder({ lines: [lineOf(7), lineOf(3)] });
    expect(payload.lines.map(({ id, partnerId }) => ({ id, partnerId }))).toEqual([
      { id: 0, partnerId: '4847383' },
      { id: 1, partnerId: '4847383' },
    ]);
  });

  it("asks nobody about a reseller when the order is the provider's own", () => {
    const direct = newOrder({ reseller: { kind: 'direct', isConfirmed: true } });
    expect(sentName(wake(direct))).toBe('read-offers');
    expect(direct.payload.lines.some(({ partnerId }) => partnerId !== undefined)).toBe(false);
  });

  it.each([
    ['unknown', answer({ isKnown: false, isAgreementSigned: false }), 'partner-id-unknown'],
    ['without the agreement', answer({ isKnown: true, isAgreementSigned: false }), 'reseller-agreement-missing'],
    ['inactive', refusal('partner-id-inactive'), 'partner-id-inactive'],
  ])('is held, not failed, for a reseller who is %s (F19)', (_, incoming, code) => {
    const held = exchange(newOrder(), incoming);
    expect(held.state).toMatchObject({
      name: 'needs-decision',
      differences: [{ kind: 'reseller-not-ready', failure: { code } }],
    });
    expect(sentName(wake(decide(held, { name: 'decide', decision: { kind: 'accept' } })))).toBe('check-reseller');
  });

  it('asks before any cart is made when a price changed, and takes it when a person does', () => {
    const asked = exchanges(newOrder(), good.reseller, good.offers('110.00'));
    expect(asked.state).toMatchObject({
      name: 'needs-decision',
      differences: [{ kind: 'price', lineId: 0, before: { amount: '100.00' }, after: { amount: '110.00' } }, { lineId: 1 }],
    });
    const accepted = decide(asked, { name: 'decide', decision: { kind: 'accept' } });
    expect(sentName(wake(exchanges(accepted, good.reseller, good.offers('110.00'))))).toBe('create-cart');
    expect(exchanges(accepted, good.reseller, good.offers('120.00')).state.name).toBe('needs-decision');
  });

  it('takes an amount written differently, and a new catalog item id, for the same', () => {
    expect(exchanges(newOrder(), good.reseller, good.offers('100.0')).state.name).toBe('ready');
  });

  it('asks about an offer that is gone; the line can be dropped but not accepted', () => {
    const asked = exchanges(newOrder(), good.reseller, good.offers('100.00', [1]));
    expect(asked.state).toMatchObject({ name: 'needs-decision', differences: [{ kind: 'offer-gone', lineId: 0 }] });
    expect(give(asked, { name: 'decide', decision: { kind: 'accept' } }).problem).toBeDefined();
    const dropped = decide(asked, { name: 'decide', decision: { kind: 'drop-lines', lineIds: [0] } });
    expect(dropped.kind === 'place-order' && dropped.payload.lines).toMatchObject([{ id: 0, title: 'Product 1' }]);
    expect(give(asked, { name: 'decide', decision: { kind: 'drop-lines', lineIds: [0, 1] } }).problem).toBeDefined();
    expect(give(asked, { name: 'decide', decision: { kind: 'send-again' } }).problem).toBeDefined();
  });

  it.each([
    ['quantity', { quantity: 4 }, '5', '4'],
    ['partnerId', { partnerId: undefined }, '4847383', ''],
    ['termDuration', { termDuration: 'P1M' }, 'P1Y', 'P1M'],
    ['billingCycle', { billingCycle: 'monthly' }, 'annual', 'monthly'],
    ['currency', { currencyCode: 'USD' }, 'EUR', 'USD'],
    ['catalogItemId', { catalogItemId: 'OTHER' }, 'CFQ7TTC0LH0:0001:NEW', 'OTHER'],
  ])("compares the cart's %s with the draft", (field, change, before, after) => {
    const asked = exchanges(newOrder(), good.reseller, good.offers(), good.cart([good.cartLine(0, change), good.cartLine(1)]));
    expect(asked.state).toMatchObject({
      name: 'needs-decision',
      differences: [{ kind: 'line-changed', lineId: 0, field, before, after }],
    });
  });

  it('takes another quantity when a person does, but never another Partner ID', () => {
    const cartWith = (change: object): Operation =>
      exchanges(newOrder(), good.reseller, good.offers(), good.cart([good.cartLine(0, change), good.cartLine(1)]));
    const accept = { name: 'decide', decision: { kind: 'accept' } } as const;
    const fewer = decide(cartWith({ quantity: 4 }), accept);
    expect(fewer.kind === 'place-order' && fewer.payload.lines[0]?.quantity).toBe(4);
    expect(give(cartWith({ partnerId: '7777777' }), accept).problem).toBeDefined();
  });

  it('reads every line of the cart: refused, missing and unasked ones', () => {
    const bad = good.cartLine(0, { error: { code: '800020', text: 'may not be bought' } });
    const asked = exchanges(newOrder(), good.reseller, good.offers(), good.cart([bad, good.cartLine(2)]));
    expect(asked.state).toMatchObject({
      differences: [
        { kind: 'line-refused', lineId: 0, failure: { code: 'item-not-purchasable', serverCode: '800020' } },
        { kind: 'line-changed', lineId: 1, field: 'missing' },
        { kind: 'line-changed', lineId: 2, field: 'missing' },
      ],
    });
  });

  it('ignores case and underscores of a billing cycle', () => {
    const lines = [good.cartLine(0, { billingCycle: 'Annual' }), good.cartLine(1)];
    expect(exchanges(newOrder(), good.reseller, good.offers(), good.cart(lines)).state.name).toBe('ready');
  });

  it('ends each line in its own state when the checkout bought only some', () => {
    const errors = [{ orderGroup: '1', code: '800069', text: 'risk check' }];
    const done = exchange(readyToBuy(), good.checkout([good.order(0)], errors));
    expect(done.state).toMatchObject({
      name: 'done',
      result: {
        orderIds: ['order-0'],
        lines: [
          { state: 'ordered' },
          { lineId: 1, state: 'refused', failure: { code: 'risk-check-failed', serverCode: '800069' } },
        ],
      },
    });
    expect(needsPerson(done)).toBe(true);
    const seen = give(done, { name: 'acknowledge' });
    expect(needsPerson(seen.operation)).toBe(false);
    expect(seen.operation.state).toEqual(done.state);
  });

  it('pairs lines of our own orders that the server names differently', () => {
    const lines = [{ lineNumber: 0, offerId: 'MS-AZR-0145P', friendlyName: 'Odd', quantity: 5 }];
    const done = exchange(readyToBuy(), good.checkout([good.order(0, { lines }), good.order(1)]));
    expect(done.state).toMatchObject({
      result: { lines: [{ lineId: 0, state: 'ordered', orderId: 'order-0' }, { state: 'ordered' }] },
    });
  });

  it('is refused when the checkout bought nothing', () => {
    const errors = ['0', '1'].map((orderGroup) => ({ orderGroup, code: '800069', text: 'risk check' }));
    expect(exchange(readyToBuy(), good.checkout([], errors)).state).toMatchObject({
      name: 'refused',
      failure: { code: 'risk-check-failed' },
    });
    const unknown = ['0', '1'].map((orderGroup) => ({ orderGroup, code: '123456', text: 'new' }));
    expect(exchange(readyToBuy(), good.checkout([], unknown)).state).toMatchObject({
      failure: { code: 'order-not-created', serverCode: '123456' },
    });
    expect(exchange(readyToBuy(), refusal('credit-limit')).state).toMatchObject({
      name: 'refused',
      failure: { code: 'credit-limit' },
    });
  });

  it('makes a new cart, compared again, when the cart grew too old to be checked out', () => {
    const bought = wake(readyToBuy(), later(8 * 86_400));
    expect(sentName(bought)).toBe('check-reseller');
    expect(sentName(wake(readyToBuy(), later(60)))).toBe('checkout');
    const throttled = exchange(readyToBuy(), throttle(7200));
    expect(sentName(wake(throttled, later(7300)))).toBe('check-reseller');
  });

  it('makes a new cart when the server lost one that was never checked out, but not for ever', () => {
    let operation: Operation = newOrder();
    for (let round = 0; round < 2; round += 1) {
      operation = exchanges(operation, good.reseller, good.offers(), good.cart(), refusal('cart-expired'));
      expect(operation.state.name).toBe('ready');
    }
    operation = exchanges(operation, good.reseller, good.offers(), good.cart(), refusal('cart-expired'));
    expect(operation.state).toMatchObject({ name: 'refused', failure: { code: 'cart-expired' } });
  });

  it('keeps its customer when it is edited', () => {
    const refused = exchange(readyToBuy(), refusal('credit-limit'));
    const payload = { ...newOrder().payload, customerName: 'Somebody else', lines: [lineOf(0, { quantity: 1 })] };
    const edited = give(refused, { name: 'edit', payload }).operation;
    expect(edited.kind === 'place-order' && edited.payload).toMatchObject({
      customerName: 'Fornace Bianchi',
      lines: [{ quantity: 1 }],
    });
    expect(give(refused, { name: 'edit', payload: { ...payload, lines: [] } }).problem).toBeDefined();
  });
});
