import type { AccountId } from '../../../shared/ids.ts';
import type { Mirror, MirrorTopic } from '../../../shared/ports/mirror.ts';

/** What can be asked of the store worker: every method of the mirror that answers. */
export type MirrorMethod = Exclude<keyof Mirror, 'subscribe'>;

export type MirrorRequest =
  | { readonly type: 'open'; readonly accountId: AccountId }
  | {
      readonly [Method in MirrorMethod]: {
        readonly type: 'call';
        readonly id: number;
        readonly method: Method;
        readonly args: Parameters<Mirror[Method]>;
      };
    }[MirrorMethod];

/** An error as it crosses: a class does not. */
export interface CrossingError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
}

export type MirrorReply =
  | { readonly type: 'opened' }
  | { readonly type: 'open-failed'; readonly error: CrossingError }
  | { readonly type: 'answered'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly error: CrossingError }
  | { readonly type: 'changed'; readonly topics: readonly MirrorTopic[] };

/** One end of the line between window and worker: a Worker, a worker's own scope, or a MessagePort in tests. */
export interface Line {
  postMessage(message: MirrorRequest | MirrorReply, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

export function toCrossing(error: unknown): CrossingError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack } = error;
  return { name, message, ...(stack === undefined ? {} : { stack }) };
}

export const fromCrossing = ({ name, message, stack }: CrossingError): Error =>
  Object.assign(new Error(message), { name, ...(stack === undefined ? {} : { stack }) });
