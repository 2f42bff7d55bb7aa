import { failure } from '../../shared/contract/failure.ts';
import type { OperationId, ProviderTenantId } from '../../shared/ids.ts';
import { newRequestId } from '../../shared/ids.ts';
import { serverCalls } from '../../shared/partner-center/server-call.ts';
import type { ServerCallInput, ServerCallName, ServerCallOutput } from '../../shared/partner-center/server-call.ts';
import { Incoming } from '../../shared/sync/exchange.ts';
import type { Outgoing, ScreenRead } from '../../shared/sync/exchange.ts';
import type { Accounts, OpenAccount } from '../accounts/accounts.ts';
import type { Logger } from '../log/logger.ts';
import { answered, noAnswer, notSent, refused } from '../partner-center/answer.ts';
import type { Answer } from '../partner-center/answer.ts';
import { createCustomer } from '../partner-center/customers.ts';
import type { CreatedCustomer } from '../partner-center/customers.ts';
import { performers } from '../partner-center/server-calls.ts';
import type { Envelopes } from '../secrets/sealed-envelope.ts';
import type { Connectivity } from './connectivity.ts';
import { reportEnd } from './report-answer.ts';
import { namesItsReseller } from './reseller-rule.ts';
import { resetPassword } from './reset-password.ts';

export interface GatewayParts {
  readonly accounts: Pick<Accounts, 'open'>;
  readonly connectivity: Pick<Connectivity, 'read' | 'reportUnreachable' | 'reportAnswer'>;
  readonly envelopes: Envelopes;
  /** The list of envelopes is another one now. */
  readonly envelopesChanged: () => void;
  readonly log: Logger;
}

export interface SyncGateway {
  exchange(outgoing: Outgoing): Promise<Incoming>;
  /** A read of a screen. Asking for a write this way is refused. */
  read(read: ScreenRead): Promise<Incoming>;
}

/** One call on its way: for an operation when it comes from the outbox. */
interface Errand {
  readonly opened: OpenAccount;
  readonly requestId: string;
  readonly operationId: OperationId | undefined;
}

/** The only way from the window to the server: one call, checked, and how it ended (decisions D2, D8, D10). */
export function openGateway(parts: GatewayParts): SyncGateway {
  const { accounts, connectivity, envelopes, log } = parts;

  const open = async (read: Pick<Outgoing, 'accountId'> & { tenantId?: ProviderTenantId }): Promise<Answer<OpenAccount>> => {
    const opened = await accounts.open(read.accountId);
    if (!opened.ok) return notSent(opened.error);
    const isItsTenant = read.tenantId === undefined || read.tenantId === opened.value.account.tenantId;
    if (!isItsTenant) return notSent(failure('wrong-tenant'));
    return connectivity.read().isOnline ? answered(opened.value, '') : notSent(failure('offline'));
  };

  /** The password goes to the disk before anybody hears of the success; the window never gets it (decision D8). */
  const sealCredentials = async (
    { customerId, domain, credentials }: CreatedCustomer, input: ServerCallInput<'create-customer'>, errand: Errand,
  ): Promise<ServerCallOutput<'create-customer'>['credentials']> => {
    const { operationId, opened } = errand;
    if (operationId === undefined) throw new Error('a customer is created by an operation only');
    const about = { accountId: opened.account.id, operationId };
    if (credentials === undefined) {
      const kept = await envelopes.find(about.accountId, operationId);
      return kept === undefined ? 'missing' : 'sealed';
    }
    await envelopes.seal({ ...about, customerId, customerName: input.form.companyName, domain, ...credentials });
    parts.envelopesChanged();
    return 'sealed';
  };

  const createNewCustomer = async (input: ServerCallInput<'create-customer'>, errand: Errand): Promise<Answer<unknown>> => {
    const answer = await createCustomer(errand.opened.connection, input, errand.requestId);
    if (answer.outcome !== 'answered') return answer;
    const { customerId, domain } = answer.value;
    try {
      const credentials = await sealCredentials(answer.value, input, errand);
      return answered({ customerId, domain, credentials }, answer.correlationId);
    } catch (error) {
      // The same request id brings the same answer again, password included: better asked again than lost.
      log.error('envelope not sealed', error);
      return noAnswer(failure('storage-failed', { correlationId: answer.correlationId, requestId: errand.requestId }));
    }
  };

  const resetUser = async (input: ServerCallInput<'reset-password'>, { opened, requestId, operationId }: Errand): Promise<Answer<unknown>> => {
    if (operationId === undefined) throw new Error('a password is reset by an operation only');
    const { account, connection } = opened;
    return resetPassword(parts, input, { accountId: account.id, operationId, connection, requestId });
  };

  const perform = async (name: ServerCallName, input: unknown, errand: Errand): Promise<Answer<unknown>> => {
    if (!namesItsReseller(name, input)) return refused(failure('reseller-missing'));
    if (!serverCalls[name].in.safeParse(input).success) return refused(failure('invalid-input'));
    if (name === 'create-customer') return createNewCustomer(serverCalls[name].in.parse(input), errand);
    if (name === 'reset-password') return resetUser(serverCalls[name].in.parse(input), errand);
    return performers[name](errand.opened.connection, input, errand.requestId);
  };

  const send = async (name: ServerCallName, input: unknown, errand: Errand): Promise<Incoming> => {
    const answer = await perform(name, input, errand);
    reportEnd(connectivity, answer);
    if (answer.outcome !== 'answered') return answer;
    const value = serverCalls[name].out.safeParse(answer.value);
    if (value.success) return Incoming.parse({ ...answer, value: value.data });
    return noAnswer(failure('malformed-answer', { correlationId: answer.correlationId, requestId: errand.requestId }));
  };

  return {
    async exchange(outgoing) {
      const opened = await open(outgoing);
      if (opened.outcome !== 'answered') return opened;
      const { call, input, requestId, operationId } = outgoing;
      return send(call, input, { opened: opened.value, requestId, operationId });
    },
    async read({ accountId, call, input }) {
      if (serverCalls[call].kind === 'write') return refused(failure('invalid-input'));
      const opened = await open({ accountId });
      if (opened.outcome !== 'answered') return opened;
      return send(call, input, { opened: opened.value, requestId: newRequestId(), operationId: undefined });
    },
  };
}
