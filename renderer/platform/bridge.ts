import { contract, events, PullPortMessage } from '../../shared/contract/contract.ts';
import { Failure, failure } from '../../shared/contract/failure.ts';
import type { Call } from '../../shared/contract/call.ts';
import type { AppBridge, CallInput, CallName, CallOutput, EventName, EventPayload } from '../../shared/contract/types.ts';
import type { AccountId } from '../../shared/ids.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';

declare global {
  interface Window {
    /** Put there by the preload script; nothing but this file may read it. */
    readonly app: AppBridge;
  }
}

/** A port that was promised and did not come within this time counts as a bug of the main process. */
const portPatienceMs = 15_000;

const families: Readonly<Record<string, Readonly<Record<string, Call>>>> = contract;

function shapeOf(name: string): Call {
  const [family = '', member = ''] = name.split('.');
  const shape = families[family]?.[member];
  if (!shape) throw new Error(`No such call: ${name}`);
  return shape;
}

const broken = (what: string): Result<never> => err(failure('internal', { serverText: what }));

/** Reads the envelope `{ ok, value | error }` of a reply (decision D9); one that does not fit is a failure, never a value. */
function readReply(name: string, reply: unknown): Result<unknown> {
  if (typeof reply !== 'object' || reply === null || !('ok' in reply)) return broken(`${name}: no envelope`);
  if (reply.ok === true) {
    const value = shapeOf(name).out.safeParse('value' in reply ? reply.value : undefined);
    return value.success ? ok(value.data) : broken(`${name}: unexpected reply`);
  }
  const problem = Failure.safeParse('error' in reply ? reply.error : undefined);
  return problem.success ? err(problem.data) : broken(`${name}: unexpected failure`);
}

/** Asks the main process. Never rejects: a lost or unreadable reply is the failure `internal`. */
async function call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<Result<CallOutput<Name>>> {
  try {
    const result = readReply(name, await window.app.call(name, input));
    // readReply parsed the value with the schema of this very call.
    return result.ok ? ok(result.value as CallOutput<Name>) : result;
  } catch (error) {
    return broken(`${name}: ${error instanceof Error ? error.message : 'rejected'}`);
  }
}

/** Listens to one event of the main process; returns the way to stop. A payload that does not fit is reported and dropped. */
function on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void {
  return window.app.on(name, (raw) => {
    const payload = events[name].safeParse(raw);
    if (payload.success) listener(payload.data as EventPayload<Name>);
    else void call('log.report', { message: `Event ${name} had an unexpected payload` });
  });
}

/** Waits for the window message with which preload.ts hands over the port of this pull. */
function portFor(pullId: string): { readonly arrival: Promise<MessagePort>; readonly giveUp: () => void } {
  const { promise, resolve } = Promise.withResolvers<MessagePort>();
  const listen = (event: MessageEvent<unknown>): void => {
    const message = PullPortMessage.safeParse(event.data);
    const [port] = event.ports;
    // Only the page itself can be the source: preload posts to its own window.
    if (!message.success || message.data.pullId !== pullId || !port || event.source !== window) return;
    window.removeEventListener('message', listen);
    resolve(port);
  };
  window.addEventListener('message', listen);
  return { arrival: promise, giveUp: () => window.removeEventListener('message', listen) };
}

/** Asks for a port from which the store worker reads collections (decision D7). */
async function openPullPort(accountId: AccountId): Promise<Result<MessagePort>> {
  const pullId = crypto.randomUUID();
  const { arrival, giveUp } = portFor(pullId);
  const answer = await call('pull.open', { accountId, pullId });
  if (!answer.ok) {
    giveUp();
    return answer;
  }
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), portPatienceMs);
  const port = await Promise.race([arrival, late]);
  clearTimeout(timer);
  giveUp();
  return port ? ok(port) : broken('pull.open: the port did not arrive');
}

/** The window's only way out: every reply and event is parsed here with the contract's own schemas. */
export const bridge = { call, on, openPullPort } as const;
export type Bridge = typeof bridge;
