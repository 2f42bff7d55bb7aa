import { operationOf } from '../../../../shared/sync/confirm.ts';
import { step } from '../../../../shared/sync/machine.ts';
import type { Operation, SubscriptionChange } from '../../../../shared/sync/operation.ts';
import type { OperationEvent } from '../../../../shared/sync/transition.ts';
import { confirmation, contextAt, facts, start } from '../../sync/sync-builders.ts';
import type { PracticeDesk } from './practice-desk.ts';

/** One operation of one device, as far as the network and its person bring it. */
export class Sent {
  operation: Operation;
  readonly #desk: PracticeDesk;
  now = start;

  constructor(desk: PracticeDesk, change: SubscriptionChange) {
    this.#desk = desk;
    this.operation = operationOf(change, undefined, [], { ...confirmation(), account: desk.account });
  }

  give(event: OperationEvent) {
    const transition = step(this.operation, event, contextAt(this.now));
    this.operation = transition.operation;
    return transition;
  }

  async go(): Promise<string> {
    for (let calls = 0; calls < 12; calls += 1) {
      const [effect] = this.give({ name: 'wake', facts: facts() }).effects;
      if (!effect) return this.operation.state.name;
      this.give({ name: 'heard', stepId: effect.outgoing.stepId, incoming: await this.#desk.gateway.exchange(effect.outgoing) });
    }
    throw new Error('It never came to rest');
  }
}
