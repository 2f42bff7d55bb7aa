import { describe, expect, it } from 'vitest';
import { failure } from '../../../shared/contract/failure.ts';
import { changeOperations } from '../../../shared/sync/confirm-changes.ts';
import { whyNotCancel } from '../../../shared/sync/decisions.ts';
import { subjectOf } from '../../../shared/sync/journal-note.ts';
import { mirrorUpdatesOf } from '../../../shared/sync/mirror-updates.ts';
import { needsPerson } from '../../../shared/sync/operation.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import {
  answer, confirmation, contactChange, customerId, exchange, exchanges, facts, give, good, hear, lastStep, later, newChange,
  newResellerChange, notSent,
  provider, refusal, resellerChange, sentName, silence, start, throttle, wake, contextAt,
} from './sync-builders.ts';
import { step } from '../../../shared/sync/machine.ts';

const wanted = '4847383';
const before = '1111111';
const credit = (partnerId: string | undefined) => (partnerId === undefined ? {} : { partnerId });
/** A change that has only its PATCH left. */
const readyToChange = (operation: Operation = newResellerChange()): Operation => exchanges(operation, good.reseller, good.read(before));
const lost = (operation: Operation = readyToChange()): Operation => exchange(operation, silence);
const decide = (operation: Operation): Operation => give(operation, { name: 'decide', decision: { kind: 'accept' } }).operation;

describe('a reseller on a subscription', () => {
  it('is checked, the subscription is read whole, changed with its tag, and the copy is told', () => {
    const first = wake(newResellerChange());
    expect(first.effects[0]?.outgoing).toMatchObject({ call: 'check-reseller', input: { partnerId: wanted } });
    const second = wake(hear(first.operation, good.reseller).operation);
    expect(second.effects[0]?.outgoing).toMatchObject({ call: 'read-subscription', input: { customerId, subscriptionId: 'subscription-1' } });
    const third = wake(hear(second.operation, good.read(before)).operation);
    expect(third.effects[0]?.outgoing).toMatchObject({
      call: 'change-subscription',
      input: {
        customerId, subscriptionId: 'subscription-1', edits: { reseller: { partnerId: wanted } }, etag: 'tag-1',
        resource: { id: 'subscription-1', partnerId: before },
      },
    });
    const done = hear(third.operation, good.changed()).operation;
    expect(done.state).toMatchObject({ name: 'done', result: { kind: 'change-subscription', wasThere: false } });
    expect(mirrorUpdatesOf(done)).toEqual([{ kind: 'subscription-changed', customerId, subscription: good.subscription(wanted) }]);
    // The whole resource was only for the change.
    expect(JSON.stringify(done.steps)).not.toContain('resource');
    expect(subjectOf(done)).toBe('Fornace Bianchi');
  });

  it.each([
    ['unknown', answer({ isKnown: false, isAgreementSigned: false }), 'partner-id-unknown'],
    ['without an agreement', answer({ isKnown: true, isAgreementSigned: false }), 'reseller-agreement-missing'],
    ['our own', refusal('partner-id-own'), 'partner-id-own'],
    ['suspended', refusal('partner-id-inactive'), 'partner-id-inactive'],
    ['of another region', refusal('partner-id-region'), 'partner-id-region'],
  ])('is held when it is %s, and checked again when a person says so', (_, check, code) => {
    const held = exchange(newResellerChange(), check);
    expect(held.state).toMatchObject({ name: 'needs-decision', differences: [{ kind: 'reseller-not-ready', failure: { code } }] });
    expect(sentName(wake(decide(held)))).toBe('check-reseller');
    expect(exchange(readyToChange(), refusal('partner-id-inactive')).state.name).toBe('needs-decision');
  });

  it('is done without a write when it is there already', () => {
    const done = exchanges(newResellerChange(), good.reseller, good.read(wanted));
    expect(done.state).toMatchObject({ name: 'done', result: { wasThere: true } });
    expect(done.steps.map(({ name }) => name)).toEqual(['check-reseller', 'read-subscription']);
  });

  it.each([[before, '9999999'], [before, undefined], [undefined, before]])('asks when the user saw %s and the server has %s', (seen, now) => {
    const asked = exchanges(newResellerChange({ before: seen }), good.reseller, good.read(now));
    const differences = [{ kind: 'fields-changed', fields: ['reseller'], base: credit(seen), server: credit(now) }];
    expect(asked.state).toMatchObject({ name: 'needs-decision', differences });
    const again = exchanges(decide(asked), good.reseller, good.read(now));
    expect(sentName(wake(again))).toBe('change-subscription');
  });

  it('goes on without asking when there was none and there is none', () => {
    const change = newResellerChange({ before: undefined });
    expect(sentName(wake(exchanges(change, good.reseller, good.read(undefined))))).toBe('change-subscription');
  });

  it('reads again when the tag is stale, three times, and never sends an old one twice', () => {
    let operation = readyToChange();
    for (const tag of ['tag-2', 'tag-3']) {
      operation = exchange(operation, refusal('resource-changed'));
      expect(operation.state.name).toBe('ready');
      operation = exchanges(operation, good.reseller, good.read(before, tag));
      expect(wake(operation).effects[0]?.outgoing.input).toMatchObject({ etag: tag });
    }
    expect(exchange(operation, refusal('resource-changed')).state).toMatchObject({ name: 'refused', failure: { code: 'resource-changed' } });
    expect(new Set(operation.steps.map(({ requestId }) => requestId)).size).toBe(operation.steps.length);
  });

  it('is compared again when it was changed by somebody else meanwhile', () => {
    const again = exchanges(exchange(readyToChange(), refusal('resource-changed')), good.reseller, good.read('9999999', 'tag-2'));
    expect(again.state).toMatchObject({ name: 'needs-decision', differences: [{ fields: ['reseller'], server: { partnerId: '9999999' } }] });
  });

  it('says when the subscription keeps its reseller', () => {
    const refused = exchange(readyToChange(), { outcome: 'refused', failure: failure('subscription-reseller-fixed', { serverCode: '800098' }) });
    expect(refused.state).toMatchObject({ name: 'refused', failure: { code: 'subscription-reseller-fixed', serverCode: '800098' } });
    expect(sentName(wake(give(refused, { name: 'retry' }).operation))).toBe('check-reseller');
  });

  it('reads again what was read before a long wait', () => {
    expect(sentName(wake(readyToChange(), later(200)))).toBe('change-subscription');
    expect(sentName(wake(readyToChange(), later(400)))).toBe('check-reseller');
  });

  it('can be edited while it is not sent: another reseller, the same subscription', () => {
    const payload = resellerChange({ reseller: { partnerId: '4890002', name: 'Other' }, subscriptionId: 'subscription-9' });
    const edited = give(newResellerChange(), { name: 'edit', payload }).operation;
    expect(edited.payload).toMatchObject({ edits: { reseller: { partnerId: '4890002' } }, subscriptionId: 'subscription-1' });
    expect(give(lost(), { name: 'edit', payload }).problem?.code).toBe('no-answer');
    expect(give(newResellerChange(), { name: 'edit', payload: contactChange() }).problem?.code).toBe('invalid-input');
  });
});

describe('a change of a reseller whose answer was lost', () => {
  it('is repeated under the same request id, also days later: its tag protects', () => {
    const operation = lost();
    const again = wake(operation, later(3 * 86_400));
    expect(sentName(again)).toBe('change-subscription');
    expect(again.effects[0]?.outgoing.requestId).toBe(lastStep(operation).requestId);
    expect(hear(again.operation, good.changed(), later(3 * 86_400)).operation.state.name).toBe('done');
  });

  const repeated = (how = refusal('resource-changed')): Operation => hear(wake(lost(), later(10)).operation, how, later(10)).operation;

  it('looks at the subscription when the repetition finds the tag stale: our own change made it so', () => {
    const looking = repeated();
    expect(looking.state.name).toBe('unknown');
    expect(whyNotCancel(looking)?.code).toBe('no-answer');
    const look = wake(looking, later(10));
    expect(sentName(look)).toBe('read-subscription');
    const done = hear(look.operation, good.read(wanted, 'tag-2'), later(11)).operation;
    expect(done.state).toMatchObject({ name: 'done', result: { wasThere: false } });
  });

  it('sends it anew, with the tag just read, when the look finds it was not done', () => {
    const seen = hear(wake(repeated(), later(10)).operation, good.read(before, 'tag-2'), later(11)).operation;
    const anew = wake(seen, later(11));
    expect(anew.effects[0]?.outgoing.input).toMatchObject({ etag: 'tag-2' });
    expect(anew.effects[0]?.outgoing.requestId).not.toBe(lastStep(lost()).requestId);
    expect(whyNotCancel(seen)).toBeUndefined();
  });

  it('asks when the look finds what nobody saw', () => {
    const seen = hear(wake(repeated(), later(10)).operation, good.read('9999999', 'tag-2'), later(11)).operation;
    expect(seen.state).toMatchObject({ name: 'needs-decision', differences: [{ base: { partnerId: before }, server: { partnerId: '9999999' } }] });
  });

  it('looks a minute after any other "no" to the repetition, which says nothing about the first try', () => {
    const looking = repeated(refusal('subscription-not-changeable'));
    expect(looking.state).toMatchObject({ name: 'unknown', retryAt: later(70), failure: { code: 'subscription-not-changeable' } });
  });

  it.each([['silence', silence], ['no network', notSent('unreachable')], ['signed out', notSent('sign-in-needed')], ['too many', throttle(30)]])(
    'stays unknown when its look ends in %s', (_, how) => {
      const held = hear(wake(repeated(), later(10)).operation, how, later(11)).operation;
      expect(held.state.name).toBe('unknown');
      expect(sentName(wake(held, later(60)))).toBe('read-subscription');
    },
  );

  it('looks again, without a trail, when the look was refused; without its subscription it is over', () => {
    let operation = repeated();
    const steps = operation.steps.length;
    for (let minute = 1; minute < 5; minute += 1) {
      operation = hear(wake(operation, later(60 * minute + 10)).operation, refusal('role-missing'), later(60 * minute + 10)).operation;
      expect(operation.state).toMatchObject({ name: 'unknown', failure: { code: 'role-missing' } });
    }
    expect(operation.steps).toHaveLength(steps);
    const gone = hear(wake(operation, later(400)).operation, refusal('subscription-not-found'), later(400)).operation;
    expect(gone.state).toMatchObject({ name: 'refused', failure: { code: 'subscription-not-found' } });
    expect(whyNotCancel(gone)).toBeUndefined();
  });

  it('is found as sent after a crash during the look too', () => {
    const found = give(wake(repeated(), later(10)).operation, { name: 'restarted' }).operation;
    expect(sentName(wake(found, later(11)))).toBe('read-subscription');
  });

  it('does not believe a "done" that carries another Partner ID', () => {
    const odd = exchange(readyToChange(), good.changed('9999999'));
    expect(odd.state).toMatchObject({ name: 'unknown', failure: { code: 'malformed-answer' } });
    expect(sentName(step(odd, { name: 'wake', facts: facts() }, contextAt(later(61))))).toBe('read-subscription');
  });

  it('without a tag is never repeated before a look', () => {
    const tagless = exchange(exchanges(newResellerChange(), good.reseller, good.read(before, '')), silence);
    const looking = wake(tagless, later(2)).operation;
    expect(looking.state.name).toBe('unknown');
    expect(sentName(wake(looking, later(2)))).toBe('read-subscription');
  });

  it('is over when the customer is no longer ours', () => {
    const gone = hear(wake(repeated(), later(10)).operation, refusal('no-customer-relationship'), later(11)).operation;
    expect(gone.state).toMatchObject({ name: 'refused', failure: { code: 'no-customer-relationship' } });
  });

  it('can be given up by a person, and asks for one, when nobody may look at what became of it', () => {
    const looking = repeated();
    const refused = hear(wake(looking, later(10)).operation, refusal('unknown-server-code'), later(11)).operation;
    expect(needsPerson(looking)).toBe(false);
    expect(needsPerson(refused)).toBe(true);
    expect(sentName(wake(refused, later(72)))).toBe('read-subscription');
    expect(give(refused, { name: 'edit', payload: resellerChange() }).problem?.code).toBe('no-answer');
    expect(give(refused, { name: 'cancel' }).operation.state.name).toBe('cancelled');
    const silent = hear(wake(refused, later(72)).operation, silence, later(73)).operation;
    expect(whyNotCancel(silent)?.code).toBe('no-answer');
  });

  it('looks what is there when the role was withdrawn before the repetition', () => {
    const looking = repeated(refusal('role-missing'));
    expect(sentName(wake(looking, later(70)))).toBe('read-subscription');
  });

  it('is not refused while the server still works on its first write, though a look did not see it yet', () => {
    const anew = hear(wake(repeated(), later(10)).operation, good.read(before, 'tag-2'), later(11)).operation;
    const pending = hear(wake(anew, later(11)).operation, refusal('change-in-progress'), later(12)).operation;
    expect(pending.state).toMatchObject({ name: 'unknown', failure: { code: 'change-in-progress' } });
    expect(whyNotCancel(pending)?.code).toBe('no-answer');
    const urgent = step(pending, { name: 'wake', facts: facts({ isUrgent: true }) }, contextAt(later(20)));
    expect(urgent.effects).toEqual([]);
    const look = wake(pending, later(140));
    expect(hear(look.operation, good.read(wanted, 'tag-3'), later(141)).operation.state.name).toBe('done');
  });
});

describe('a support contact', () => {
  const ready = (more: object = {}): Operation => exchange(newChange('set-support-contact', more), good.contact(provider));

  it('is read, set, and the copy is told', () => {
    const sent = wake(ready());
    expect(sent.effects[0]?.outgoing).toMatchObject({
      call: 'set-support-contact', input: { customerId, subscriptionId: 'subscription-1', contact: contactChange().contact },
    });
    const done = hear(sent.operation, good.contact()).operation;
    expect(done.state).toMatchObject({ name: 'done', result: { kind: 'set-support-contact', wasThere: false } });
    const contacts = { 'subscription-1': contactChange().contact };
    expect(mirrorUpdatesOf(done)).toEqual([{ kind: 'support-contacts-read', customerId, contacts, at: start }]);
  });

  it('is done without a write when it is there already, whatever the case of its tenant id', () => {
    const { contact } = contactChange();
    const done = exchange(newChange('set-support-contact'), good.contact({ ...contact, tenantId: contact.tenantId.toUpperCase() }));
    expect(done.state).toMatchObject({ name: 'done', result: { wasThere: true } });
  });

  it('asks when it is another one than the user saw, and goes on when the user saw none', () => {
    const other = { tenantId: '44444444-4444-4444-8444-444444444444', partnerId: '4890002', name: 'Other' };
    const asked = exchange(newChange('set-support-contact'), good.contact(other));
    expect(asked.state).toMatchObject({ name: 'needs-decision', differences: [{ kind: 'contact-changed', before: provider, after: other }] });
    expect(sentName(wake(exchange(decide(asked), good.contact(other))))).toBe('set-support-contact');
    expect(sentName(wake(exchange(newChange('set-support-contact', { before: undefined }), good.contact(other))))).toBe('set-support-contact');
  });

  it('is never repeated before a look: it has no tag, and somebody may have set another one since', () => {
    const silent = exchange(ready(), silence);
    const looking = wake(silent, later(301)).operation;
    const look = wake(looking, later(301));
    expect(sentName(look)).toBe('read-support-contact');
    expect(hear(look.operation, good.contact(), later(302)).operation.state).toMatchObject({ name: 'done', result: { wasThere: false } });
    const anew = hear(look.operation, good.contact(provider), later(302)).operation;
    expect(sentName(wake(anew, later(302)))).toBe('set-support-contact');
  });

  it('asks when another one was set after a lost try, also where the user had seen none', () => {
    const unseen = exchange(newChange('set-support-contact', { before: undefined }), good.contact(provider));
    const look = wake(wake(exchange(unseen, silence), later(5)).operation, later(5));
    const other = { tenantId: '44444444-4444-4444-8444-444444444444', partnerId: '4890002', name: 'Other' };
    expect(hear(look.operation, good.contact(other), later(6)).operation.state).toMatchObject({
      name: 'needs-decision', differences: [{ kind: 'contact-changed', before: provider, after: other }],
    });
  });

  it('does not believe a "done" that names another contact', () => {
    const odd = exchange(ready(), good.contact(provider));
    expect(odd.state).toMatchObject({ name: 'unknown', failure: { code: 'malformed-answer' } });
    expect(sentName(wake(odd, later(61)))).toBe('read-support-contact');
  });

  it('is refused with the words of the server, and can be given up then', () => {
    const refused = exchange(ready(), refusal('invalid-property'));
    expect(refused.state).toMatchObject({ name: 'refused', failure: { code: 'invalid-property' } });
    expect(give(refused, { name: 'cancel' }).operation.state.name).toBe('cancelled');
    expect(exchange(newChange('set-support-contact'), refusal('role-missing')).state.name).toBe('refused');
  });
});

describe('confirming a change', () => {
  it('refuses our own Partner ID as reseller, and allows us as support contact', () => {
    const own = resellerChange({ reseller: { partnerId: provider.partnerId, name: provider.name } });
    const refused = changeOperations([{ kind: 'change-subscription', payload: own }], [], provider.partnerId, confirmation());
    expect(refused).toMatchObject({ ok: false, error: { code: 'partner-id-own' } });
    const contact = contactChange({ contact: provider, before: undefined });
    expect(changeOperations([{ kind: 'set-support-contact', payload: contact }], [], provider.partnerId, confirmation()).ok).toBe(true);
  });

  it('refuses a second open change of the same thing: which one came last would be chance', () => {
    const open = newChange('set-support-contact');
    const other = contactChange({ contact: { ...contactChange().contact, name: 'Other', partnerId: '4890009' } });
    expect(changeOperations([{ kind: 'set-support-contact', payload: other }], [open], undefined, confirmation())).toMatchObject({
      ok: false, error: { code: 'change-open' },
    });
    const elsewhere = { ...other, subscriptionId: 'subscription-2' };
    expect(changeOperations([{ kind: 'set-support-contact', payload: elsewhere }], [open], undefined, confirmation()).ok).toBe(true);
    expect(changeOperations([{ kind: 'change-subscription', payload: resellerChange() }], [open], undefined, confirmation()).ok).toBe(true);
  });

  it('answers the open one for the same change, and makes a new one when that is over', () => {
    const open = newResellerChange();
    const change = { kind: 'change-subscription', payload: resellerChange() } as const;
    const again = changeOperations([change, change], [open], undefined, confirmation());
    expect(again).toMatchObject({ ok: true, value: { made: [], all: [{ id: open.id }, { id: open.id }] } });
    const over = give(open, { name: 'cancel' }).operation;
    const anew = changeOperations([change, change], [over], undefined, confirmation());
    expect(anew.ok && anew.value.made).toHaveLength(1);
    expect(anew.ok && anew.value.all).toHaveLength(2);
  });
});
