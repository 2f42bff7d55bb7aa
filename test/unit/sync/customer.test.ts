import { describe, expect, it } from 'vitest';
import { mirrorUpdatesOf } from '../../../shared/sync/mirror-updates.ts';
import {
  answer, contextAt, customerId, customerPayload, exchange, exchanges, facts, give, good, hear, lastStep, later, newCustomer, refusal,
  sentName, silence, start, throttle, wake,
} from './sync-builders.ts';
import { step } from '../../../shared/sync/machine.ts';

describe('a new customer', () => {
  it('checks address and domain, creates the customer, and is done', () => {
    const first = wake(newCustomer());
    expect(sentName(first)).toBe('check-address');
    const second = wake(hear(first.operation, good.address).operation);
    expect(sentName(second)).toBe('check-domain');
    const third = wake(hear(second.operation, good.domain).operation);
    expect(sentName(third)).toBe('create-customer');
    expect(third.effects[0]?.outgoing.input).toEqual({ form: customerPayload.form, reseller: customerPayload.reseller });
    const last = hear(third.operation, good.customer);
    expect(last.operation.state).toMatchObject({ name: 'done', result: { customerId, credentials: 'sealed' } });
    expect(last.journal.map(({ what }) => what)).toEqual(['step-answered', 'done']);
  });

  it('stores the step as sent, with its request id, in the transition that sends it', () => {
    const { operation, effects } = wake(newCustomer());
    expect(lastStep(operation)).toMatchObject({ state: 'sent', attempts: 1, firstSentAt: start });
    expect(effects[0]?.outgoing.requestId).toBe(lastStep(operation).requestId);
    expect(effects[0]?.outgoing).toMatchObject({ operationId: operation.id, tenantId: operation.tenantId, accountId: operation.accountId });
  });

  it('never keeps more of an answer than the call declares', () => {
    const leaky = answer({ customerId, domain: 'x.onmicrosoft.com', credentials: 'sealed', password: 'hunter2' });
    expect(JSON.stringify(exchanges(newCustomer(), good.address, good.domain, leaky))).not.toContain('hunter2');
  });

  it('asks about an address that is not verified, with the suggestions', () => {
    const suggestions = [{ ...customerPayload.form.address, addressLine1: 'Via Roma 10' }];
    const asked = exchange(newCustomer(), answer({ status: 'InteractionRequired', suggestions }));
    expect(asked.state).toMatchObject({ name: 'needs-decision', differences: [{ kind: 'address', suggestions }] });
    const kept = give(asked, { name: 'decide', decision: { kind: 'keep-address' } }).operation;
    expect(sentName(wake(kept))).toBe('check-domain');
    const [address] = suggestions;
    if (!address) throw new Error('no suggestion');
    const used = give(asked, { name: 'decide', decision: { kind: 'use-address', address } });
    expect(used.operation.kind === 'create-customer' && used.operation.payload.form.address.addressLine1).toBe('Via Roma 10');
    expect(sentName(wake(used.operation))).toBe('check-address');
    expect(used.journal).toEqual([{ who: 'sales@nordsee.example', what: 'decided', details: { decision: 'use-address' } }]);
  });

  it('goes on without asking when the address was kept as typed', () => {
    expect(sentName(wake(newCustomer({ ...customerPayload, keepAddress: true })))).toBe('check-domain');
  });

  it('is refused when the domain is not free, and can be edited', () => {
    const refused = exchanges(newCustomer(), good.address, answer({ isFree: false }));
    expect(refused.state).toMatchObject({ name: 'refused', failure: { code: 'domain-taken', field: 'domain' } });
    const domain = 'bianchifaenza.onmicrosoft.com';
    const payload = { ...customerPayload, form: { ...customerPayload.form, domain } };
    const edited = give(refused, { name: 'edit', payload }).operation;
    expect(edited.state.name).toBe('ready');
    expect(edited.fingerprint).not.toBe(refused.fingerprint);
    const again = wake(exchange(edited, good.address));
    expect(again.effects[0]?.outgoing.input).toEqual({ domain });
    expect(refused.steps.map(({ requestId }) => requestId)).not.toContain(again.effects[0]?.outgoing.requestId);
  });

  it('repeats a creation without an answer under the same request id until there is one', () => {
    let operation = exchanges(newCustomer(), good.address, good.domain);
    const ids = new Set<string>();
    let now = start;
    for (let round = 0; round < 20; round += 1) {
      const sent = wake(operation, now);
      ids.add(sent.effects[0]?.outgoing.requestId ?? 'none');
      operation = hear(sent.operation, silence, now).operation;
      expect(operation.state.name).toBe('unknown');
      expect(wake(operation, now).effects).toEqual([]);
      now = operation.state.name === 'unknown' ? operation.state.retryAt : now;
    }
    expect(ids.size).toBe(1);
    expect(hear(wake(operation, now).operation, good.customer, now).operation.state.name).toBe('done');
  });

  it('waits longer and longer, never more than five minutes', () => {
    const creating = exchanges(newCustomer(), good.address, good.domain);
    const waits = Array.from({ length: 15 }, () => 0);
    let operation = creating;
    let now = start;
    waits.forEach((_, index) => {
      operation = hear(wake(operation, now).operation, silence, now).operation;
      const { state } = operation;
      const next = state.name === 'unknown' ? state.retryAt : now;
      waits[index] = Date.parse(next) - Date.parse(now);
      now = next;
    });
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(Math.max(...waits)).toBeLessThanOrEqual(300_000);
  });

  it('does not loop when the server says the domain is taken after a creation without an answer', () => {
    const lost = exchanges(newCustomer(), good.address, good.domain, silence);
    const refused = hear(wake(lost, later(10)).operation, refusal('domain-taken'), later(10)).operation;
    expect(refused.state).toMatchObject({ name: 'refused', failure: { code: 'domain-taken', values: { mayBeOurs: 'true' } } });
    expect(wake(refused, later(100)).operation).toBe(refused);
  });

  it('stays unknown when a repetition is throttled or not sent: the first try may have been performed', () => {
    const lost = exchanges(newCustomer(), good.address, good.domain, silence);
    const throttled = hear(wake(lost, later(10)).operation, throttle(30), later(10)).operation;
    expect(throttled.state).toMatchObject({ name: 'unknown', failure: { code: 'throttled' } });
    expect(lastStep(throttled).requestId).toBe(lastStep(lost).requestId);
    const urgent = step(throttled, { name: 'wake', facts: facts({ isUrgent: true }) }, contextAt(later(12)));
    expect(urgent.effects).toEqual([]);
    expect(sentName(wake(throttled, later(42)))).toBe('create-customer');
  });

  it('is found again as sent after a crash, and goes out with the same request id', () => {
    const { operation } = wake(exchanges(newCustomer(), good.address, good.domain));
    const found = give(operation, { name: 'restarted' }).operation;
    expect(found.state).toMatchObject({ name: 'unknown', retryAt: start, since: start });
    const again = wake(found);
    expect(again.effects[0]?.outgoing.requestId).toBe(lastStep(operation).requestId);
    expect(lastStep(again.operation).attempts).toBe(2);
  });

  it('tells the offline copy about the customer, from the done operation alone', () => {
    const done = exchanges(newCustomer(), good.address, good.domain, good.customer);
    expect(mirrorUpdatesOf(done)).toMatchObject([{ kind: 'customer-created', row: { id: customerId, name: 'Fornace Bianchi' } }]);
    expect(mirrorUpdatesOf(newCustomer())).toEqual([]);
  });
});
