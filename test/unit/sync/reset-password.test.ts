import { describe, expect, it } from 'vitest';
import { failure } from '../../../shared/contract/failure.ts';
import { resetOperation } from '../../../shared/sync/confirm.ts';
import { isStuck, needsPerson } from '../../../shared/sync/operation.ts';
import { mayBeSet } from '../../../shared/sync/steps.ts';
import {
  answer, confirmation, customerId, exchange, give, hear, lastStep, later, newReset, notSent, refusal, resetPayload, sentName, silence, start, wake,
} from './sync-builders.ts';

const { userId, userName } = resetPayload();
const done = answer({ userId });

describe('a reset of a password', () => {
  it('is one call that names the user, and no password', () => {
    const sent = wake(newReset());
    expect(sentName(sent)).toBe('reset-password');
    expect(sent.effects[0]?.outgoing.input).toEqual({ customerId, customerName: 'Fornace Bianchi', userId, userName });
    const after = hear(sent.operation, done);
    expect(after.operation.state).toEqual({ name: 'done', at: start, result: { kind: 'reset-password', userName } });
    expect(after.journal.at(-1)).toMatchObject({ what: 'done', details: { userName } });
  });

  it('keeps nothing of an answer but the user, whatever the answer holds', () => {
    const after = exchange(newReset(), answer({ userId, passwordProfile: { password: 'Zq7*secret' } }));
    expect(JSON.stringify(after)).not.toContain('Zq7*secret');
  });

  it('is repeated with the same request id until its outcome is known, and cannot be cancelled meanwhile', () => {
    const lost = exchange(newReset(), silence);
    expect(lost.state.name).toBe('unknown');
    expect(give(lost, { name: 'cancel' }).problem).toEqual(failure('no-answer'));
    const again = wake(lost, start, { isUrgent: true });
    expect(again.effects[0]?.outgoing.requestId).toBe(lastStep(lost).requestId);
    expect(hear(again.operation, done).operation.state.name).toBe('done');
  });

  it('stays open when a repetition is refused for a role: the try before it may have been done', () => {
    const lost = exchange(newReset(), silence);
    const again = hear(wake(lost, start, { isUrgent: true }).operation, refusal('user-role-missing'));
    expect(again.operation.state.name).toBe('unknown');
    expect([isStuck(lost), isStuck(again.operation), needsPerson(again.operation)]).toEqual([false, true, true]);
    expect(give(again.operation, { name: 'cancel' }).operation.state.name).toBe('cancelled');
    const quiet = hear(wake(lost, start, { isUrgent: true }).operation, silence).operation;
    expect([isStuck(quiet), give(quiet, { name: 'cancel' }).problem]).toEqual([false, failure('no-answer')]);
  });

  it('may be set once a try had no answer, also after a refusal of its repetition, a new try and giving up', () => {
    const lost = exchange(newReset(), silence);
    const refused = exchange(lost, refusal('invalid-property'), later(600));
    expect(refused.state.name).toBe('refused');
    const again = exchange(give(refused, { name: 'retry' }).operation, refusal('invalid-property'));
    const cancelled = give(again, { name: 'cancel' }).operation;
    expect([lost, refused, again, cancelled].map(mayBeSet)).toEqual([true, true, true, true]);
    expect(cancelled.state.name).toBe('cancelled');
    const never = [newReset(), exchange(newReset(), notSent('offline')), exchange(newReset(), refusal('user-role-missing'))];
    expect(never.map(mayBeSet)).toEqual([false, false, false]);
  });

  it('waits for the network, and says so when the server refuses', () => {
    expect(exchange(newReset(), notSent('offline')).state).toMatchObject({ name: 'waiting', reason: 'network' });
    const refused = exchange(newReset(), refusal('user-role-missing'));
    expect(refused.state).toMatchObject({ name: 'refused', failure: { code: 'user-role-missing' } });
    const retried = wake(give(refused, { name: 'retry' }).operation);
    expect(retried.effects[0]?.outgoing.requestId).not.toBe(lastStep(refused).requestId);
    expect(give(refused, { name: 'cancel' }).operation.state.name).toBe('cancelled');
  });

  it('is on its way once for a user', () => {
    const first = newReset();
    expect(resetOperation(resetPayload({ userName: 'Admin@fornacebianchi.onmicrosoft.com' }), [first], confirmation())).toBe(first);
    const other = { userId: '55555555-5555-4555-8555-555555555555' };
    expect(resetOperation(resetPayload(other), [first], confirmation())).not.toBe(first);
    expect(resetOperation(resetPayload(), [exchange(first, done)], confirmation())).not.toBe(first);
  });
});
