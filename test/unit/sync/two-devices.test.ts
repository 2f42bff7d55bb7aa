import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PartnerId } from '../../../shared/ids.ts';
import { fieldsEdited, isSameField, withEdits } from '../../../shared/domain/subscription/edited-fields.ts';
import { editedFields } from '../../../shared/domain/subscription/subscription-edits.ts';
import type { EditedField, SubscriptionEdits, SubscriptionFields } from '../../../shared/domain/subscription/subscription-edits.ts';
import { isBefore, plusSeconds } from '../../../shared/instant.ts';
import type { Instant } from '../../../shared/instant.ts';
import { changeOperations } from '../../../shared/sync/confirm-changes.ts';
import { dependenciesOf } from '../../../shared/sync/dependants.ts';
import { step, wakesAt } from '../../../shared/sync/machine.ts';
import { Operation } from '../../../shared/sync/operation.ts';
import type { OperationOf } from '../../../shared/sync/operation.ts';
import type { OperationEvent } from '../../../shared/sync/transition.ts';
import { ModelServer } from './model-server.ts';
import type { Fault } from './model-server.ts';
import { confirmation, contextAt, facts, provider, start, subscriptionEdit } from './sync-builders.ts';

const id = 'subscription-1';
type Edit = OperationOf<'change-subscription'>;
const planned = (quantity: number) => ({
  product: { productId: 'P', skuId: '0001', availabilityId: 'A', billingCycle: 'annual', termDuration: 'P1Y' }, quantity,
});

/** One person's computer: what it saw last, and the operations on its disk. */
class Device {
  seen: SubscriptionFields;
  operations: Edit[] = [];
  readonly problems: string[] = [];
  readonly server: ModelServer;

  constructor(server: ModelServer) {
    this.server = server;
    this.seen = server.fieldsNow(id);
  }

  read(): void {
    this.seen = this.server.fieldsNow(id);
  }

  #put(changed: Operation): void {
    const stored = Operation.parse(JSON.parse(JSON.stringify(changed)));
    if (stored.kind !== 'change-subscription') throw new Error(stored.kind);
    const isKnown = this.operations.some((one) => one.id === stored.id);
    this.operations = isKnown ? this.operations.map((one) => (one.id === stored.id ? stored : one)) : [...this.operations, stored];
  }

  edit(edits: SubscriptionEdits, now: Instant): void {
    if (fieldsEdited(edits).length === 0) return;
    const payload = subscriptionEdit({ edits, base: this.seen });
    const result = changeOperations([{ kind: 'change-subscription', payload }], this.operations, provider.partnerId, confirmation(now));
    if (!result.ok) throw new Error(result.error.code);
    for (const one of [...result.value.made, ...result.value.edited.map(({ after }) => after)]) this.#put(one);
  }

  give(operation: Edit, event: OperationEvent, now: Instant) {
    const transition = step(operation, event, contextAt(now));
    this.#put(transition.operation);
    return transition;
  }

  wake(fault: Fault, now: Instant): void {
    for (const { id: which } of this.operations) {
      const operation = this.operations.find((one) => one.id === which);
      if (!operation) continue;
      const dependencies = dependenciesOf(operation, this.operations);
      for (const { outgoing } of this.give(operation, { name: 'wake', facts: facts({ dependencies }) }, now).effects) {
        const sent = this.operations.find((one) => one.id === which);
        const incoming = this.server.exchange(outgoing, outgoing.call === 'change-subscription' ? fault : 'none', now);
        for (const { edits, was } of this.server.replaced.splice(0)) this.#compare(sent, edits, was);
        const current = this.operations.find((one) => one.id === which);
        if (current) this.give(current, { name: 'heard', stepId: outgoing.stepId, incoming }, now);
      }
    }
  }

  /** Nothing is written over, and no schedule erased, that the person at this device did not see. */
  #compare(sent: Edit | undefined, edits: SubscriptionEdits, was: SubscriptionFields): void {
    const base = sent?.payload.base;
    const erased: readonly EditedField[] = was.scheduled && edits.scheduled === undefined ? ['scheduled'] : [];
    const changed = fieldsEdited(edits).filter((field) => !isSameField(field, withEdits(was, edits), was));
    const lost = [...changed, ...erased].filter((field) => !base || !isSameField(field, base, was));
    if (lost.length > 0) this.problems.push(`${lost.join()} lost: ${JSON.stringify([was, sent?.payload])}`);
  }

  decide(fields: readonly EditedField[] | 'all' | 'none', now: Instant): void {
    const operation = this.operations.find(({ state }) => state.name === 'needs-decision');
    if (!operation) return;
    if (fields === 'none') this.give(operation, { name: 'cancel' }, now);
    else this.give(operation, { name: 'decide', decision: fields === 'all' ? { kind: 'accept' } : { kind: 'keep-fields', fields } }, now);
  }

  /** Both versions of every conflict can be seen, and what was not sent of mine too. */
  unreadable(): string[] {
    return this.operations.flatMap(({ conflicts = [], payload, state }) => conflicts.flatMap(({ kept, base, edits, server, fields }, index) => {
      const isDecided = index < conflicts.length - 1 || state.name !== 'needs-decision';
      const rest = isDecided && kept ? kept : fieldsEdited(edits);
      const isWhole = fields.every((field) => !isSameField(field, base, server)) && fieldsEdited(edits).length > 0;
      const isKept = kept === undefined || kept.length === 0 || index < conflicts.length - 1 ||
        fieldsEdited(payload.edits).every((field) => rest.includes(field) || !isSameField(field, withEdits(base, payload.edits), base));
      return isWhole && isKept ? [] : ['a version is gone'];
    }));
  }
}

const edits: fc.Arbitrary<SubscriptionEdits> = fc.record({
  quantity: fc.integer({ min: 1, max: 9 }), autoRenewEnabled: fc.boolean(), friendlyName: fc.constantFrom('One', 'Two'),
  reseller: fc.constantFrom('4847383', '1111111').map((partnerId) => ({ partnerId: PartnerId.parse(partnerId), name: '' })),
  scheduled: fc.constantFrom(planned(3), planned(4)),
}, { requiredKeys: [] });
const troubles = ['none', 'none', 'none', 'lost-after', 'lost-before', 'taken', 'busy', 'throttled', 'forgetful'] as const;
const move = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('edit' as const), edits }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('wake' as const), fault: fc.constantFrom(...troubles) }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'read' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('decide' as const),
      fields: fc.oneof(fc.constantFrom('all' as const, 'none' as const), fc.subarray([...editedFields])),
    }),
  },
);
const history = fc.array(fc.record({ who: fc.nat(1), seconds: fc.constantFrom(1, 20, 400, 4000), move }), { minLength: 5, maxLength: 30 });

describe('two devices that edit one subscription', () => {
  it('lose no update of each other: nothing is overwritten unseen, and all versions can be read', () => {
    let conflicts = 0;
    fc.assert(fc.property(history, (turns) => {
      const server = new ModelServer(0);
      const devices = [new Device(server), new Device(server)];
      let now = start;
      for (const { who, seconds, move: what } of turns) {
        now = plusSeconds(now, seconds);
        const device = devices[who];
        if (!device) continue;
        if (what.kind === 'edit') device.edit(what.edits, now);
        else if (what.kind === 'wake') device.wake(what.fault, now);
        else if (what.kind === 'read') device.read();
        else device.decide(what.fields, now);
      }
      for (let round = 0; round < 60; round += 1) {
        for (const device of devices) device.wake('none', now);
        const next = devices.flatMap(({ operations }) => operations.flatMap((one) => wakesAt(one) ?? [])).toSorted()[0];
        if (next && isBefore(now, next)) now = next;
      }
      const all = devices.flatMap(({ operations }) => operations);
      conflicts += all.flatMap((one) => one.conflicts ?? []).length;
      expect(devices.flatMap((device) => [...device.problems, ...device.unreadable()])).toEqual([]);
      const resting = all.map(({ state }) => state.name).filter((name) => !['done', 'cancelled', 'needs-decision', 'refused'].includes(name));
      expect(resting).toEqual([]);
      // A done edit stands, or was changed since by somebody who saw it.
      expect(new Set(server.performed.map(({ requestId }) => requestId)).size).toBe(server.performed.length);
    }), { numRuns: 300 });
    expect(conflicts).toBeGreaterThan(50);
  }, 60_000);
});
