import { describe, expect, it } from 'vitest';
import { failure } from '../../../shared/contract/failure.ts';
import type { FailureCode } from '../../../shared/contract/failure.ts';
import { BatchId } from '../../../shared/ids.ts';
import { changeOperations } from '../../../shared/sync/confirm-changes.ts';
import { whyNotCancel } from '../../../shared/sync/decisions.ts';
import { dependenciesOf, withDependants } from '../../../shared/sync/dependants.ts';
import { mirrorUpdatesOf } from '../../../shared/sync/mirror-updates.ts';
import { isStuck, needsPerson } from '../../../shared/sync/operation.ts';
import type { Operation, OperationOf, SubscriptionChange } from '../../../shared/sync/operation.ts';
import {
  confirmation, customerId, exchange, give, good, hear, later, newChange, provider, refusal, sentName, silence,
  start, subscriptionEdit, wake, working,
} from './sync-builders.ts';

const scheduled = {
  product: { productId: 'P', skuId: '0001', availabilityId: 'A', billingCycle: 'annual', termDuration: 'P1Y' }, quantity: 3,
};
type Edit = OperationOf<'change-subscription'>;
const edit = (edits: object = { quantity: 7 }, more: object = {}): Edit => newChange('change-subscription', { edits, ...more });
/** It has only its PATCH left. */
const ready = (operation: Operation = edit()): Operation => exchange(operation, good.readAs({}));
const change = (edits: object, more: object = {}): SubscriptionChange =>
  ({ kind: 'change-subscription', payload: subscriptionEdit({ edits, ...more }) });
function confirm(all: readonly Operation[], ...changes: SubscriptionChange[]) {
  const result = changeOperations(changes, all, provider.partnerId, confirmation(later(5)));
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
const asked = (server: object, operation: Operation = edit()): Operation => exchange(operation, good.readAs(server));
const sentInput = (operation: Operation, now = start): unknown => wake(operation, now).effects[0]?.outgoing.input;

describe('edits of a subscription', () => {
  it('go out in one call on the whole resource as it was read, and the copy is told', () => {
    const several = edit({ quantity: 7, autoRenewEnabled: false, friendlyName: 'Monza' });
    const sent = wake(ready(several));
    expect(sent.effects[0]?.outgoing).toMatchObject({
      call: 'change-subscription',
      input: {
        customerId, edits: { quantity: 7, autoRenewEnabled: false, friendlyName: 'Monza' }, resource: { id: 'subscription-1' }, etag: 'tag-1',
      },
    });
    const done = hear(sent.operation, good.edited({ quantity: 7, autoRenewEnabled: false, friendlyName: 'Monza' })).operation;
    expect(done.state).toMatchObject({ name: 'done', result: { wasThere: false } });
    expect(mirrorUpdatesOf(done)).toMatchObject([{ kind: 'subscription-changed', subscription: { quantity: 7, friendlyName: 'Monza' } }]);
    expect(exchange(edit({ reseller: { partnerId: '4847383', name: '' } }), good.reseller).state.name).toBe('ready');
  });

  it('that end it are refused, with the portal as the way, where the server took the rest and does not show the end', () => {
    const end = edit({ autoRenewEnabled: false, atTermEnd: 'cancel' });
    const answer = (more: object) => good.edited({ autoRenewEnabled: false, ...more });
    const silent = exchange(ready(end), answer({}));
    expect(silent.state).toMatchObject({ name: 'refused', failure: { code: 'term-end-unseen' } });
    expect(silent.payload).toEqual(end.payload);
    expect(exchange(ready(end), answer({ atTermEnd: 'cancel' })).state.name).toBe('done');
    // another choice than was sent is no silence
    expect(exchange(ready(end), answer({ atTermEnd: 'extend' })).state.name).toBe('unknown');
    // taken, and still silent a day later: no more is waited for, and nothing sent again
    const taken = exchange(ready(end), working);
    const looked = exchange(taken, good.readAs({ autoRenewEnabled: false }), later(90_000));
    expect(looked.state).toMatchObject({ name: 'refused', failure: { code: 'term-end-unseen' } });
  });

  it('that extend after all are as unsure where an end is taken back, and sure where nothing else was chosen', () => {
    const { base } = edit().payload;
    const over = { ...base, autoRenewEnabled: false, atTermEnd: 'cancel' } as const;
    const back = (): Operation => edit({ atTermEnd: 'extend' }, { base: over });
    const sent = exchange(back(), good.readAs({ autoRenewEnabled: false, atTermEnd: 'cancel' }));
    expect(exchange(sent, good.edited({ autoRenewEnabled: false })).state).toMatchObject({ name: 'refused', failure: { code: 'term-end-unseen' } });
    expect(exchange(sent, good.edited({ autoRenewEnabled: false, atTermEnd: 'extend' })).state.name).toBe('done');
    expect(asked({ autoRenewEnabled: false }, back()).state).toMatchObject({ name: 'refused', failure: { code: 'term-end-unseen' } });
    const off = edit({ autoRenewEnabled: false, atTermEnd: 'extend' });
    expect(exchange(ready(off), good.edited({ autoRenewEnabled: false })).state.name).toBe('done');
  });

  it('of before the app read the end of a term meet no conflict for it', () => {
    const old = edit({ quantity: 7 }, { base: { ...edit().payload.base, autoRenewEnabled: false } });
    for (const atTermEnd of ['extend', 'cancel']) expect(asked({ autoRenewEnabled: false, atTermEnd }, old).state.name).toBe('ready');
  });

  it('are done without a write where they stand, and send only what does not stand yet', () => {
    expect(asked({ quantity: 7 }).state).toMatchObject({ name: 'done', result: { wasThere: true } });
    const half = asked({ quantity: 7 }, edit({ quantity: 7, friendlyName: 'Monza' }));
    expect(sentInput(half)).toMatchObject({ edits: { friendlyName: 'Monza' } });
    expect(sentInput(half)).not.toHaveProperty('edits.quantity');
  });

  it('say which of them stood already by somebody else, whatever became of the answer', () => {
    const half = asked({ quantity: 7 }, edit({ quantity: 7, friendlyName: 'Monza' }));
    const whole = { quantity: 7, friendlyName: 'Monza' };
    const done = { name: 'done', result: { wasThere: false, stood: ['quantity'] } };
    expect(exchange(half, good.edited(whole)).state).toMatchObject(done);
    // taken (202) and looked for later: what the look sees is our own as well
    const taken = exchange(half, working);
    expect(exchange(taken, good.readAs(whole), later(3600)).state).toMatchObject(done);
    expect(exchange(exchange(half, silence), good.edited(whole), later(60)).state).toMatchObject(done);
    // not there an hour later, and sent again: what stood before that try
    const again = exchange(taken, good.readAs({ quantity: 7 }), later(90_000));
    expect(exchange(again, good.edited(whole), later(90_000)).state).toMatchObject(done);
    expect(exchange(ready(), good.edited({ quantity: 7 })).state).not.toHaveProperty('result.stood');
  });

  it('stop at anything that somebody else changed; of a bulk change only at what they change or rest on', () => {
    expect(asked({ friendlyName: 'Other' }).state).toMatchObject({ name: 'needs-decision', differences: [{ fields: ['friendlyName'] }] });
    const ofMany: Operation = { ...edit(), batchId: BatchId.parse(crypto.randomUUID()) };
    expect(asked({ friendlyName: 'Other' }, ofMany).state.name).toBe('ready');
    expect(asked({ quantity: 6 }, ofMany).state).toMatchObject({ name: 'needs-decision', differences: [{ fields: ['quantity'] }] });
    expect(asked({ scheduled }, ofMany).state).toMatchObject({ name: 'needs-decision', differences: [{ fields: ['scheduled'] }] });
  });

  it('may delete a scheduled change that the user saw, and none that they did not', () => {
    const { base } = edit().payload;
    expect(asked({ scheduled }, edit({ quantity: 7 }, { base: { ...base, scheduled } })).state.name).toBe('ready');
    expect(asked({ scheduled }, edit({ friendlyName: 'Monza' })).state.name).toBe('needs-decision');
  });
});

describe('a conflict', () => {
  const conflict = (): Operation => asked({ quantity: 6, friendlyName: 'Other' }, edit({ quantity: 7, autoRenewEnabled: false }));
  const versions = {
    fields: ['quantity', 'friendlyName'], base: { quantity: 5 }, edits: { quantity: 7, autoRenewEnabled: false }, server: { quantity: 6 },
  };

  it('keeps all three versions with the operation, whatever is decided', () => {
    const found = conflict();
    expect(found).toMatchObject({
      conflicts: [versions], state: { differences: [{ kind: 'fields-changed', base: { quantity: 5 }, server: { quantity: 6 }, readAt: start }] },
    });
    const mine = give(found, { name: 'decide', decision: { kind: 'accept' } }).operation;
    expect(mine).toMatchObject({ conflicts: [{ ...versions, kept: ['quantity', 'autoRenewEnabled'], who: 'sales@nordsee.example' }] });
    const some = give(found, { name: 'decide', decision: { kind: 'keep-fields', fields: ['autoRenewEnabled'] } }).operation;
    expect(some).toMatchObject({ conflicts: [{ ...versions, kept: ['autoRenewEnabled'] }], payload: { edits: { autoRenewEnabled: false } } });
    expect(some.payload).not.toHaveProperty('edits.quantity');
    for (const event of [{ name: 'cancel' }, { name: 'decide', decision: { kind: 'keep-fields', fields: [] } }] as const) {
      expect(give(found, event).operation).toMatchObject({ state: { name: 'cancelled' }, conflicts: [{ ...versions, kept: [] }] });
    }
    const edited = give(found, { name: 'edit', payload: subscriptionEdit({ edits: { quantity: 8 } }) }).operation;
    expect(edited).toMatchObject({ state: { name: 'ready' }, conflicts: [versions] });
    expect((edited as Edit).conflicts?.[0]).not.toHaveProperty('kept');
  });

  it('goes over the version that was shown, and asks again when there is yet another', () => {
    const mine = give(conflict(), { name: 'decide', decision: { kind: 'accept' } }).operation;
    const again = asked({ quantity: 6, friendlyName: 'Other' }, mine);
    expect(sentInput(again)).toMatchObject({ edits: { quantity: 7, autoRenewEnabled: false } });
    expect(asked({ quantity: 8, friendlyName: 'Other' }, mine)).toMatchObject({
      state: { name: 'needs-decision' }, conflicts: [versions, { fields: ['quantity'], base: { quantity: 6 }, server: { quantity: 8 } }],
    });
  });

  it('is looked for in the whole subscription also after a stale tag: nothing was written by it', () => {
    const stale = exchange(ready(), refusal('resource-changed'));
    expect(exchange(stale, good.readAs({ friendlyName: 'Other' }, 'tag-2')).state).toMatchObject({
      name: 'needs-decision', differences: [{ fields: ['friendlyName'] }],
    });
    let operation = exchange(stale, good.readAs({}, 'tag-2'));
    operation = exchange(exchange(operation, refusal('resource-changed')), good.readAs({}, 'tag-3'));
    expect(exchange(operation, refusal('resource-changed')).state).toMatchObject({ name: 'refused', failure: { code: 'resource-changed' } });
  });
});

describe('what the server does not do now', () => {
  it.each([
    ['change-in-progress', 300, 86_400], ['subscription-not-ready', 60, 86_400], ['changed-too-often', 3600, 86_400],
  ] as const)('waits when it says %s, ever longer, and goes again by itself', (code, first, most) => {
    let held = exchange(ready(), refusal(code));
    expect(held.state).toMatchObject({ name: 'waiting', reason: 'subscription', failure: { code }, until: later(first * 1.05) });
    expect(needsPerson(held)).toBe(false);
    // A person may give it up or try at once; the network coming back is no reason.
    expect(whyNotCancel(held)).toBeUndefined();
    expect(wake(held, later(10), { isUrgent: true }).effects).toEqual([]);
    expect(sentName(wake(give(held, { name: 'retry' }).operation))).toBe('read-subscription');
    let [now, longest] = [0, 0];
    for (let times = 0; times < 20; times += 1) {
      if (held.state.name !== 'waiting' || !held.state.until) throw new Error(held.state.name);
      const next = (Date.parse(held.state.until) - Date.parse(start)) / 1000;
      longest = Math.max(longest, next - now);
      now = next;
      held = exchange(exchange(held, good.readAs({}), later(now)), refusal(code), later(now));
    }
    expect(longest).toBeCloseTo(most * 1.05, 0);
    expect(held.steps.length).toBeLessThan(30);
    const through = exchange(exchange(held, good.readAs({}), later(now + 90_000_000)), good.edited({ quantity: 7 }), later(now + 90_000_000));
    expect(through.state.name).toBe('done');
  });

  it.each<FailureCode>([
    'seats-fixed', 'seats-not-changeable', 'seats-over-limit', 'quantity-out-of-range', 'subscription-suspended', 'subscription-over',
    'auto-renew-not-possible', 'parent-not-active', 'status-fixed', 'status-not-possible', 'azure-plan-in-use', 'end-date-wrong',
    'end-date-not-for-product', 'subscription-reseller-fixed',
  ])('is refused when time does not cure it: %s', (code) => {
    const refused = exchange(ready(), { outcome: 'refused', failure: failure(code, { serverCode: '1' }) });
    expect(refused.state).toMatchObject({ name: 'refused', failure: { code, serverCode: '1' } });
    expect(sentName(wake(give(refused, { name: 'retry' }).operation))).toBe('read-subscription');
  });

  it('is looked for, and not sent again, when the server took it (202): ever more patiently, for a day', () => {
    let taken = exchange(ready(), working);
    expect(taken.state).toMatchObject({ name: 'unknown', failure: { code: 'change-in-progress' } });
    const steps = taken.steps.length;
    let [now, looks] = [0, 0];
    while (now < 86_400) {
      if (taken.state.name !== 'unknown') throw new Error(taken.state.name);
      now = (Date.parse(taken.state.retryAt) - Date.parse(start)) / 1000;
      if (now >= 86_400) break;
      const look = wake(taken, later(now));
      expect(sentName(look)).toBe('read-subscription');
      taken = hear(look.operation, good.readAs({}), later(now)).operation;
      expect([isStuck(taken), whyNotCancel(taken)?.code]).toEqual([false, 'no-answer']);
      looks += 1;
    }
    expect([taken.steps.length, looks > 10, looks < 40]).toEqual([steps, true, true]);
    const seen = hear(wake(taken, later(now)).operation, good.readAs({ quantity: 7 }, 'tag-2'), later(now)).operation;
    expect(seen.state).toMatchObject({ name: 'done', result: { wasThere: false } });
    const anew = hear(wake(taken, later(now)).operation, good.readAs({}, 'tag-1'), later(now)).operation;
    expect(sentName(wake(anew, later(now)))).toBe('change-subscription');
  });

  it('is repeated under its tag when the answer was lost, and looked for first where there is none', () => {
    const lost = exchange(ready(), silence);
    expect(sentName(wake(lost, later(5)))).toBe('change-subscription');
    const tagless = exchange(exchange(edit(), good.readAs({}, '')), silence);
    const looking = wake(tagless, later(5)).operation;
    expect(sentName(wake(looking, later(5)))).toBe('read-subscription');
    // Our own write may have deleted what was scheduled and changed what we asked: no conflict.
    expect(hear(wake(looking, later(5)).operation, good.readAs({ quantity: 7 }), later(6)).operation.state.name).toBe('done');
  });
});

describe('edits that meet', () => {
  it('become one while the first was not sent, and none when it is taken back', () => {
    const first = edit();
    const more = confirm([first], change({ friendlyName: 'Monza' }), change({ quantity: 9 }));
    const after = { id: first.id, payload: { edits: { quantity: 9, friendlyName: 'Monza' } } };
    expect(more).toMatchObject({ made: [], edited: [{ before: first, after }] });
    expect(confirm([first], change({ quantity: 5 })).edited).toMatchObject([{ after: { state: { name: 'cancelled' } } }]);
    expect(confirm([first], change({ quantity: 7 }))).toMatchObject({ made: [], edited: [], all: [{ id: first.id }] });
    const cancelled = give(first, { name: 'cancel' }).operation;
    expect(confirm([cancelled], change({ quantity: 7 })).made).toHaveLength(1);
  });

  it('follow the one that is being sent; asked for twice, that one answers', () => {
    const sending = wake(ready()).operation;
    const { made } = confirm([sending], change({ quantity: 9 }), change({ autoRenewEnabled: false }));
    expect(made).toMatchObject([{ dependsOn: [sending.id], payload: { base: { quantity: 7 }, edits: { quantity: 9, autoRenewEnabled: false } } }]);
    expect(confirm([sending], change({ quantity: 7 }))).toMatchObject({ made: [], edited: [], all: [{ id: sending.id }] });
    expect(confirm([sending], change({ quantity: 5 })).made).toMatchObject([{ payload: { edits: { quantity: 5 } } }]);
  });

  it('are not taken in by what was refused, unless they are another wish for the same', () => {
    const refused = exchange(ready(), refusal('seats-fixed'));
    const { made } = confirm([refused], change({ friendlyName: 'Monza' }));
    expect(made).toMatchObject([{ dependsOn: [], payload: { edits: { friendlyName: 'Monza' } } }]);
    expect(confirm([refused], change({ quantity: 6 })).edited).toMatchObject([{ after: { id: refused.id, state: { name: 'ready' } } }]);
  });

  const followed = (first: Operation, edits: object = { autoRenewEnabled: false }): Operation => {
    const [follower] = confirm([first], change(edits)).made;
    if (!follower) throw new Error('no follower');
    return follower;
  };
  const go = (follower: Operation, first: Operation) =>
    wake(follower, later(9), { dependencies: dependenciesOf(follower, [first, follower]) });

  it('wait for the one before them while it is on its way, then compare with what it left', () => {
    const sending = wake(ready()).operation;
    const follower = followed(sending);
    expect(go(follower, sending).operation.state).toMatchObject({ name: 'waiting', reason: 'dependency' });
    const done = hear(sending, good.edited({ quantity: 7 })).operation;
    const next = go(follower, done).operation;
    expect(next).toMatchObject({ dependsOn: [], payload: { base: { quantity: 7 } }, state: { name: 'sending' } });
    expect(hear(next, good.readAs({ quantity: 7 }, 'tag-2')).operation.state.name).toBe('ready');
    expect(hear(next, good.readAs({ quantity: 8 }, 'tag-2')).operation.state.name).toBe('needs-decision');
  });

  it('put back what the one on its way will have changed, also when they were edited once already', () => {
    const sending = wake(ready()).operation;
    const follower = followed(sending, { quantity: 9 });
    expect(confirm([sending, follower], change({ quantity: 5 })).edited).toMatchObject([
      { after: { id: follower.id, state: { name: 'ready' }, payload: { base: { quantity: 7 }, edits: { quantity: 5 } } } },
    ]);
    expect(confirm([sending, follower], change({ quantity: 7 })).edited).toMatchObject([{ after: { state: { name: 'cancelled' } } }]);
  });

  it.each([
    ['refused', (one: Operation) => hear(one, refusal('seats-fixed')).operation],
    ['given up', (one: Operation) => give(hear(one, refusal('seats-fixed')).operation, { name: 'cancel' }).operation],
    ['held by a conflict', (one: Operation) => asked({ quantity: 6 }, hear(one, refusal('resource-changed')).operation)],
  ])('live on with what the user saw when the one before them is %s', (_, end) => {
    const sending = wake(ready()).operation;
    const follower = followed(sending);
    const ended = end(sending);
    expect(withDependants(ended, [ended, follower])).toEqual([ended]);
    const next = go(follower, ended);
    expect(next.operation).toMatchObject({ dependsOn: [], payload: { base: { quantity: 5 }, edits: { autoRenewEnabled: false } } });
    expect(next.journal[0]?.what).toBe('on-its-own');
    expect(sentName(next)).toBe('read-subscription');
  });

  it('are refused while the subscription is to be cancelled, and never credit ourselves', () => {
    const cancelling = newChange('cancel-subscription');
    expect(changeOperations([change({ quantity: 7 })], [cancelling], undefined, confirmation())).toMatchObject({ error: { code: 'change-open' } });
    const own = { reseller: { partnerId: provider.partnerId, name: '' } };
    expect(changeOperations([change(own)], [], provider.partnerId, confirmation())).toMatchObject({ error: { code: 'partner-id-own' } });
  });
});
