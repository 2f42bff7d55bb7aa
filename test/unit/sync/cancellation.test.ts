import { describe, expect, it } from 'vitest';
import { changeOperations } from '../../../shared/sync/confirm-changes.ts';
import { whyNotCancel } from '../../../shared/sync/decisions.ts';
import { subjectOf } from '../../../shared/sync/journal-note.ts';
import { mirrorUpdatesOf } from '../../../shared/sync/mirror-updates.ts';
import { needsPerson } from '../../../shared/sync/operation.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import {
  answer, cancellation, confirmation, customerId, exchange, exchanges, give, good, hear, later, lastStep, newChange, newResellerChange,
  refusal, sentName,
  silence, wake,
} from './sync-builders.ts';

const read = (more: object = {}, etag = 'tag-1') =>
  answer({ subscription: good.subscription('1111111', more), resource: { id: 'subscription-1', status: 'active' }, etag });
const deleted = good.subscription('1111111', { status: 'deleted' });
const over = answer({ subscription: deleted });
const readyToCancel = (more: object = {}): Operation => exchange(newChange('cancel-subscription', more), read());
const lost = (): Operation => exchange(readyToCancel(), silence);

describe('the cancellation of a subscription', () => {
  it('reads it whole, sends it back with its tag, and the copy is told', () => {
    const first = wake(newChange('cancel-subscription'));
    expect(first.effects[0]?.outgoing).toMatchObject({ call: 'read-subscription', input: { customerId, subscriptionId: 'subscription-1' } });
    const second = wake(hear(first.operation, read()).operation);
    expect(second.effects[0]?.outgoing).toMatchObject({
      call: 'cancel-subscription',
      input: { customerId, subscriptionId: 'subscription-1', etag: 'tag-1', resource: { id: 'subscription-1', status: 'active' } },
    });
    const done = hear(second.operation, over).operation;
    expect(done.state).toMatchObject({ name: 'done', result: { kind: 'cancel-subscription', wasThere: false } });
    expect(mirrorUpdatesOf(done)).toEqual([{ kind: 'subscription-changed', customerId, subscription: deleted }]);
    expect(JSON.stringify(done.steps)).not.toContain('resource');
    expect(subjectOf(done)).toBe('Fornace Bianchi');
  });

  it('is done without a write when somebody cancelled it before', () => {
    const done = exchange(newChange('cancel-subscription'), read({ status: 'deleted' }));
    expect(done.state).toMatchObject({ name: 'done', result: { wasThere: true } });
    expect(done.steps.map(({ name }) => name)).toEqual(['read-subscription']);
  });

  it.each([
    ['another number of seats', { quantity: 9 }, { status: 'active', quantity: 9 }],
    ['another state', { status: 'suspended' }, { status: 'suspended', quantity: 5 }],
  ])('asks when it has %s than the user saw', (_, more, after) => {
    const asked = exchange(newChange('cancel-subscription'), read(more));
    const before = { status: 'active', quantity: 5 };
    expect(asked.state).toMatchObject({ name: 'needs-decision', differences: [{ kind: 'subscription-changed', before, after }] });
    const again = give(asked, { name: 'decide', decision: { kind: 'accept' } }).operation;
    expect(sentName(wake(exchange(again, read(more, 'tag-2'))))).toBe('cancel-subscription');
  });

  it('reads again when the tag is stale, and asks when something changed', () => {
    const again = exchange(readyToCancel(), refusal('resource-changed'));
    expect(again.state.name).toBe('ready');
    expect(sentName(wake(again))).toBe('read-subscription');
    expect(wake(exchange(again, read({}, 'tag-2'))).effects[0]?.outgoing.input).toMatchObject({ etag: 'tag-2' });
    expect(exchange(again, read({ quantity: 2 }, 'tag-2')).state.name).toBe('needs-decision');
  });

  it('looks once more when it is deleted since it was read', () => {
    const again = exchange(readyToCancel(), refusal('subscription-over'));
    expect(exchange(again, read({ status: 'deleted' }, 'tag-2')).state).toMatchObject({ name: 'done', result: { kind: 'cancel-subscription' } });
  });

  it('is refused by the server once the window is over, and may be given up', () => {
    const refused = exchange(readyToCancel(), refusal('cancellation-window-over'));
    expect(refused.state).toMatchObject({ name: 'refused', failure: { code: 'cancellation-window-over' } });
    expect(needsPerson(refused)).toBe(true);
    expect(give(refused, { name: 'cancel' }).operation.state.name).toBe('cancelled');
  });

  it('leaves the window to the server: our clock may be wrong', () => {
    const ended = readyToCancel({ before: { status: 'active', quantity: 5, cancellableUntil: later(-86_400) } });
    expect(sentName(wake(ended))).toBe('cancel-subscription');
  });

  it('is not edited, and stands once in the outbox', () => {
    const { payload } = newResellerChange();
    expect(give(newChange('cancel-subscription'), { name: 'edit', payload }).problem?.code).toBe('invalid-input');
    const open = newChange('cancel-subscription');
    const same = changeOperations([{ kind: 'cancel-subscription', payload: cancellation() }], [open], undefined, confirmation());
    expect(same).toMatchObject({ ok: true, value: { made: [], all: [{ id: open.id }] } });
    const other = cancellation({ before: { status: 'active', quantity: 4 } });
    expect(changeOperations([{ kind: 'cancel-subscription', payload: other }], [open], undefined, confirmation())).toMatchObject({
      ok: false, error: { code: 'change-open' },
    });
  });
});

describe('a cancellation whose answer was lost', () => {
  it('is looked at before anything is sent again, also after the app was killed', () => {
    expect(whyNotCancel(lost())?.code).toBe('no-answer');
    const killed = give(wake(readyToCancel()).operation, { name: 'restarted' }).operation;
    for (const unknown of [lost(), killed]) {
      const looking = wake(unknown, later(60)).operation;
      expect(looking.state.name).toBe('unknown');
      const look = wake(looking, later(60));
      expect(sentName(look)).toBe('read-subscription');
      const done = hear(look.operation, read({ status: 'deleted' }, 'tag-2'), later(61)).operation;
      expect(done.state).toMatchObject({ name: 'done', result: { kind: 'cancel-subscription', wasThere: false } });
    }
  });

  it('goes anew, under another request id, when the look finds it was not done; then the window may be over', () => {
    const looking = wake(lost(), later(60)).operation;
    const seen = hear(wake(looking, later(60)).operation, read({}, 'tag-1'), later(61)).operation;
    const anew = wake(seen, later(61));
    expect(sentName(anew)).toBe('cancel-subscription');
    expect(anew.effects[0]?.outgoing.requestId).not.toBe(lastStep(lost()).requestId);
    const refused = hear(anew.operation, refusal('cancellation-window-over'), later(62)).operation;
    expect(refused.state).toMatchObject({ name: 'refused', failure: { code: 'cancellation-window-over' } });
    expect(whyNotCancel(refused)).toBeUndefined();
  });

  it('does not believe a "done" that shows it active', () => {
    const odd = exchanges(readyToCancel(), answer({ subscription: good.subscription('1111111') }));
    expect(odd.state).toMatchObject({ name: 'unknown', failure: { code: 'malformed-answer' } });
  });
});
