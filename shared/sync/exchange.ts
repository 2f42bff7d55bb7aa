import { z } from 'zod';
import { Failure } from '../contract/failure.ts';
import { AccountId, OperationId, ProviderTenantId, RequestId, StepId } from '../ids.ts';
import { serverCallNames, serverCalls } from '../partner-center/server-call.ts';
import type { ServerCallInput, ServerCallName } from '../partner-center/server-call.ts';

/** One call of the outbox on its way out: whose, for which tenant, under which request id. */
export const Outgoing = z
  .object({
    accountId: AccountId,
    tenantId: ProviderTenantId,
    operationId: OperationId,
    stepId: StepId,
    requestId: RequestId,
    call: z.enum(serverCallNames),
    input: z.unknown(),
  })
  .refine((out) => serverCalls[out.call].in.safeParse(out.input).success, { message: 'input does not fit the call' });
export type Outgoing = z.infer<typeof Outgoing>;

/**
 * How an exchange ended, told apart by what it means for "sent or not":
 * - `answered`: the server did it; `value` fits `serverCalls[call].out`;
 * - `refused`: the server answered no; nothing was done;
 * - `not-sent`: it certainly did not reach the server (offline, refused connection, sign-in needed, wrong tenant);
 * - `throttled`: 429, nothing was done;
 * - `no-answer`: it may have reached the server (timeout, cut connection, 5xx, unreadable reply).
 */
export const Incoming = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('answered'), value: z.unknown(), correlationId: z.string() }),
  z.object({ outcome: z.literal('refused'), failure: Failure }),
  z.object({ outcome: z.literal('not-sent'), failure: Failure }),
  z.object({ outcome: z.literal('throttled'), retryAfterSeconds: z.number().min(0), failure: Failure }),
  z.object({ outcome: z.literal('no-answer'), failure: Failure }),
]);
export type Incoming = z.infer<typeof Incoming>;

/** A read asked by a screen, outside the outbox. Writes cannot be asked this way. */
export const ScreenRead = z
  .object({ accountId: AccountId, call: z.enum(serverCallNames), input: z.unknown() })
  .refine((read) => serverCalls[read.call].kind === 'read', { message: 'writes go through the outbox' })
  .refine((read) => serverCalls[read.call].in.safeParse(read.input).success, { message: 'input does not fit the call' });
export type ScreenRead = z.infer<typeof ScreenRead>;

export interface TypedCall<Name extends ServerCallName = ServerCallName> {
  readonly call: Name;
  readonly input: ServerCallInput<Name>;
}
