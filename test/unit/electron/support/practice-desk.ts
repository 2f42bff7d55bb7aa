import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { accountsFile } from '../../../../electron/accounts/accounts-file.ts';
import { openAccounts } from '../../../../electron/accounts/accounts.ts';
import type { Accounts } from '../../../../electron/accounts/accounts.ts';
import { externalPractice } from '../../../../electron/accounts/practice-host.ts';
import { openLog } from '../../../../electron/log/logger.ts';
import type { Ledger } from '../../../../electron/practice/ledger.ts';
import { startPractice } from '../../../../electron/practice/server.ts';
import type { Fault } from '../../../../electron/practice/server.ts';
import { openEnvelopes } from '../../../../electron/secrets/sealed-envelope.ts';
import type { Envelopes } from '../../../../electron/secrets/sealed-envelope.ts';
import { openSecretStore } from '../../../../electron/secrets/secret-store.ts';
import { openVault } from '../../../../electron/secrets/vault.ts';
import type { ConnectivityState } from '../../../../electron/sync/connectivity.ts';
import { openGateway } from '../../../../electron/sync/sync-gateway.ts';
import type { SyncGateway } from '../../../../electron/sync/sync-gateway.ts';
import type { Account } from '../../../../shared/domain/account.ts';
import { readRows } from '../../../../shared/partner-center/readers/collection.ts';
import { readReseller } from '../../../../shared/partner-center/readers/relationships.ts';
import { newOperationId, newRequestId, newStepId, PartnerId } from '../../../../shared/ids.ts';
import type { OperationId, RequestId } from '../../../../shared/ids.ts';
import type { CustomerReseller } from '../../../../shared/domain/reseller/customer-reseller.ts';
import type { ServerCallName } from '../../../../shared/partner-center/server-call.ts';
import type { Incoming } from '../../../../shared/sync/exchange.ts';
import { noKeychain } from './no-keychain.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The main process's way to the server on a practice tenant of its own, without Electron. */
export interface PracticeDesk {
  readonly folder: string;
  readonly url: string;
  readonly account: Account;
  readonly accounts: Accounts;
  readonly gateway: SyncGateway;
  readonly envelopes: Envelopes;
  readonly connectivity: { state: ConnectivityState; unreachable: number; answers: number };
  readonly reseller: Extract<CustomerReseller, { kind: 'reseller' }>;
  /** The same profile after the main process was killed and started again. */
  restarted(): Promise<PracticeDesk>;
  fault(fault: Fault): Promise<void>;
  ledger(): Promise<Ledger>;
  /** One exchange of a step; ids are made where none are given. */
  send(call: ServerCallName, input: unknown, ids?: { operationId?: OperationId; requestId?: RequestId }): Promise<Incoming>;
}

async function firstReseller(url: string, token: string): Promise<PracticeDesk['reseller']> {
  const response = await fetch(`${url}/v1/relationships?relationship_type=IsIndirectCloudSolutionProviderOf`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  const reseller = readRows(await response.json(), readReseller)?.rows.find((one) => one.location === 'IT' && one.state === 'Active');
  if (reseller === undefined) throw new Error('the seed has no Italian reseller');
  return { kind: 'reseller', id: reseller.id, partnerId: PartnerId.parse(reseller.partnerId), name: reseller.name };
}

/** `stateFile`: where in the profile the practice tenant keeps its state; in memory where none is given. `now`: the tenant's clock. */
export async function openPracticeDesk({ stateFile, now }: { stateFile?: string; now?: () => Date } = {}): Promise<PracticeDesk> {
  const folder = await temporaryFolder();
  const kept = stateFile === undefined ? {} : { stateFile: join(folder, stateFile) };
  const server = await startPractice({ seed: 'small', ...(now && { now }), ...kept });
  onTestFinished(() => server.close());
  return deskOn(folder, server);
}

async function deskOn(folder: string, server: Awaited<ReturnType<typeof startPractice>>): Promise<PracticeDesk> {
  const accounts = openAccounts({
    file: accountsFile(join(folder, 'accounts.json')),
    secrets: openSecretStore(noKeychain, 'none', join(folder, 'secrets')),
    practice: externalPractice(server.url),
    locale: () => 'it-IT',
  });
  const added = await accounts.addPractice();
  if (!added.ok) throw new Error(added.error.code);
  const account = added.value;
  const connectivity: PracticeDesk['connectivity'] = { state: { isOnline: true, reason: 'online' }, unreachable: 0, answers: 0 };
  const envelopes = openEnvelopes(join(folder, 'envelopes'), openVault(noKeychain, 'none', join(folder, 'envelopes', 'key')));
  const gateway = openGateway({
    accounts,
    envelopes,
    envelopesChanged: () => undefined,
    log: openLog(join(folder, 'logs')),
    connectivity: {
      read: () => connectivity.state,
      reportUnreachable: () => void (connectivity.unreachable += 1),
      reportAnswer: () => void (connectivity.answers += 1),
    },
  });
  return {
    folder, account, accounts, gateway, envelopes, connectivity,
    url: server.url,
    reseller: await firstReseller(server.url, server.token),
    restarted: () => deskOn(folder, server),
    async fault(fault) {
      const response = await fetch(`${server.url}/_practice/faults`, { method: 'POST', body: JSON.stringify(fault) });
      if (!response.ok) throw new Error(await response.text());
    },
    ledger: async () => (await (await fetch(`${server.url}/_practice/ledger`)).json()) as Ledger,
    send: (call, input, { operationId = newOperationId(), requestId = newRequestId() } = {}) =>
      gateway.exchange({ accountId: account.id, tenantId: account.tenantId, operationId, stepId: newStepId(), requestId, call, input }),
  };
}
