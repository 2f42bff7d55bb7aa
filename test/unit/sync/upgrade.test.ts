import { describe, expect, it } from 'vitest';
import { changeOperations } from '../../../shared/sync/confirm-changes.ts';
import { whyNotCancel } from '../../../shared/sync/decisions.ts';
import { mirrorUpdatesOf } from '../../../shared/sync/mirror-updates.ts';
import type { Operation, SubscriptionChange } from '../../../shared/sync/operation.ts';
import {
  answer, cancellation, confirmation, contactChange, customerId, exchange, exchanges, give, good, hear, later, lastStep, newChange, provider,
  refusal, sentName, silence, subscriptionEdit, upgrade, wake, working,
} from './sync-builders.ts';

const into = { subscriptionId: 'subscription-2', name: 'Premium', isEligible: true, errors: [] };
const targets = (more: object = {}) => {
  const ways = [{ type: 'transition_only', isEligible: true, errors: [] }];
  return answer({ immediate: [{ catalogItemId: 'CFQ2:0001:NEW', title: 'Premium', ways, into: [into], ...more }], scheduled: [] });
};
const read = (more: object = {}) =>
  answer({ subscription: good.subscription('1111111', { offerId: 'CFQ1:0001:A', ...more }), resource: {}, etag: 'tag-1' });
const made = (status: string, more: object = {}) => ({
  id: 'upgrade-1', toCatalogItemId: 'CFQ2:0001:NEW', quantity: 5, type: 'transition_only',
  events: [{ name: 'Conversion', status: 'InProgress', errors: [] }, { name: 'Conversion', status, errors: [] }], ...more,
});
const list = (...upgrades: object[]) => answer({ upgrades });
const old = made('Completed', { id: 'upgrade-0' });
const begin = (more: object = {}): Operation => newChange('transition-subscription', more);
const readyToUpgrade = (more: object = {}): Operation => exchanges(begin(more), targets(), read(), list(old));
/** Sent, no answer, and a look is on its way. */
const lost = (): Operation => wake(exchange(readyToUpgrade(), silence), later(1), { isUrgent: true }).operation;
const counts = ({ steps }: Operation): number => steps.filter(({ name }) => name === 'transition-subscription').length;

describe('the upgrade of a subscription', () => {
  it('asks what it may become, compares, and is sent once with the item as it is offered now', () => {
    const write = wake(readyToUpgrade({ quantity: 2, toSubscription: { id: 'subscription-2', name: 'Premium' } }));
    expect(write.effects[0]?.outgoing).toMatchObject({
      call: 'transition-subscription',
      input: {
        customerId, subscriptionId: 'subscription-1', toCatalogItemId: 'CFQ2:0001:NEW', toSubscriptionId: 'subscription-2', quantity: 2,
        transitionType: 'transition_only',
      },
    });
    const done = hear(write.operation, answer({ upgrade: made('Completed') })).operation;
    expect(done.state).toMatchObject({ name: 'done', result: { upgrade: { id: 'upgrade-1' }, wasThere: false, areLicencesLeft: false } });
    expect(done.steps.map(({ name }) => name)).toEqual(['read-transitions', 'read-subscription', 'list-transitions', 'transition-subscription']);
    expect(mirrorUpdatesOf(done)).toEqual([{ kind: 'upgrades-known', customerId, subscriptionId: 'subscription-1' }]);
  });

  it('is refused with the code of the server when it is not offered any more', () => {
    const error = { code: '3', text: 'There are conflicting services.' };
    const way = [{ type: 'transition_only', isEligible: false, errors: [error] }];
    expect(exchange(begin(), targets({ ways: way })).state).toMatchObject({
      name: 'refused', failure: { code: 'upgrade-not-possible', serverCode: '3', serverText: error.text, values: { about: 'way' } },
    });
    const closed = targets({ into: [{ ...into, isEligible: false, errors: [{ code: '2', text: 'window' }] }] });
    expect(exchange(begin({ toSubscription: { id: 'subscription-2', name: 'Premium' } }), closed).state).toMatchObject({
      name: 'refused', failure: { serverCode: '2', values: { about: 'into' } },
    });
    const other = targets({ catalogItemId: 'CFQ9:0001:X' });
    expect(exchanges(begin(), other, read()).state).toMatchObject({ name: 'refused', failure: { values: { about: 'target' } } });
    expect(exchange(readyToUpgrade(), refusal('upgrade-not-possible')).state).toMatchObject({ name: 'refused' });
    // it became something else, of which nobody confirmed an upgrade
    expect(exchanges(begin(), targets(), read({ offerId: 'CFQ8:0001:X' })).state).toMatchObject({ name: 'refused' });
  });

  it('is done without a write when somebody upgraded it before', () => {
    const done = exchanges(begin(), targets({ catalogItemId: 'CFQ9:0001:X' }), read({ offerId: 'CFQ2:0001:B' }));
    expect(done.state).toMatchObject({ name: 'done', result: { wasThere: true } });
    expect(counts(done)).toBe(0);
  });

  it('asks when the subscription is not as it was seen; all seats stay all seats, a part must be there', () => {
    const accepted = (more: object, now: object) =>
      give(exchanges(begin(more), targets(), read(now)), { name: 'decide', decision: { kind: 'accept' } });
    const asked = exchanges(begin(), targets(), read({ quantity: 9 }));
    expect(asked.state).toMatchObject({ name: 'needs-decision', differences: [{ kind: 'subscription-changed', after: { quantity: 9 } }] });
    const whole = accepted({}, { quantity: 9 }).operation;
    expect(whole).toMatchObject({ payload: { quantity: 9, before: { quantity: 9 } }, state: { name: 'ready' } });
    expect(sentName(wake(exchanges(whole, targets(), read({ quantity: 9 }), list(old))))).toBe('transition-subscription');
    expect(accepted({ quantity: 4 }, { quantity: 9 }).operation).toMatchObject({ payload: { quantity: 4 } });
    expect(accepted({ quantity: 4 }, { quantity: 3 }).problem).toMatchObject({ code: 'invalid-input' });
    expect(exchanges(begin(), targets(), read({ status: 'suspended' })).state.name).toBe('needs-decision');
  });

  it('is looked for after a lost answer, and done when it is found beyond what was there', () => {
    const operation = lost();
    expect(whyNotCancel(operation)).toMatchObject({ code: 'no-answer' });
    expect(lastStep(operation).name).toBe('list-transitions');
    const done = exchange(operation, list(old, made('Completed')), later(2));
    expect(done.state).toMatchObject({ name: 'done', result: { upgrade: { id: 'upgrade-1' } } });
    expect(counts(done)).toBe(1);
  });

  it('that is not found is not sent anew before the server had time to list it, and then only after all was compared again', () => {
    const early = exchange(lost(), list(old), later(5));
    expect(early.state).toMatchObject({ name: 'unknown', retryAt: later(65) });
    const late = exchange(early, list(old), later(899));
    expect(whyNotCancel(late)).toMatchObject({ code: 'no-answer' });
    const again = exchange(late, list(old), later(960));
    expect(again.state.name).toBe('ready');
    expect(sentName(wake(again, later(960)))).toBe('read-transitions');
    // the seats moved after all, and only the list does not say so yet
    const moved = exchanges(again, targets(), read({ quantity: 3 }));
    expect(moved.state.name).toBe('needs-decision');
    expect(counts(moved)).toBe(1);
    expect(sentName(wake(exchanges(again, targets(), read(), list(old))))).toBe('transition-subscription');
  });

  it('survives being killed while it is sent: it is looked for', () => {
    const sending = wake(readyToUpgrade()).operation;
    const found = wake(give(sending, { name: 'restarted' }).operation, later(10));
    expect(found.operation.state.name).toBe('unknown');
    expect(sentName(wake(found.operation, later(10)))).toBe('list-transitions');
  });

  it('is followed through its events to their end', () => {
    const taken = exchange(readyToUpgrade(), working);
    expect(taken.state).toMatchObject({ name: 'unknown', failure: { code: 'change-in-progress' } });
    const still = exchange(taken, list(old, made('InProgress')), later(120));
    expect(still.state.name).toBe('unknown');
    const errors = [{ code: '5', text: 'Could not be converted.' }];
    const failed = made('Failed', { events: [{ name: 'Conversion', status: 'Failed', errors }] });
    expect(exchange(still, list(old, failed), later(600)).state).toMatchObject({
      name: 'refused', failure: { code: 'upgrade-not-possible', serverCode: '5', values: { about: 'conversion' } },
    });
    const events = [{ name: 'Conversion', status: 'Completed', errors: [] }, { name: 'SeatReassignment', status: 'Failed', errors }];
    const left = made('', { type: 'transition_with_license_transfer', events });
    const transfer = exchange(exchanges(begin({ transitionType: left.type }), targets({
      ways: [{ type: left.type, isEligible: true, errors: [] }],
    }), read(), list()), answer({ upgrade: left }));
    expect(transfer.state).toMatchObject({ name: 'done', result: { areLicencesLeft: true } });
    expect(counts(still)).toBe(1);
  });

  it('stands alone among the changes of a subscription, both ways round; a support contact is no change of it', () => {
    const all: readonly SubscriptionChange[] = [
      { kind: 'cancel-subscription', payload: cancellation() }, { kind: 'change-subscription', payload: subscriptionEdit() },
      { kind: 'transition-subscription', payload: upgrade({ quantity: 2 }) },
    ];
    const confirmed = (changes: readonly SubscriptionChange[], known: readonly Operation[] = []) =>
      changeOperations(changes, known, provider.partnerId, confirmation());
    const open = begin();
    for (const change of all) {
      expect(confirmed([change], [open])).toMatchObject({ ok: false, error: { code: 'change-open' } });
      expect(confirmed([change, { kind: 'transition-subscription', payload: upgrade() }])).toMatchObject({ error: { code: 'change-open' } });
    }
    const same = confirmed([{ kind: 'transition-subscription', payload: upgrade() }], [open]);
    expect(same).toMatchObject({ ok: true, value: { made: [], all: [open] } });
    const contact: SubscriptionChange = { kind: 'set-support-contact', payload: contactChange() };
    expect(confirmed([contact, { kind: 'transition-subscription', payload: upgrade() }]).ok).toBe(true);
  });
});
