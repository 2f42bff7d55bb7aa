import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsEdited, isSameField, withEdits } from '../../../shared/domain/subscription/edited-fields.ts';
import type { OperationId } from '../../../shared/ids.ts';
import { isBefore, plusSeconds } from '../../../shared/instant.ts';
import type { Instant } from '../../../shared/instant.ts';
import { customerNews, dependenciesOf, hasRival, ordersOfOthers } from '../../../shared/sync/dependants.ts';
import { step, wakesAt } from '../../../shared/sync/machine.ts';
import { isOpen, isStuck, Operation } from '../../../shared/sync/operation.ts';
import { isWrite } from '../../../shared/partner-center/server-call.ts';
import type { OperationEvent, Transition } from '../../../shared/sync/transition.ts';
import { ModelServer, faults } from './model-server.ts';
import type { Fault } from './model-server.ts';
import {
  account, contextAt, facts, lineOf, newCart, newChange, newResellerChange, newCustomer, newOrder, newReset, start, toConfirm,
} from './sync-builders.ts';

type Move =
  | {
      readonly kind: 'wake';
      readonly fault: Fault;
      readonly crash: 'no' | 'before-sending' | 'after-sending';
      readonly isUrgent: boolean;
      /** Lets the harmless calls before it pass, so that trouble meets what matters. */
      readonly hits: 'next-call' | 'next-write';
    }
  | { readonly kind: 'person'; readonly event: 'cancel' | 'retry' | 'edit' | 'accept' | 'send-again' | 'drop-lines' }
  | { readonly kind: 'repeat-answer' };
interface Turn {
  readonly at: number;
  readonly seconds: number;
  readonly isOnline: boolean;
  readonly move: Move;
}

const bareLines = newOrder().payload.lines.map(({ unitPrice: _, ...line }) => line);
function chain(): Operation[] {
  const customer = newCustomer();
  const pending = { kind: 'pending', operationId: customer.id };
  return [customer, ...newCart({ customer: pending, agreement: toConfirm, lines: bareLines })];
}
const invitation = { kind: 'invited', contact: toConfirm.contact };
/** A base with its add-on, for a customer that was asked to accept the agreement. */
const { unitPrice: _, ...addon } = lineOf(2, { addonOf: { kind: 'line', lineId: 0 } });
const withAddon = [...bareLines, addon];
const promotion = { id: 'PROMO:0001:A', name: 'Spring', discount: '0.15' };
const promoted = bareLines.map((line) => ({ ...line, promotion }));
/**
 * What lies on the desk: an order, two equal ones of one customer, a customer, changes of one subscription, or customer,
 * agreement and order.
 */
const desks = {
  order: () => newCart({ lines: bareLines }),
  'two-orders': () => [...newCart({ lines: bareLines }), ...newCart({ lines: bareLines })],
  customer: () => [newCustomer()],
  reseller: () => [newResellerChange()],
  'two-resellers': () => [newResellerChange(), newResellerChange({ reseller: { partnerId: '4890002', name: 'Other' } })],
  edit: () => [newChange('change-subscription')],
  'two-edits': () => [newChange('change-subscription'), newChange('change-subscription', { edits: { quantity: 9, autoRenewEnabled: false } })],
  'edit-after': () => {
    const first = newChange('change-subscription');
    return [first, { ...newChange('change-subscription', { edits: { autoRenewEnabled: false } }), dependsOn: [first.id] }];
  },
  cancellation: () => [newChange('cancel-subscription')],
  upgrade: () => [newChange('transition-subscription')],
  'part-upgrade': () => [newChange('transition-subscription', { quantity: 2 })],
  contact: () => [newChange('set-support-contact')],
  invited: () => newCart({ lines: withAddon, agreement: invitation }),
  password: () => [newReset()],
  promoted: () => newCart({ lines: promoted }),
  chain,
} as const;

const people = ['cancel', 'retry', 'edit', 'accept', 'send-again', 'drop-lines'] as const;

/** Only few kinds of trouble in one history, and those again and again: rare combinations are where the bugs are. */
interface Climate {
  readonly troubles: readonly Fault[];
  readonly wishes: readonly (typeof people)[number][];
  readonly crashes: boolean;
  readonly desk: keyof typeof desks;
}
const climate: fc.Arbitrary<Climate> = fc.record({
  troubles: fc
    .tuple(fc.constantFrom('lost-after' as const, 'lost-before' as const), fc.constantFrom(...faults), fc.constantFrom(...faults))
    .map((three) => [...new Set<Fault>(three)]),
  wishes: fc.tuple(fc.constantFrom('retry' as const, 'send-again' as const, 'cancel' as const), fc.constantFrom(...people)),
  crashes: fc.boolean(),
  desk: fc.constantFrom(
    'order', 'order', 'two-orders', 'customer', 'reseller', 'reseller', 'two-resellers', 'contact', 'cancellation', 'cancellation',
    'chain', 'invited', 'promoted', 'password', 'edit', 'two-edits', 'edit-after', 'upgrade', 'part-upgrade', 'part-upgrade',
  ),
});

const moveIn = ({ troubles, wishes, crashes }: Climate): fc.Arbitrary<Move> =>
  fc.oneof(
    {
      weight: 7,
      arbitrary: fc.record({
        kind: fc.constant('wake' as const),
        fault: fc.constantFrom('none' as const, ...troubles),
        crash: crashes ? fc.constantFrom('no', 'no', 'before-sending', 'after-sending') : fc.constant('no'),
        isUrgent: fc.boolean(),
        hits: fc.constantFrom('next-write' as const, 'next-write' as const, 'next-write' as const, 'next-call' as const),
      }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('person' as const), event: fc.constantFrom(...wishes) }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'repeat-answer' as const }) },
  );
const turnIn = (weather: Climate): fc.Arbitrary<Turn> =>
  fc.record({
    at: fc.nat(desks[weather.desk]().length - 1),
    seconds: fc.oneof({ weight: 4, arbitrary: fc.nat(90) }, { weight: 2, arbitrary: fc.nat(2000) }, fc.constant(90_000)),
    isOnline: fc.oneof({ weight: 8, arbitrary: fc.constant(true) }, fc.constant(false)),
    move: moveIn(weather),
  });
const history = climate.chain((weather) =>
  fc.record({ desk: fc.constant(weather.desk), turns: fc.array(turnIn(weather), { minLength: 5, maxLength: 25 }) }),
);

/** The committed operations, as text: nothing outlives a crash but what was written. */
class Desk {
  readonly sentAgain = new Map<string, number>();
  /** How often a person said to go on from what the server has, or to try or send it anew. */
  readonly wanted = new Map<string, number>();
  /** What a person gave up although nobody may look what became of it: they were told, and looked elsewhere. */
  readonly leftOpen = new Set<string>();
  readonly problems: string[] = [];
  readonly #disk = new Map<string, string>();
  readonly #ids: OperationId[];
  #lastAnswer: OperationEvent | undefined;
  now: Instant = start;
  readonly server: ModelServer;

  constructor(server: ModelServer, operations: readonly Operation[]) {
    this.server = server;
    this.#ids = operations.map(({ id }) => id);
    for (const operation of operations) this.#write(operation);
  }

  #write(operation: Operation): void {
    this.#disk.set(operation.id, JSON.stringify(Operation.parse(operation)));
  }

  all(): Operation[] {
    return this.#ids.map((id) => Operation.parse(JSON.parse(this.#disk.get(id) ?? 'null')));
  }

  give(operation: Operation, event: OperationEvent): Transition {
    const all = this.all();
    const context = contextAt(this.now, { claimedOrderIds: ordersOfOthers(operation, all), hasRival: hasRival(operation, all) });
    const transition = step(operation, event, context);
    this.#write(transition.operation);
    return transition;
  }

  /** What the app does when it starts: whatever was on its way may have arrived. */
  restart(): void {
    for (const operation of this.all()) this.give(operation, { name: 'restarted' });
  }

  wake(index: number, how: Extract<Move, { kind: 'wake' }>, isOnline: boolean): void {
    for (let calls = 0; calls < 6; calls += 1) if (!this.wakeOnce(index, how, isOnline)) return;
  }

  heardNews(operation: Operation, all: readonly Operation[]): boolean {
    const news = all.flatMap((maker) => customerNews(operation, maker) ?? [])[0];
    if (news) this.give(operation, news);
    return news !== undefined;
  }

  compareOverwritten(operation: Operation): void {
    for (const { edits, was } of this.server.replaced.splice(0)) {
      if (operation.kind !== 'change-subscription') continue;
      const { base } = operation.payload;
      const changed = fieldsEdited(edits).filter((field) => !isSameField(field, was, withEdits(was, edits)));
      const isUnseen = changed.some((field) => !isSameField(field, was, base));
      if (isUnseen) this.problems.push(`an edit nobody saw was overwritten: ${JSON.stringify([edits, was, base])}`);
    }
  }

  /** True when the call was a harmless one on the way to the one that is meant. */
  wakeOnce(index: number, { fault: meant, crash: meantCrash, isUrgent, hits }: Extract<Move, { kind: 'wake' }>, isOnline: boolean): boolean {
    const all = this.all();
    const operation = all[index];
    if (!operation) return false;
    if (this.heardNews(operation, all)) return true;
    const event = { name: 'wake', facts: facts({ isOnline, isUrgent, dependencies: dependenciesOf(operation, all) }) } as const;
    for (const { outgoing } of this.give(operation, event).effects) {
      const isPassing = hits === 'next-write' && !isWrite(outgoing.call) && outgoing.call !== 'list-orders';
      const fault = isPassing ? 'none' : meant;
      const crash = isPassing ? 'no' : meantCrash;
      if (crash === 'before-sending') {
        this.restart();
        return false;
      }
      const stored = this.all()[index]?.steps.find(({ id }) => id === outgoing.stepId);
      if (stored?.requestId !== outgoing.requestId || stored.state !== 'sent') this.problems.push(`${outgoing.call} left before it was stored`);
      const incoming = this.server.exchange(outgoing, fault, this.now);
      this.compareOverwritten(operation);
      if (crash === 'after-sending') {
        this.restart();
        return false;
      }
      this.#lastAnswer = { name: 'heard', stepId: outgoing.stepId, incoming };
      const current = this.all()[index];
      if (current) this.give(current, this.#lastAnswer);
      return isPassing || (hits === 'next-write' && outgoing.call === 'create-cart' && fault === 'none');
    }
    return false;
  }

  person(index: number, what: Extract<Move, { kind: 'person' }>['event']): void {
    const operation = this.all()[index];
    if (!operation) return;
    if (what === 'cancel' && isStuck(operation)) this.leftOpen.add(operation.id);
    if (what === 'cancel' || what === 'retry') return void this.give(operation, { name: what });
    if (what === 'edit') {
      const isFixed = operation.kind === 'confirm-agreement' || operation.kind === 'reset-password' ||
        operation.kind === 'cancel-subscription' || operation.kind === 'transition-subscription';
      if (!isFixed) this.give(operation, { name: 'edit', payload: operation.payload });
      return;
    }
    const decision = what === 'drop-lines' ? ({ kind: what, lineIds: [0] } as const) : ({ kind: what } as const);
    const { problem } = this.give(operation, { name: 'decide', decision });
    if (!problem) this.wanted.set(operation.id, (this.wanted.get(operation.id) ?? 0) + 1);
    if (what === 'send-again' && !problem) this.sentAgain.set(operation.id, (this.sentAgain.get(operation.id) ?? 0) + 1);
  }

  repeatAnswer(): void {
    for (const operation of this.all()) if (this.#lastAnswer) this.give(operation, this.#lastAnswer);
  }

  play({ at, seconds, isOnline, move: what }: Turn): void {
    this.now = plusSeconds(this.now, seconds);
    if (what.kind === 'wake') this.wake(at, what, isOnline);
    else if (what.kind === 'person') this.person(at, what.event);
    else this.repeatAnswer();
  }

  /** The network is well and nobody touches anything: time alone. */
  settle(): void {
    this.restart();
    for (let round = 0; round < 400; round += 1) {
      const before = JSON.stringify(this.all());
      this.all().forEach((_, index) => this.wake(index, { kind: 'wake', fault: 'none', crash: 'no', isUrgent: false, hits: 'next-call' }, true));
      if (JSON.stringify(this.all()) !== before) continue;
      const next = this.all().flatMap((operation) => wakesAt(operation) ?? []).toSorted()[0];
      if (!next) return;
      if (isBefore(this.now, next)) this.now = next;
    }
    throw new Error('It never came to rest');
  }
}

/** Nobody is asked to send again what the server has. */
function wronglyLost({ server, sentAgain, problems }: Desk, all: readonly Operation[]): void {
  for (const { id, state } of all) {
    const isLost = state.name === 'needs-decision' && state.differences[0]?.kind === 'order-not-found';
    if (isLost && server.timesDone(id, 'checkout') > (sentAgain.get(id) ?? 0)) problems.push(`${id} is not lost`);
  }
}

function doneTwice({ server, sentAgain, wanted }: Desk, all: readonly Operation[]): string[] {
  const most = [
    ['create-customer', (): number => 1],
    ['confirm-agreement', (): number => 1],
    ['checkout', (id: string): number => 1 + (sentAgain.get(id) ?? 0)],
    ['change-subscription', (id: string): number => 1 + (wanted.get(id) ?? 0)],
    ['set-support-contact', (): number => 1],
    ['cancel-subscription', (): number => 1],
    ['transition-subscription', (id: string): number => 1 + (wanted.get(id) ?? 0)],
  ] as const;
  return all.flatMap(({ id }) => most.flatMap(([call, times]) => (server.timesDone(id, call) > times(id) ? [`${call} twice for ${id}`] : [])));
}

/** One request id for one step, and only for it; never another tenant. */
function wronglyAddressed({ server }: Desk): string[] {
  const stepOfRequest = new Map<string, string>();
  const requestOfStep = new Map<string, string>();
  return server.received.flatMap(({ tenantId, stepId, requestId, call }) => {
    const isSame = (stepOfRequest.get(requestId) ?? stepId) === stepId && (requestOfStep.get(stepId) ?? requestId) === requestId;
    stepOfRequest.set(requestId, stepId);
    requestOfStep.set(stepId, requestId);
    return isSame && tenantId === account.tenantId ? [] : [`${call} was wrongly addressed`];
  });
}

/** Where an operation may rest, and what the server must then have done for it. */
function wronglyAtRest({ server, leftOpen }: Desk, all: readonly Operation[]): string[] {
  return all.flatMap((operation) => {
    const { id, kind, state } = operation;
    const isStopped = operation.dependsOn.some((before) => all.some((one) => one.id === before && isOpen(one)));
    const mayRest = ['done', 'cancelled', 'refused', 'needs-decision'].includes(state.name) || (state.name === 'waiting' && isStopped);
    const isHollow = state.name === 'done' && kind === 'place-order' && server.timesDone(id, 'checkout') === 0;
    const isVain = state.name === 'done' && state.result.kind === 'change-subscription' && !state.result.wasThere &&
      server.timesDone(id, 'change-subscription') === 0 && !(kind === 'change-subscription' && server.isMadeByOthers(operation.payload.edits));
    const isForgotten = state.name === 'cancelled' && !leftOpen.has(id) && (server.timesDone(id, 'create-customer') > 0 || server.isSetBy(id));
    return mayRest && !isHollow && !isVain && !isForgotten ? [] : [`${kind} rests as ${state.name}`];
  });
}

describe('whatever happens on the way', () => {
  it('every write is performed at most once, nothing is lost, and everything comes to rest', () => {
    fc.assert(
      fc.property(history, fc.constantFrom(0, 300, 900), fc.constantFrom(0, 0, 400, 20_000), ({ desk: what, turns }, delaySeconds, acceptsAfter) => {
        const given = desks[what]();
        const desk = new Desk(new ModelServer(delaySeconds, plusSeconds(start, acceptsAfter)), given);
        for (const one of turns) {
          desk.play(one);
          wronglyLost(desk, desk.all());
        }
        desk.settle();
        const all = desk.all();
        expect(all.map(({ id }) => id)).toEqual(given.map(({ id }) => id));
        expect([...desk.problems, ...doneTwice(desk, all), ...wronglyAddressed(desk), ...wronglyAtRest(desk, all)]).toEqual([]);
      }),
      { numRuns: 900 },
    );
  }, 60_000);
});
