import type { z } from 'zod';
import type { Result } from '../result.ts';
import type { contract, events } from './contract.ts';

type Contract = typeof contract;
type Events = typeof events;

export type CallName = {
  [Family in keyof Contract]: `${Family & string}.${keyof Contract[Family] & string}`;
}[keyof Contract];

type Shape<Name extends CallName> = Name extends `${infer Family}.${infer Member}`
  ? Family extends keyof Contract
    ? Member extends keyof Contract[Family]
      ? Contract[Family][Member]
      : never
    : never
  : never;

export type CallInput<Name extends CallName> = Shape<Name> extends { in: infer In extends z.ZodType } ? z.infer<In> : never;
export type CallOutput<Name extends CallName> =
  Shape<Name> extends { out: infer Out extends z.ZodType } ? z.infer<Out> : never;

/** What the main process must provide: one handler for each call, no more and no fewer. */
export type Handlers = {
  [Name in CallName]: (input: CallInput<Name>, sender: Sender) => Promise<Result<CallOutput<Name>>>;
};

/** The window that asked, for calls that answer through a port or an event. */
export interface Sender {
  readonly windowId: number;
}

export type EventName = keyof Events & string;
export type EventPayload<Name extends EventName> = z.infer<Events[Name]>;

/** The only object the preload script puts into the page (`window.app`). Replies are unparsed here: bridge.ts parses them. */
export interface AppBridge {
  call(name: string, input: unknown): Promise<unknown>;
  /** Listens to one event; returns the way to stop. */
  on(name: string, listener: (payload: unknown) => void): () => void;
}
