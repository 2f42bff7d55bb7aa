import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerCalls } from '../../electron/ipc/answer-calls.ts';
import type { CallEvent } from '../../electron/ipc/answer-calls.ts';
import { callNames, eventNames } from '../../electron/ipc/channels.ts';
import { makeHandlers } from '../../electron/ipc/handlers.ts';
import { knownSender } from '../../electron/ipc/known-sender.ts';
import type { Logger } from '../../electron/log/logger.ts';
import type { Call } from '../../shared/contract/call.ts';
import { contract, events } from '../../shared/contract/contract.ts';
import { Failure } from '../../shared/contract/failure.ts';
import type { CallName } from '../../shared/contract/types.ts';
import { examples } from './examples.ts';

const shapes = new Map<string, Call>(
  Object.entries(contract).flatMap(([family, members]) =>
    Object.entries(members).map(([member, shape]) => [`${family}.${member}`, shape as Call] as const),
  ),
);
const names = [...shapes.keys()];
const ours: CallEvent = { sender: { id: 1 }, senderFrame: { url: 'app://desk/index.html#/customers', parent: null } };

/** No handler reaches for its parts before it is called. */
const nobody = {} as Parameters<typeof makeHandlers>[0];

interface Desk {
  readonly channels: ReadonlyMap<string, (event: CallEvent, ...args: unknown[]) => Promise<unknown>>;
  readonly ran: string[];
  readonly logged: string[];
  ask(name: string, input: unknown, event?: CallEvent): Promise<unknown>;
}

/** The real registration on handlers that answer `reply(name)`. */
function deskAnswering(reply: (name: CallName) => unknown): Desk {
  const channels = new Map<string, (event: CallEvent, ...args: unknown[]) => Promise<unknown>>();
  const ran: string[] = [];
  const logged: string[] = [];
  const handlers = makeHandlers(nobody);
  for (const name of callNames) {
    Reflect.set(handlers, name, async () => {
      ran.push(name);
      return reply(name);
    });
  }
  const log: Logger = { info: () => undefined, error: (event) => void logged.push(event) };
  const window = { isDestroyed: () => false, webContents: { id: 1 } };
  answerCalls({ handle: (channel, listener) => void channels.set(channel, listener) }, handlers, knownSender(() => window), log);
  return {
    channels, ran, logged,
    ask: (name, input, event = ours) => {
      const listener = channels.get(name);
      if (listener === undefined) throw new Error(`no channel ${name}`);
      return listener(event, input);
    },
  };
}
const exampleOf = (name: string): { readonly in: unknown; readonly out: unknown } => examples[name as CallName];
const good = (): Desk => deskAnswering((name) => ({ ok: true, value: examples[name].out }));

describe('the contract', () => {
  it('has one channel for every call, and no other', () => {
    expect([...callNames].toSorted()).toEqual(names.toSorted());
    expect([...good().channels.keys()].toSorted()).toEqual(names.toSorted());
    expect([...eventNames].toSorted()).toEqual(Object.keys(events).toSorted());
  });

  it('has a real handler for every call', () => {
    expect(Object.keys(makeHandlers(nobody)).toSorted()).toEqual(names.toSorted());
  });
});

describe.each(names)('%s', (name) => {
  it('answers a good call with an envelope', async () => {
    const desk = good();
    const reply = await desk.ask(name, exampleOf(name).in);
    expect(reply).toMatchObject({ ok: true });
    expect(desk.ran).toEqual([name]);
  });

  it.each([undefined, null, 0, 'text', [], true, { extra: 1 }, { accountId: 'x' }, { url: {} }])('refuses %j', async (junk) => {
    const desk = good();
    expect(await desk.ask(name, junk)).toEqual({ ok: false, error: { code: 'invalid-input' } });
    expect(desk.ran).toEqual([]);
  });

  it('refuses anything that does not fit, and never rejects', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (junk) => {
        const fits = shapes.get(name)?.in.safeParse(junk).success === true;
        const desk = good();
        expect(await desk.ask(name, junk)).toMatchObject(fits ? { ok: true } : { ok: false, error: { code: 'invalid-input' } });
      }),
      { numRuns: 50 },
    );
  });

  it('refuses a field nobody asked for', async () => {
    const desk = good();
    const input = { ...(exampleOf(name).in as object), smuggled: 1 };
    const reply = await desk.ask(name, input);
    // The two calls of the outbox drop what they do not know; all others refuse it.
    expect(reply).toMatchObject(name.startsWith('sync.') ? { ok: true } : { ok: false, error: { code: 'invalid-input' } });
  });

  it.each<[string, CallEvent]>([
    ['another window', { ...ours, sender: { id: 2 } }],
    ['a frame inside the page', { ...ours, senderFrame: { url: 'app://desk/index.html', parent: {} } }],
    ['a web page', { ...ours, senderFrame: { url: 'https://desk/index.html', parent: null } }],
    ['a page that looks like ours', { ...ours, senderFrame: { url: 'app://desk.evil/index.html', parent: null } }],
    ['a frame that is gone', { ...ours, senderFrame: null }],
  ])('refuses %s', async (_who, event) => {
    const desk = good();
    expect(await desk.ask(name, exampleOf(name).in, event)).toEqual({ ok: false, error: { code: 'refused-sender' } });
    expect(desk.ran).toEqual([]);
  });

  it('hands on an expected failure, and hides a bug behind "internal" with one line in the log', async () => {
    const failing = deskAnswering(() => ({ ok: false, error: { code: 'offline' } }));
    expect(await failing.ask(name, exampleOf(name).in)).toEqual({ ok: false, error: { code: 'offline' } });
    const throwing = deskAnswering(() => {
      throw new Error('password: hunter2');
    });
    const reply = await throwing.ask(name, exampleOf(name).in);
    expect(reply).toEqual({ ok: false, error: { code: 'internal' } });
    expect(throwing.logged).toHaveLength(1);
  });

  const unfit = [undefined, { ok: true, value: 7 }, { ok: true }, { ok: false, error: { code: 'no-such-code' } }];
  it.each(unfit)('lets no answer out that does not fit: %j', async (answer) => {
    const desk = deskAnswering(() => answer);
    const reply = await desk.ask(name, exampleOf(name).in);
    expect(reply).toEqual({ ok: false, error: { code: 'internal' } });
    expect(Failure.safeParse((reply as { error: unknown }).error).success).toBe(true);
  });
});
