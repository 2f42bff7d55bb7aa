import { describe, expect, it } from 'vitest';
import { RequestQualificationPayload, isStuck, needsPerson } from '../../../shared/sync/operation.ts';
import type { Operation, OperationOf } from '../../../shared/sync/operation.ts';
import { qualificationOperations } from '../../../shared/sync/confirm.ts';
import { whyNotCancel } from '../../../shared/sync/decisions.ts';
import { step } from '../../../shared/sync/machine.ts';
import { mirrorUpdatesOf } from '../../../shared/sync/mirror-updates.ts';
import {
  answer, confirmation, contextAt, customerId, exchange, facts, give, hear, lastStep, later, notSent, refusal, sentName,
  silence, start, tenant, throttle, wake,
} from './sync-builders.ts';

const payload = (more: object = {}): RequestQualificationPayload =>
  RequestQualificationPayload.parse({
    customer: tenant, customerName: 'Fornace Bianchi', qualification: 'Education', educationSegment: 'K12', website: 'www.liceo.edu.it', ...more,
  });
function newRequest(more: object = {}): OperationOf<'request-qualification'> {
  const result = qualificationOperations(payload(more), [], confirmation());
  const [made] = result.ok ? result.value.made : [];
  if (made?.kind !== 'request-qualification') throw new Error('No request');
  return made;
}
const education = (vetting: string, requestedAt: string | undefined = start) => ({ name: 'Education', vetting, ...(requestedAt && { requestedAt }) });
const listed = (...qualifications: object[]) => answer({ qualifications });
const taken = answer({ qualification: education('in-review') });
const readyToAsk = (): Operation => exchange(newRequest(), listed());
const lost = (operation = readyToAsk()): Operation => exchange(operation, silence);
/** Where the look after a lost request leads. */
const looked = (operation: Operation, found: ReturnType<typeof listed>): Operation => exchange(operation, found, later(600));

describe('a request of a qualification', () => {
  it('reads what is there, asks, and tells the copy', () => {
    const first = wake(newRequest());
    expect(first.effects[0]?.outgoing).toMatchObject({ call: 'read-qualifications', input: { customerId } });
    const second = wake(hear(first.operation, listed({ name: 'Nonprofit', vetting: 'approved' })).operation);
    expect(second.effects[0]?.outgoing).toMatchObject({
      call: 'request-qualification',
      input: { customerId, request: { qualification: 'Education', educationSegment: 'K12', website: 'www.liceo.edu.it' } },
    });
    const done = hear(second.operation, taken).operation;
    expect(done.state).toMatchObject({ name: 'done', result: { kind: 'request-qualification', wasThere: false } });
    expect(mirrorUpdatesOf(done)).toEqual([
      { kind: 'qualifications-read', customerId, at: start, qualifications: [{ name: 'Nonprofit', vetting: 'approved' }, education('in-review')] },
    ]);
  });

  it.each(['in-review', 'approved'])('is done without a write when it is %s already', (vetting) => {
    const done = exchange(newRequest(), listed(education(vetting)));
    expect(done.state).toMatchObject({ name: 'done', result: { wasThere: true, qualification: { vetting } } });
    expect(done.steps.map(({ name }) => name)).toEqual(['read-qualifications']);
  });

  it.each(['denied', 'unknown'])('goes out when an earlier one was %s', (vetting) => {
    expect(sentName(wake(exchange(newRequest(), listed(education(vetting)))))).toBe('request-qualification');
  });

  it('is no request when something is missing, and one alone while it is open', () => {
    const make = (more: object, all: readonly Operation[] = []) => qualificationOperations(payload(more), all, confirmation());
    expect(make({ educationSegment: undefined })).toMatchObject({ ok: false, error: { code: 'invalid-input', field: 'educationSegment' } });
    expect(make({ qualification: 'GovernmentCommunityCloud', validationCode: ' ' })).toMatchObject({ ok: false, error: { field: 'validationCode' } });
    const open = newRequest();
    expect(make({}, [open])).toMatchObject({ ok: true, value: { made: [], all: [{ id: open.id }] } });
    expect(make({ website: 'other.edu' }, [open])).toMatchObject({ ok: false, error: { code: 'change-open' } });
    expect(make({ qualification: 'StateOwnedEntity' }, [open])).toMatchObject({ ok: true, value: { made: [{}] } });
    const cancelled = give(open, { name: 'cancel' }).operation;
    expect(make({}, [cancelled])).toMatchObject({ ok: true, value: { made: [{}] } });
  });
});

describe('a lost request', () => {
  it('is looked for before anything is sent again', () => {
    const operation = lost();
    expect(operation.state.name).toBe('unknown');
    expect(whyNotCancel(operation)).toMatchObject({ code: 'no-answer' });
    const waiting = wake(operation, later(600)).operation;
    expect(waiting.state).toMatchObject({ name: 'unknown' });
    expect(sentName(wake(waiting, later(600)))).toBe('read-qualifications');
  });

  it('that arrived is done, and nothing was sent twice', () => {
    const done = looked(wake(lost(), later(600)).operation, listed(education('in-review')));
    expect(done.state).toMatchObject({ name: 'done', result: { wasThere: false, qualification: { vetting: 'in-review' } } });
    expect(done.steps.filter(({ name }) => name === 'request-qualification')).toHaveLength(1);
  });

  it('that did not arrive goes out anew, as another step', () => {
    const again = looked(wake(lost(), later(600)).operation, listed());
    expect(again.state.name).toBe('ready');
    const second = wake(again, later(600));
    expect(sentName(second)).toBe('request-qualification');
    const [first, other] = second.operation.steps.filter(({ name }) => name === 'request-qualification');
    expect(first?.requestId).not.toBe(other?.requestId);
  });

  it('that was denied at once is answered; a denial of before is not taken for it', () => {
    const afresh = looked(wake(lost(), later(600)).operation, listed(education('denied', later(5))));
    expect(afresh.state).toMatchObject({ name: 'done', result: { qualification: { vetting: 'denied' } } });
    const old = exchange(newRequest(), listed(education('denied', start)));
    expect(looked(wake(lost(old), later(600)).operation, listed(education('denied', start))).state.name).toBe('ready');
    expect(looked(wake(lost(old), later(600)).operation, listed(education('denied', later(5)))).state.name).toBe('done');
  });

  it('is found after a kill between sending and hearing', () => {
    const killed = give(wake(readyToAsk()).operation, { name: 'restarted' }).operation;
    expect(killed.state.name).toBe('unknown');
    const look = wake(killed).operation;
    expect(sentName(wake(look))).toBe('read-qualifications');
  });

  it('that may not be looked at can be given up by a person', () => {
    const look = exchange(wake(lost(), later(600)).operation, refusal('role-missing'), later(600));
    expect([look.state.name, isStuck(look), needsPerson(look)]).toEqual(['unknown', true, true]);
    expect(give(look, { name: 'cancel' }).operation.state.name).toBe('cancelled');
  });

  it('and refused the second time as asked for before is looked for once more', () => {
    const again = looked(wake(lost(), later(600)).operation, listed());
    const refused = exchange(again, refusal('bad-request'), later(600));
    expect(refused.state).toMatchObject({ name: 'unknown', failure: { code: 'bad-request' } });
    const done = exchange(refused, listed(education('in-review')), later(1200));
    expect(done.state.name).toBe('done');
  });
});

describe('a request that did nothing', () => {
  it('waits out a pause with the same request id', () => {
    const before = wake(readyToAsk()).operation;
    const waiting = hear(before, throttle(30)).operation;
    expect(waiting.state).toMatchObject({ name: 'waiting', reason: 'throttled' });
    expect(wake(waiting, later(10), { isUrgent: true }).effects).toEqual([]);
    const again = wake(waiting, later(60));
    expect(again.effects[0]?.outgoing).toMatchObject({ call: 'request-qualification', requestId: lastStep(before).requestId });
  });

  it('waits for the network, before and after it was begun', () => {
    const offline = step(newRequest(), { name: 'wake', facts: facts({ isOnline: false }) }, contextAt(start)).operation;
    expect(offline.state).toEqual({ name: 'waiting', reason: 'network' });
    const cut = exchange(readyToAsk(), notSent('unreachable'));
    expect(cut.state).toMatchObject({ name: 'waiting', reason: 'network' });
    expect(exchange(cut, taken, later(120)).state.name).toBe('done');
  });

  it('is refused with its reason, edited and sent as another', () => {
    const refused = exchange(readyToAsk(), refusal('invalid-property'));
    expect(refused.state).toMatchObject({ name: 'refused', failure: { code: 'invalid-property' } });
    const bad = give(refused, { name: 'edit', payload: payload({ educationSegment: undefined }) });
    expect([bad.operation.state.name, bad.problem?.code]).toEqual(['refused', 'invalid-input']);
    const edited = give(refused, { name: 'edit', payload: payload({ website: 'www.scuola.it', customerName: 'Another' }) }).operation;
    expect(edited).toMatchObject({ state: { name: 'ready' }, payload: { website: 'www.scuola.it', customerName: 'Fornace Bianchi' } });
    expect(sentName(wake(edited))).toBe('read-qualifications');
  });

  it('and an old denial: refused and edited, it is sent, not taken for answered', () => {
    const denied = listed(education('denied', start));
    const refused = exchange(exchange(newRequest(), denied), refusal('invalid-property'));
    const edited = give(refused, { name: 'edit', payload: payload({ website: 'www.scuola.it' }) }).operation;
    const read = exchange(edited, denied, later(600));
    expect(read).toMatchObject({ state: { name: 'ready' }, payload: { deniedBefore: start } });
    expect(sentName(wake(read, later(600)))).toBe('request-qualification');
  });

  it('refused in one run and again in the next is refused: nobody but a person sends it a third time', () => {
    const refused = exchange(readyToAsk(), refusal('invalid-property'));
    const again = exchange(give(refused, { name: 'retry' }).operation, listed());
    expect(exchange(again, refusal('invalid-property')).state).toMatchObject({ name: 'refused', failure: { code: 'invalid-property' } });
  });

  it('reads again what it read too long ago', () => {
    expect(sentName(wake(readyToAsk(), later(299)))).toBe('request-qualification');
    expect(sentName(wake(readyToAsk(), later(301)))).toBe('read-qualifications');
  });
});
