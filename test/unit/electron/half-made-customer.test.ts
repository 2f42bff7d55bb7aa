import { expect, it } from 'vitest';
import { newOperationId } from '../../../shared/ids.ts';
import type { Incoming } from '../../../shared/sync/exchange.ts';
import { step } from '../../../shared/sync/machine.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import { customerOperation } from '../../../shared/sync/confirm.ts';
import { contextAt, customerDraft, customerPayload, facts, give, later } from '../sync/sync-builders.ts';
import { openPracticeDesk } from './support/practice-desk.ts';
import type { PracticeDesk } from './support/practice-desk.ts';

/** Lets the machine send until it stops, through the real gateway, to the practice tenant. */
async function run(desk: PracticeDesk, begun: Operation): Promise<Operation> {
  let operation = begun;
  for (let round = 0; round < 10; round += 1) {
    const woken = step(operation, { name: 'wake', facts: facts() }, contextAt(later(round)));
    const [effect] = woken.effects;
    if (effect === undefined) return woken.operation;
    const incoming: Incoming = await desk.gateway.exchange(effect.outgoing);
    operation = step(woken.operation, { name: 'heard', stepId: effect.outgoing.stepId, incoming }, contextAt(later(round))).operation;
  }
  throw new Error('the operation does not stop');
}

it('takes over the tenant that a refused creation left behind, and never makes a second one (story F16)', async () => {
  const desk = await openPracticeDesk();
  await desk.fault({ kind: 'half-make-customer' });
  const address = { ...customerPayload.form.address, city: 'Milano', state: 'MI', postalCode: '20121' };
  const payload = { ...customerPayload, reseller: desk.reseller, form: { ...customerPayload.form, address } };
  const confirmation = { account: desk.account, now: later(0), newId: newOperationId };
  const refused = await run(desk, customerOperation(customerDraft({ accountId: desk.account.id }), payload, confirmation));
  expect(refused.state).toMatchObject({ name: 'refused', failure: { code: 'invalid-property', field: 'email' } });

  const corrected = { ...payload, form: { ...payload.form, email: 'anna.bianchi@bianchi.example' } };
  const taken = await run(desk, give(refused, { name: 'edit', payload: corrected }).operation);
  expect(taken.state).toMatchObject({ name: 'refused', failure: { code: 'domain-taken', values: { mayBeOurs: 'true' } } });

  const { domain } = payload.form;
  const look = await desk.gateway.read({ accountId: desk.account.id, call: 'find-customer', input: { domain: domain.toUpperCase() } });
  expect(look).toMatchObject({ outcome: 'answered', value: { customers: [{ name: 'Fornace Bianchi', domain }] } });
  const none = await desk.gateway.read({ accountId: desk.account.id, call: 'find-customer', input: { domain: domain.slice(0, 6) } });
  expect(none).toMatchObject({ outcome: 'answered', value: { customers: [] } });

  const ledger = await desk.ledger();
  expect(ledger.counts).toEqual({ 'create-customer': 1 });
  const [made] = ledger.writes;
  const customerId = (look as { value: { customers: { id: never }[] } }).value.customers[0]?.id;
  expect(customerId).toBe(made?.tenantId);
  const adopted = give(taken, { name: 'decide', decision: { kind: 'adopt-customer', customerId: customerId as never, domain } }).operation;
  expect(adopted.state).toMatchObject({ name: 'done', result: { customerId: made?.tenantId, credentials: 'missing' } });
  expect(await run(desk, adopted)).toBe(adopted);
  expect(await desk.envelopes.list(desk.account.id)).toEqual([]);
});
