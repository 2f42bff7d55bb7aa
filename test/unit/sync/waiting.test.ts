import { describe, expect, it } from 'vitest';
import { step, wakesAt } from '../../../shared/sync/machine.ts';
import {
  answer, contextAt, customerId, exchange, exchanges, facts, give, good, hear, lastStep, later, newAgreement, newCart, newChange,
  newCustomer, newOrder, notSent, readyToBuy, refusal, sentName, silence, tenant, throttle, toConfirm, wake,
} from './sync-builders.ts';

describe('waiting', () => {
  it('waits for its dependencies, then goes', () => {
    const waiting = wake(newOrder(), undefined, { dependencies: 'unmet' });
    expect(waiting.operation.state).toEqual({ name: 'waiting', reason: 'dependency' });
    expect(wake(waiting.operation, undefined, { dependencies: 'unmet' }).operation).toBe(waiting.operation);
    expect(sentName(wake(waiting.operation))).toBe('check-reseller');
  });

  it('waits no longer than any wait is, also where the clock was set back by a week meanwhile', () => {
    const week = -7 * 86_400;
    const lost = exchanges(newCustomer(), good.address, good.domain, silence);
    expect(sentName(wake(lost, later(0)))).toBeUndefined();
    expect(wakesAt(lost, later(week))).toBe(later(week));
    expect(wake(lost, later(week)).effects[0]?.outgoing.requestId).toBe(lastStep(lost).requestId);
    const signedOut = exchange(newCustomer(), notSent('sign-in-needed'));
    expect([sentName(wake(signedOut, later(1))), sentName(wake(signedOut, later(week)))]).toEqual([undefined, 'check-address']);
    // what the server asked for may be a day
    const held = exchange(newCustomer(), throttle(7200));
    expect([sentName(wake(held, later(-3600))), sentName(wake(held, later(week)))]).toEqual([undefined, 'check-address']);
    // nor is what was read in that future what a change is compared with
    const read = exchange(newChange('change-subscription'), good.readAs({}));
    expect([sentName(wake(read, later(1))), sentName(wake(read, later(week)))]).toEqual(['change-subscription', 'read-subscription']);
  });

  it('is cancelled when what it depends on was given up', () => {
    expect(wake(newOrder(), undefined, { dependencies: 'cancelled' }).operation.state.name).toBe('cancelled');
  });

  it('waits for the network, then goes', () => {
    const waiting = wake(newCustomer(), undefined, { isOnline: false }).operation;
    expect(waiting.state).toEqual({ name: 'waiting', reason: 'network' });
    expect(wake(waiting, undefined, { isOnline: false }).operation).toBe(waiting);
    expect(sentName(wake(waiting))).toBe('check-address');
  });

  it('keeps the request id of what certainly was not sent', () => {
    const waiting = exchange(newCustomer(), notSent('unreachable'));
    expect(waiting.state).toMatchObject({ name: 'waiting', reason: 'network' });
    expect(lastStep(waiting)).toMatchObject({ state: 'pending', attempts: 0 });
    expect(lastStep(waiting).firstSentAt).toBeUndefined();
    expect(wake(waiting).effects).toEqual([]);
    const urgent = step(waiting, { name: 'wake', facts: facts({ isUrgent: true }) }, contextAt(later(1)));
    expect(urgent.effects[0]?.outgoing.requestId).toBe(lastStep(waiting).requestId);
  });

  it('obeys Retry-After to the second, whoever asks', () => {
    const waiting = exchange(newCustomer(), throttle(120));
    expect(waiting.state).toMatchObject({ name: 'waiting', reason: 'throttled' });
    expect(step(waiting, { name: 'wake', facts: facts({ isUrgent: true }) }, contextAt(later(119))).effects).toEqual([]);
    const until = wakesAt(waiting);
    if (!until) throw new Error('no moment');
    expect(Date.parse(until)).toBeGreaterThanOrEqual(Date.parse(later(120)));
    expect(wake(waiting, until).effects[0]?.outgoing.requestId).toBe(lastStep(waiting).requestId);
  });

  it.each([notSent('sign-in-needed'), refusal('mfa-needed')])('waits for a sign-in and marks nothing failed', (incoming) => {
    const checked = exchanges(newCustomer(), good.address, good.domain);
    const waiting = exchange(checked, incoming);
    expect(waiting.state).toMatchObject({ name: 'waiting', reason: 'sign-in' });
    expect(wake(waiting, later(60)).effects[0]?.outgoing.requestId).toBe(lastStep(waiting).requestId);
  });

  it('is refused when no waiting would help', () => {
    expect(exchange(newCustomer(), notSent('wrong-tenant')).state).toMatchObject({ name: 'refused', failure: { code: 'wrong-tenant' } });
  });

  it('repeats a read without an answer, after a while', () => {
    const waiting = exchange(newCustomer(), silence);
    expect(waiting.state).toMatchObject({ name: 'waiting', reason: 'server-trouble' });
    expect(sentName(wake(waiting, later(60)))).toBe('check-address');
  });

  it('takes an answer it cannot read for none', () => {
    expect(exchange(newCustomer(), answer({ status: 'Odd' })).state).toMatchObject({ name: 'waiting', failure: { code: 'malformed-answer' } });
    const creating = exchanges(newCustomer(), good.address, good.domain, answer('odd'));
    expect(creating.state).toMatchObject({ name: 'unknown', failure: { code: 'malformed-answer' } });
  });

  it('ignores answers nobody waits for', () => {
    const sent = wake(newCustomer()).operation;
    const heard = hear(sent, good.address).operation;
    const late = { name: 'heard', stepId: lastStep(sent).id, incoming: good.address } as const;
    expect(give(heard, late).operation).toBe(heard);
    const cancelled = give(sent, { name: 'cancel' }).operation;
    expect(give(cancelled, late).operation).toBe(cancelled);
  });

  it('takes a late "done" for a write that was given up as unknown', () => {
    const sent = wake(exchanges(newCustomer(), good.address, good.domain)).operation;
    const lost = hear(sent, silence).operation;
    expect(hear(lost, good.customer).operation.state.name).toBe('done');
    expect(hear(lost, refusal('domain-taken')).operation).toBe(lost);
  });
});

describe('what depends on a customer still waiting', () => {
  const maker = newCustomer();
  const [agreement, order] = newCart({ customer: { kind: 'pending', operationId: maker.id }, agreement: toConfirm });
  if (!agreement || !order) throw new Error('no cart');

  it('names what it waits for, in order', () => {
    expect(agreement.dependsOn).toEqual([maker.id]);
    expect(order.dependsOn).toEqual([maker.id, agreement.id]);
  });

  it('gets the tenant id when the customer is done', () => {
    const event = { name: 'dependency-done', operationId: maker.id, customerId } as const;
    const known = give(order, event).operation;
    expect(known.kind === 'place-order' && known.payload.customer).toEqual(tenant);
    expect(give(known, event).operation).toBe(known);
    expect(give(maker, event).operation).toBe(maker);
  });

  it('never sends a call that names nobody', () => {
    expect(wake(order)).toMatchObject({ effects: [], operation: { state: { name: 'waiting', reason: 'dependency' } } });
  });
});

describe('an agreement', () => {
  it('reads the template and confirms with it', () => {
    const sent = wake(exchange(newAgreement(), good.template));
    expect(sent.effects[0]?.outgoing.input).toMatchObject({ templateId: 'template-1', dateAgreed: later(0) });
    expect(hear(sent.operation, good.agreement).operation.state).toMatchObject({ name: 'done', result: { kind: 'confirm-agreement' } });
  });

  it('counts one that is already on file as done', () => {
    const done = exchanges(newAgreement(), good.template, refusal('agreement-already-confirmed'));
    expect(done.state).toMatchObject({ name: 'done', result: { dateAgreed: later(0) } });
  });

  it('says when it was refused, and can be tried again under a new request id', () => {
    const refused = exchanges(newAgreement(), good.template, refusal('role-missing'));
    expect(refused.state).toMatchObject({ name: 'refused', failure: { code: 'role-missing' } });
    const again = wake(exchange(give(refused, { name: 'retry' }).operation, good.template));
    expect(sentName(again)).toBe('confirm-agreement');
    expect(again.effects[0]?.outgoing.requestId).not.toBe(lastStep(refused).requestId);
  });
});

describe('cancelling', () => {
  it.each([
    ['ready', newCustomer()],
    ['waiting', exchange(newCustomer(), throttle(5))],
    ['reading', wake(newCustomer()).operation],
    ['making a cart', wake(exchanges(newOrder(), good.reseller, good.offers())).operation],
    ['with a cart', readyToBuy()],
    ['refused', exchanges(newCustomer(), good.address, answer({ isFree: false }))],
  ])('is possible while %s', (_, operation) => {
    expect(give(operation, { name: 'cancel' }).operation.state.name).toBe('cancelled');
  });

  it.each([
    ['creating', wake(exchanges(newCustomer(), good.address, good.domain)).operation],
    ['unknown', exchanges(newCustomer(), good.address, good.domain, silence)],
    ['buying', wake(readyToBuy()).operation],
    ['looking for a lost order', exchange(readyToBuy(), refusal('cart-submitted'))],
  ])('is refused while %s', (_, operation) => {
    expect(give(operation, { name: 'cancel' })).toMatchObject({ operation, problem: { code: 'no-answer' } });
    expect(give(operation, { name: 'edit', payload: newOrder().payload }).problem).toBeDefined();
  });

  it('is refused when it is done', () => {
    const done = exchanges(newCustomer(), good.address, good.domain, good.customer);
    expect(give(done, { name: 'cancel' }).problem).toBeDefined();
    expect(give(done, { name: 'retry' }).problem).toBeDefined();
    expect(give(done, { name: 'decide', decision: { kind: 'accept' } }).problem).toBeDefined();
  });
});
