import { randomBytes } from 'node:crypto';
import type { Answer, Call } from './call.ts';
import { idempotencyKey, recall, remember } from './idempotency.ts';
import { forgetfulJournal, openJournal, type Journal, type JournalLine, type Remembered } from './journal.ts';
import { type Ledger, type LedgerEntry, ledgerEntry, ledgerOf } from './ledger.ts';
import { createSeed, type SeedSize } from './seed/seed.ts';
import { applyEvent, createState, type State } from './state.ts';
import { isPortalEvent, type PortalEvent, type StateEvent } from './state-events.ts';

/** Names of the scenario a call is, the narrow one and that of its path. */
export interface ScenarioNames {
  readonly scenario: string;
  readonly family: string;
}

/** The state with its journal, ledger and idempotency store: the only place where anything changes. */
export interface Store {
  readonly state: State;
  /** The first answer to the same request, or undefined; noted in the ledger as a replay. */
  recalled(call: Call, names: ScenarioNames): Answer | undefined;
  /** Makes a performed write durable. Nothing happens for an answer that performed nothing. */
  commit(call: Call, names: ScenarioNames, answer: Answer): void;
  /** Changes made from outside the contract (faults of the state, the portal's pages). */
  control(events: readonly StateEvent[]): void;
  ledger(): Ledger;
  /** What was done on the portal's pages, oldest first: no API call wrote it, so the ledger does not have it. */
  portalLog(): readonly PortalEvent[];
  close(): void;
}

interface Memory {
  readonly entries: LedgerEntry[];
  readonly portal: PortalEvent[];
  readonly remembered: Map<string, { readonly answer: Remembered; readonly entry: LedgerEntry }>;
}

function takeIn(state: State, memory: Memory, line: JournalLine): void {
  if (line.kind !== 'replay') for (const event of line.events) applyEvent(state, event);
  if (line.kind === 'control') {
    memory.portal.push(...line.events.filter(isPortalEvent));
    return;
  }
  memory.entries.push(line.entry);
  if (line.kind === 'write' && line.remembered.key !== '')
    memory.remembered.set(line.remembered.key, { answer: line.remembered, entry: line.entry });
}

function createStore(state: State, journal: Journal, lines: readonly JournalLine[]): Store {
  const memory: Memory = { entries: [], portal: [], remembered: new Map() };
  for (const line of lines) takeIn(state, memory, line);
  const record = (line: JournalLine): void => {
    journal.append(line);
    takeIn(state, memory, line);
  };
  return {
    state,
    recalled: (call, names) => {
      const key = idempotencyKey(call);
      const first = key === undefined ? undefined : memory.remembered.get(key);
      if (first === undefined) return undefined;
      const answer = recall(first.answer, state.secret, call.requestId);
      record({
        kind: 'replay',
        entry: ledgerEntry(call, {
          seq: memory.entries.length + 1,
          names,
          status: answer.status,
          done: first.entry,
          isReplay: true,
        }),
      });
      return answer;
    },
    commit: (call, names, answer) => {
      const { performed } = answer;
      if (performed === undefined) return;
      const entry = ledgerEntry(call, {
        seq: memory.entries.length + 1,
        names,
        status: answer.status,
        done: performed,
        isReplay: false,
      });
      const remembered = remember(idempotencyKey(call) ?? '', answer);
      record({ kind: 'write', events: [...performed.events], entry, remembered });
    },
    control: (events) => {
      record({ kind: 'control', events: [...events] });
    },
    ledger: () => ledgerOf(memory.entries),
    portalLog: () => memory.portal,
    close: () => {
      journal.close();
    },
  };
}

/** Opens the practice tenant's state: in memory, or in a file that is read back (see {@link openJournal}). */
export function openStore(size: SeedSize, stateFile: string | undefined, now: Date): Store {
  const fresh = { kind: 'practice-state', version: 1, seed: size, secret: randomBytes(32).toString('hex') } as const;
  const { journal, head, lines } =
    stateFile === undefined ? { journal: forgetfulJournal, head: fresh, lines: [] } : openJournal(stateFile, fresh);
  const store = createStore(createState(createSeed(size), head.secret), journal, lines);
  if (store.state.openedAt === undefined) store.control([{ type: 'tenant-opened', at: now.toISOString() }]);
  return store;
}
