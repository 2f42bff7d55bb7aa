import { z } from 'zod';
import type { Call } from '../../shared/contract/call.ts';
import { contract } from '../../shared/contract/contract.ts';
import { Failure, failure } from '../../shared/contract/failure.ts';
import type { CallName, Handlers, Sender } from '../../shared/contract/types.ts';
import { err } from '../../shared/result.ts';
import type { Logger } from '../log/logger.ts';
import { callNames } from './channels.ts';

/** Who sent a message, as far as it matters here; Electron's IpcMainInvokeEvent fits it. */
export interface CallEvent {
  readonly sender: { readonly id: number };
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

/** The part of Electron's ipcMain that is used. */
export interface IpcListener<Event extends CallEvent> {
  handle(channel: string, listener: (event: Event, ...args: unknown[]) => Promise<unknown>): void;
}

/** The sender when it is the main frame of our own window on our own page; undefined for anybody else. */
export type KnowSender<Event extends CallEvent> = (event: Event) => Sender | undefined;

/** What a handler may answer, whatever its call. */
const Answer = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: Failure }),
]);
type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Failure };

const shapes: ReadonlyMap<string, Call> = new Map(
  Object.entries(contract).flatMap(([family, members]) =>
    Object.entries(members).map(([member, shape]: [string, Call]) => [`${family}.${member}`, shape] as const),
  ),
);

function shapeOf(name: CallName): Call {
  const shape = shapes.get(name);
  if (shape === undefined) throw new Error(`no such call: ${name}`);
  return shape;
}

async function run(handlers: Handlers, name: CallName, input: unknown, sender: Sender): Promise<Reply> {
  const shape = shapeOf(name);
  const parsed = shape.in.safeParse(input);
  if (!parsed.success) return err(failure('invalid-input'));
  // A handler takes exactly what the schema of its own name gives.
  const given: unknown = await Reflect.apply(handlers[name], undefined, [parsed.data, sender]);
  const answer = Answer.parse(given);
  if (!answer.ok) return answer;
  const value = shape.out.safeParse(answer.value);
  if (!value.success) throw new Error(`the answer of ${name} does not fit the contract`);
  return { ok: true, value: value.data };
}

/**
 * Answers every call of the contract: checks the sender, parses the input, runs, parses the output. The reply is always
 * `{ok, value}` or `{ok, error}`; a bug becomes `internal` and one line in the log (decision D9).
 */
export function answerCalls<Event extends CallEvent>(
  ipc: IpcListener<Event>, handlers: Handlers, knowSender: KnowSender<Event>, log: Logger,
): void {
  for (const name of callNames) {
    ipc.handle(name, async (event, input) => {
      const sender = knowSender(event);
      if (sender === undefined) {
        log.error('call from an unknown sender refused', 'refused-sender', { call: name });
        return err(failure('refused-sender'));
      }
      try {
        return await run(handlers, name, input, sender);
      } catch (error) {
        log.error('a call failed', error, { call: name });
        return err(failure('internal'));
      }
    });
  }
}
