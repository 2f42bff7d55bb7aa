import { describe, expect, it } from 'vitest';
import { Operation } from '../../../shared/sync/operation.ts';
import { exchange, exchanges, give, good, hear, later, newResellerChange, sentName, wake } from './sync-builders.ts';

const today = newResellerChange();
/** As the app before this one stored it. */
const { edits: _, base: __, ...about } = today.payload;
const payload = { ...about, reseller: { partnerId: '4847383', name: 'Rossi Cloud' }, before: '1111111' };
const old = (more: object = {}): Operation => Operation.parse({ ...today, kind: 'change-reseller', payload, ...more });
const subscription = (partnerId: string) => good.subscription(partnerId, { quantity: 9 });
const stepOf = <More extends object>(name: string, more: More) =>
  ({ id: crypto.randomUUID(), requestId: crypto.randomUUID(), attempts: 1, state: 'answered', name, ...more });
const read = stepOf('read-subscription', { answer: { subscription: subscription('9999999'), resource: {}, etag: 'tag-1' } });

describe('a change of a reseller of old', () => {
  it('is read as an edit of the subscription, and written as one', () => {
    const waiting = old();
    const now = { edits: { reseller: payload.reseller }, base: { partnerId: '1111111' } };
    expect(waiting).toMatchObject({ kind: 'change-subscription', payload: now });
    expect(Operation.parse(JSON.parse(JSON.stringify(waiting)))).toEqual(waiting);
    expect(Operation.safeParse({ ...today, kind: 'change-reseller' }).success).toBe(false);
  });

  it('goes on where it was: what it did not keep of the subscription is as it is read first', () => {
    const ready = exchanges(old(), good.reseller, good.readAs({ quantity: 9, autoRenewEnabled: false }));
    expect(ready.payload).toMatchObject({ base: { quantity: 9, autoRenewEnabled: false, partnerId: '1111111' } });
    expect(ready.payload).not.toHaveProperty('seen');
    expect(sentName(wake(ready))).toBe('change-subscription');
    const conflict = exchanges(old(), good.reseller, good.readAs({ partnerId: '9999999' }));
    expect(conflict.state).toMatchObject({ name: 'needs-decision', differences: [{ fields: ['reseller'], server: { partnerId: '9999999' } }] });
  });

  it('whose answer was lost is repeated under its own request id', () => {
    const write = stepOf('change-reseller', { state: 'sent', firstSentAt: today.createdAt });
    const seen = { ...read, answer: { ...read.answer, subscription: subscription('1111111') } };
    const check = stepOf('check-reseller', { answer: { isKnown: true, isAgreementSigned: true } });
    const state = { name: 'unknown', stepId: write.id, since: today.createdAt, retryAt: today.createdAt };
    const again = wake(old({ steps: [check, seen, write], state }), later(1));
    expect(again.effects[0]?.outgoing).toMatchObject({ call: 'change-subscription', requestId: write.requestId });
    expect(hear(again.operation, good.changed(), later(2)).operation.state.name).toBe('done');
  });

  it('that is done, or waits for a person, says the same as before', () => {
    const result = { kind: 'change-reseller', subscription: subscription('4847383'), wasThere: false };
    expect(old({ state: { name: 'done', at: today.createdAt, result } })).toMatchObject({
      payload: { base: { quantity: 9, partnerId: '1111111' } }, state: { result: { kind: 'change-subscription', wasThere: false } },
    });
    const differences = [{ kind: 'partner-changed', before: '1111111', after: '9999999' }];
    const held = old({ steps: [read], state: { name: 'needs-decision', stepId: read.id, differences } });
    expect(held.state).toMatchObject({
      differences: [{ kind: 'fields-changed', base: { quantity: 9, partnerId: '1111111' }, server: { quantity: 9, partnerId: '9999999' } }],
    });
    const mine = give(held, { name: 'decide', decision: { kind: 'accept' } }).operation;
    expect(sentName(wake(exchange(exchange(mine, good.reseller), good.readAs({ quantity: 9, partnerId: '9999999' }))))).toBe('change-subscription');
  });
});
