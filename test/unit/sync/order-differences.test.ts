import { describe, expect, it } from 'vitest';
import type { CartLine } from '../../../shared/domain/cart/cart-line.ts';
import { PartnerId } from '../../../shared/ids.ts';
import type { Decision } from '../../../shared/ports/outbox-control.ts';
import type { Incoming } from '../../../shared/sync/exchange.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import { canTakeOver, withAddons } from '../../../shared/sync/take-over.ts';
import {
  answer, exchange, exchanges, give, good, hear, later, lineOf, newOrder, readyToBuy, refusal, sentName, silence, wake,
} from './sync-builders.ts';

const end = later(90 * 86_400);
const promotion = { id: 'PROMO:0001:A', name: 'Spring', discount: '0.15' };
const under = (lineId: number): Partial<CartLine> => ({ addonOf: { kind: 'line', lineId } });
const subscription = (subscriptionId: string): Partial<CartLine> => ({ addonOf: { kind: 'subscription', subscriptionId, name: 'Office 365 E3' } });

const linesOf = (operation: Operation): readonly CartLine[] => (operation.kind === 'place-order' ? operation.payload.lines : []);
/** Every promotion of the order may be had. */
const eligible = (order: Operation): Incoming[] => {
  const lines = linesOf(order).filter((line) => line.promotion !== undefined);
  const judged = lines.map(({ id }) => ({ lineId: id, eligibilities: [{ promotionId: promotion.id, isEligible: true, errors: [] }] }));
  return judged.length > 0 ? [answer({ lines: judged })] : [];
};
const asked = (order: Operation, cart: object[]): Operation =>
  exchanges(order, good.reseller, good.offers(), ...eligible(order), good.cart(cart));
const decided = (operation: Operation, decision: Decision): Operation => give(operation, { name: 'decide', decision }).operation;
const differencesOf = ({ state }: Operation) => (state.name === 'needs-decision' ? state.differences : []);

interface Case {
  readonly field: string;
  readonly ours: Partial<CartLine>;
  readonly theirs: object;
  readonly before: string;
  readonly after: string;
  /** The line after the server's value was taken, or undefined when it cannot be. */
  readonly taken?: Partial<CartLine>;
}
const cases: readonly Case[] = [
  { field: 'addonOf', ours: under(0), theirs: {}, before: '0', after: '' },
  {
    field: 'addonOf', ours: subscription('subscription-1'), theirs: { parentSubscriptionId: 'subscription-2' },
    before: 'subscription-1', after: 'subscription-2',
  },
  { field: 'customTermEnd', ours: { customTermEnd: end }, theirs: {}, before: end, after: '', taken: {} },
  { field: 'customTermEnd', ours: {}, theirs: { customTermEnd: end }, before: '', after: end, taken: { customTermEnd: end } },
  { field: 'renewsTo', ours: { renewsTo: 'P1Y' }, theirs: { renewsTo: 'P1M' }, before: 'P1Y', after: 'P1M', taken: { renewsTo: 'P1M' } },
  { field: 'renewsTo', ours: { renewsTo: 'P1Y' }, theirs: { renewsTo: 'P3Y' }, before: 'P1Y', after: 'P3Y' },
  { field: 'promotion', ours: { promotion }, theirs: {}, before: promotion.id, after: '', taken: {} },
  { field: 'promotion', ours: { promotion }, theirs: { promotionId: 'OTHER:0001:A' }, before: promotion.id, after: 'OTHER:0001:A' },
  { field: 'participants', ours: {}, theirs: { additionalPartnerIds: ['517285'] }, before: '', after: '517285' },
];

describe('the cart that the server made', () => {
  it.each(cases)('is compared by its $field, "$before" against "$after"', ({ field, ours, theirs, before, after, taken }) => {
    const order = newOrder({ lines: [lineOf(0), lineOf(1, ours)] });
    const operation = asked(order, [good.cartLine(0), good.cartLine(1, theirs)]);
    expect(differencesOf(operation)).toEqual([{ kind: 'line-changed', lineId: 1, field, before, after }]);
    const [difference] = differencesOf(operation);
    expect(difference && canTakeOver(order.payload, difference)).toBe(taken !== undefined);
    const accepted = give(operation, { name: 'decide', decision: { kind: 'accept' } });
    expect(accepted.problem === undefined).toBe(taken !== undefined);
    const line = taken === undefined ? linesOf(operation)[1] : { ...lineOf(1), partnerId: '4847383', ...taken };
    expect(linesOf(accepted.operation)[1]).toEqual(line);
  });

  it('is as it was asked for: add-ons, dates, promotion, further resellers, in whatever order and spelling', () => {
    const additionalPartnerIds = [PartnerId.parse('517285'), PartnerId.parse('5357563')];
    const lines = [lineOf(0, { customTermEnd: end, promotion, renewsTo: 'P1Y' }), lineOf(1, under(0))];
    const others = { additionalPartnerIds: ['5357563', '517285'] };
    const sameDay = `${end.slice(0, 10)}T23:59:59.000Z`;
    const cart = [
      good.cartLine(0, { ...others, customTermEnd: sameDay, promotionId: promotion.id.toLowerCase(), renewsTo: 'P1Y' }),
      good.cartLine(1, { ...others, addonOf: 0 }),
    ];
    expect(asked(newOrder({ lines, additionalPartnerIds }), cart).state.name).toBe('ready');
  });

  it('may have a promotion that applies by itself: that is told, not asked', () => {
    const sent = wake(exchanges(newOrder(), good.reseller, good.offers())).operation;
    const heard = hear(sent, good.cart([good.cartLine(0, { promotionId: 'AUTO:0001:A' }), good.cartLine(1)]));
    expect(heard.operation.state.name).toBe('ready');
    expect(heard.journal).toContainEqual({ who: 'app', what: 'promotion-applied', details: { title: 'Product 0', promotionId: 'AUTO:0001:A' } });
  });

  it('is asked about one refused add-on without its base being refused', () => {
    const order = newOrder({ lines: [lineOf(0), lineOf(1, under(0))] });
    const bad = good.cartLine(1, { addonOf: 0, error: { code: '10007', text: 'wrong parent' } });
    const operation = asked(order, [good.cartLine(0), bad]);
    expect(differencesOf(operation)).toMatchObject([{ kind: 'line-refused', lineId: 1 }]);
    expect(linesOf(decided(operation, { kind: 'drop-lines', lineIds: [1] })).map(({ title }) => title)).toEqual(['Product 0']);
  });
});

describe('lines that are left out', () => {
  const lines = [lineOf(0), lineOf(1, under(0)), lineOf(2)];
  const gone = (): Operation => exchanges(newOrder({ lines }), good.reseller, good.offers('100.00', [1, 2]));

  it('take the add-ons of their base along, and the rest is numbered anew', () => {
    const kept = linesOf(decided(gone(), { kind: 'drop-lines', lineIds: [0] }));
    expect(kept.map(({ id, title, addonOf }) => ({ id, title, addonOf }))).toEqual([{ id: 0, title: 'Product 2', addonOf: undefined }]);
    expect([...withAddons(lines, [0])]).toEqual([0, 1]);
  });

  it('never leave an order without any line', () => {
    const both = exchanges(newOrder({ lines: lines.slice(0, 2) }), good.reseller, good.offers('100.00', [1]));
    expect(give(both, { name: 'decide', decision: { kind: 'drop-lines', lineIds: [0] } }).problem).toBeDefined();
  });

  it('go in one decision with what is accepted of the others', () => {
    const offers = answer({
      listDate: later(0),
      lines: [{ lineId: 0 }, ...[1, 2].map((lineId) => ({
        lineId, catalogItemId: `CFQ7TTC0LH${lineId}:0001:NEW`,
        unitPrice: { amount: '110.00', currency: 'EUR' }, retailPrice: { amount: '140.00', currency: 'EUR' },
      }))],
    });
    const operation = exchanges(newOrder({ lines: [lineOf(0), lineOf(1), lineOf(2)] }), good.reseller, offers);
    expect(give(operation, { name: 'decide', decision: { kind: 'accept' } }).problem).toBeDefined();
    const kept = linesOf(decided(operation, { kind: 'accept', dropLines: [0] }));
    expect(kept.map(({ id, title, unitPrice, retailPrice }) => [id, title, unitPrice?.amount, retailPrice?.amount])).toEqual([
      [0, 'Product 1', '110.00', '140.00'], [1, 'Product 2', '110.00', '140.00'],
    ]);
  });
});

describe('a price that changed', () => {
  const tolerant = (priceTolerance: string): Operation => {
    const order = newOrder();
    return { ...order, payload: { ...order.payload, priceTolerance } };
  };

  it.each([
    ['0.05', '105.00', 'ready'], ['0.05', '95.00', 'ready'], ['0.05', '105.01', 'needs-decision'], ['0.05', '94.99', 'needs-decision'],
    ['0', '100.01', 'needs-decision'], ['0', '100', 'ready'],
  ])('within %s of what was confirmed and now %s leaves the order %s (F21)', (tolerance, now, state) => {
    expect(exchanges(tolerant(tolerance), good.reseller, good.offers(now)).state.name).toBe(state);
  });

  it('is told in the journal when it was taken unasked', () => {
    const sent = wake(exchange(tolerant('0.05'), good.reseller)).operation;
    expect(hear(sent, good.offers('103.00')).journal).toContainEqual({
      who: 'app', what: 'price-taken', details: { title: 'Product 0', before: '100.00 EUR', after: '103.00 EUR' },
    });
  });

  it('stays measured against the price a person saw, however often it creeps', () => {
    const first = exchanges(tolerant('0.05'), good.reseller, good.offers('104.00'), good.cart());
    const again = exchanges(wake(first, later(4000)).operation, good.reseller);
    expect(hear(wake(again, later(4000)).operation, good.offers('108.00'), later(4000)).operation.state.name).toBe('needs-decision');
  });

  it('in another currency is never within anything', () => {
    const offers = answer({
      listDate: later(0),
      lines: [0, 1].map((lineId) => ({ lineId, catalogItemId: 'NEW', unitPrice: { amount: '100.00', currency: 'USD' } })),
    });
    expect(exchanges(tolerant('0.99'), good.reseller, offers).state.name).toBe('needs-decision');
  });
});

describe('what a checkout with add-ons became', () => {
  /** Two equal bases, each with the same add-on. */
  const twins = [lineOf(0), lineOf(1, under(0)), lineOf(0), lineOf(1, under(2))];
  const cartOf = (lines: readonly CartLine[], more: object = {}): object[] =>
    lines.map((line, id) => ({ ...good.cartLine(line.id), id, ...(line.addonOf?.kind === 'line' && { addonOf: line.addonOf.lineId }), ...more }));
  const bought = (id: number, subscriptionId: string, parentSubscriptionId?: string): object => ({
    lineNumber: id, offerId: `CFQ7TTC0LH${id}:0001:NEW`, friendlyName: 'P', quantity: 5 + id, partnerId: '4847383', subscriptionId,
    ...(parentSubscriptionId && { parentSubscriptionId }),
  });
  const toBuy = (lines: readonly CartLine[], cart = cartOf(lines)): Operation => {
    const numbered = lines.map((line, id) => ({ ...line, id }));
    return exchanges(newOrder({ lines: numbered }), good.reseller, offersFor(numbered), good.cart(cart));
  };
  const offersFor = (lines: readonly CartLine[]): Incoming =>
    answer({
      listDate: later(0),
      lines: lines.map(({ id, productId, unitPrice }) => ({ lineId: id, catalogItemId: `${productId}:0001:NEW`, unitPrice })),
    });
  const resultOf = ({ state }: Operation) =>
    state.name === 'done' && state.result.kind === 'place-order' ? state.result.lines : [];

  it('puts each add-on with the subscription of its own base, in whatever order the lines come', () => {
    const lines = [bought(1, 'addon-b', 'base-b'), bought(0, 'base-a'), bought(0, 'base-b'), bought(1, 'addon-a', 'base-a')];
    const done = exchange(toBuy(twins), good.checkout([good.order(0, { lines })]));
    expect(resultOf(done).map((line) => (line.state === 'ordered' ? line.subscriptionId : ''))).toEqual([
      'base-a', 'addon-a', 'base-b', 'addon-b',
    ]);
  });

  it('ends each line in its own state when the add-on was refused and its base bought', () => {
    const lines = [lineOf(0), lineOf(1, under(0))];
    const [base, addon] = cartOf(lines);
    const cart = [{ ...base, orderGroup: '0' }, { ...addon, orderGroup: '1' }];
    const errors = [{ orderGroup: '1', code: '800029', text: 'another parent' }];
    const done = exchange(toBuy(lines, cart), good.checkout([good.order(0, { lines: [bought(0, 'base-a')] })], errors));
    expect(resultOf(done)).toMatchObject([
      { lineId: 0, state: 'ordered', subscriptionId: 'base-a' },
      { lineId: 1, state: 'refused', failure: { code: 'base-not-valid', serverCode: '800029' } },
    ]);
  });

  it('never takes an add-on of an existing subscription for the one of another', () => {
    const lines = [lineOf(0, subscription('subscription-1'))];
    const cart = cartOf(lines, { parentSubscriptionId: 'subscription-1' });
    const lost = hear(wake(exchange(toBuy(lines, cart), silence), later(10)).operation, refusal('cart-submitted'), later(10)).operation;
    const look = wake(lost, later(10)).operation;
    const other = good.order(0, { lines: [bought(0, 'addon', 'subscription-2')] });
    expect(hear(look, answer({ orders: [other] }), later(10)).operation.state.name).toBe('unknown');
    const own = good.order(0, { lines: [bought(0, 'addon', 'subscription-1')] });
    expect(hear(look, answer({ orders: [own] }), later(10)).operation.state.name).toBe('done');
  });
});

describe('the age of a cart', () => {
  const days = (count: number, minutes: number): number => count * 86_400 + minutes * 60;
  const almost = later(days(6, 23 * 60));
  const over = later(days(7, 1));

  it('of 6 d 23 h and of 7 d 1 min leads to a new one, compared again, never to a purchase of the old one (F20)', () => {
    for (const now of [almost, over]) {
      const next = wake(readyToBuy(), now);
      expect(sentName(next)).toBe('check-reseller');
      const offers = wake(hear(next.operation, good.reseller, now).operation, now);
      expect(sentName(offers)).toBe('read-offers');
      expect(sentName(wake(hear(offers.operation, good.offers(), now).operation, now))).toBe('create-cart');
    }
  });

  it('is the server\'s word, also where it lives minutes only', () => {
    const short = exchanges(newOrder(), good.reseller, good.offers(), good.cart(undefined, { expiresAt: later(900) }));
    expect(sentName(wake(short, later(899)))).toBe('checkout');
    expect(sentName(wake(short, later(901)))).toBe('check-reseller');
  });

  it('does not make a lost checkout anew: it is repeated at 6 d 23 h and at 7 d 1 min, and then looked for (F20)', () => {
    const lost = exchange(readyToBuy(), silence);
    const repeated = wake(lost, almost);
    expect(sentName(repeated)).toBe('checkout');
    const again = wake(hear(repeated.operation, silence, almost).operation, over);
    expect(sentName(again)).toBe('checkout');
    expect(sentName(wake(hear(again.operation, refusal('cart-expired'), over).operation, over))).toBe('list-orders');
  });
});

describe('an order over the credit limit', () => {
  it.each([
    ['the checkout', refusal('credit-limit')],
    ['each of its orders', good.checkout([], ['0', '1'].map((orderGroup) => ({ orderGroup, code: '800025', text: 'credit line too low' })))],
  ])('is held with its reason and never sent again by itself when %s is refused (F32)', (_, incoming) => {
    const held = exchange(readyToBuy(), incoming);
    expect(held.state).toMatchObject({ name: 'refused', failure: { code: 'credit-limit' } });
    for (const seconds of [60, 3600, 86_400, 30 * 86_400]) {
      expect(wake(held, later(seconds), { isUrgent: true }).operation).toBe(held);
    }
    expect(sentName(wake(give(held, { name: 'retry' }).operation, later(86_400)))).toBe('check-reseller');
  });
});
