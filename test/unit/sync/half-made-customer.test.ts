import { describe, expect, it } from 'vitest';
import { mirrorUpdatesOf } from '../../../shared/sync/mirror-updates.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import {
  answer, customerId, customerPayload, exchange, exchanges, give, good, hear, later, newCustomer, refusal, silence, wake,
} from './sync-builders.ts';

const taken = answer({ isFree: false });
const { domain } = customerPayload.form;
const other = 'fornacedue.onmicrosoft.com';
const adopt = { name: 'decide', decision: { kind: 'adopt-customer', customerId, domain } } as const;
const mayBeOurs = ({ state }: Operation): string | undefined =>
  state.name === 'refused' ? state.failure.values?.['mayBeOurs'] : undefined;

/** The creation is refused for the contact, the e-mail is corrected, and the domain is taken. */
function halfMade(): Operation {
  const refused = exchanges(newCustomer(), good.address, good.domain, refusal('invalid-property'));
  expect(refused.state.name).toBe('refused');
  const payload = { ...customerPayload, form: { ...customerPayload.form, email: 'anna.bianchi@bianchi.example' } };
  return exchanges(give(refused, { name: 'edit', payload }).operation, good.address, taken);
}

describe('a customer that was half made by a refused creation (story F16)', () => {
  it('is pointed out when the domain is taken at the next try, which asks the server for nothing more', () => {
    const operation = halfMade();
    expect(operation.state).toMatchObject({ name: 'refused', failure: { code: 'domain-taken', values: { domain, mayBeOurs: 'true' } } });
    expect(wake(operation, later(3600)).operation).toBe(operation);
  });

  it('is pointed out as well when the creation was merely tried again', () => {
    const refused = exchanges(newCustomer(), good.address, good.domain, refusal('invalid-property'));
    const again = exchanges(give(refused, { name: 'retry' }).operation, good.address, good.domain, refusal('domain-taken'));
    expect(mayBeOurs(again)).toBe('true');
  });

  it('is taken over by a person: the operation is done with its tenant, the password to be reset', () => {
    const { operation, journal, problem } = give(halfMade(), adopt);
    expect(problem).toBeUndefined();
    expect(operation.state).toMatchObject({ name: 'done', result: { customerId, domain, credentials: 'missing' } });
    expect(journal.map(({ who, what }) => `${who} ${what}`)).toEqual(['sales@nordsee.example decided', 'app done']);
    expect(mirrorUpdatesOf(operation)).toMatchObject([{ kind: 'customer-created', row: { id: customerId, domain } }]);
  });

  it('is not taken over under another domain, nor twice', () => {
    const decision = { ...adopt.decision, domain: other };
    expect(give(halfMade(), { name: 'decide', decision }).problem?.code).toBe('invalid-input');
    const { operation } = give(halfMade(), adopt);
    expect(give(operation, adopt).problem?.code).toBe('invalid-input');
  });

  it('is not suspected where nothing of ours was tried: the domain is simply somebody else’s', () => {
    const first = exchanges(newCustomer(), good.address, taken);
    const raced = exchanges(newCustomer(), good.address, good.domain, refusal('domain-taken'));
    const racedAgain = exchanges(give(raced, { name: 'retry' }).operation, good.address, taken);
    for (const operation of [first, raced, racedAgain]) {
      expect(mayBeOurs(operation)).toBeUndefined();
      expect(give(operation, adopt).problem?.code).toBe('invalid-input');
    }
  });

  it('is not suspected under another domain than the one that was tried', () => {
    const refused = exchanges(newCustomer(), good.address, good.domain, refusal('invalid-property'));
    const payload = { ...customerPayload, form: { ...customerPayload.form, domain: other } };
    const elsewhere = exchanges(give(refused, { name: 'edit', payload }).operation, good.address, taken);
    expect(mayBeOurs(elsewhere)).toBeUndefined();
  });

  it('is suspected after a creation without an answer, and after a row that was kept before domains were', () => {
    const lost = exchanges(newCustomer(), good.address, good.domain, silence);
    const bare: Operation = { ...lost, steps: lost.steps.map(({ domain: _, ...step }) => step) };
    for (const operation of [lost, bare]) {
      expect(mayBeOurs(hear(wake(operation, later(10)).operation, refusal('domain-taken'), later(10)).operation)).toBe('true');
    }
  });

  it('says nothing about a refusal of its own kind: only a taken domain may be adopted', () => {
    const refused = exchange(exchanges(newCustomer(), good.address, good.domain), refusal('invalid-property'));
    expect(give(refused, adopt).problem?.code).toBe('invalid-input');
  });
});
