import type { Page } from 'playwright-core';
import type { CallInput, CallName, CallOutput } from '../../shared/contract/types.ts';
import type { Account } from '../../shared/domain/account.ts';
import type { Result } from '../../shared/result.ts';

interface PageBridge {
  call(name: string, input: unknown): Promise<unknown>;
}

/** Calls the main process as the page's own code would. */
export async function callApp<Name extends CallName>(page: Page, name: Name, input: CallInput<Name>): Promise<Result<CallOutput<Name>>> {
  const answer = await page.evaluate(
    ([asked, value]) => (Reflect.get(window, 'app') as PageBridge).call(asked, value),
    [name, input] as const,
  );
  return answer as Result<CallOutput<Name>>;
}

async function valueOf<Name extends CallName>(page: Page, name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
  const answer = await callApp(page, name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
  return answer.value;
}

/** The account that was added first. */
export async function firstAccount(page: Page): Promise<Account> {
  const [account] = (await valueOf(page, 'accounts.list', {})).accounts;
  if (account === undefined) throw new Error('there is no account');
  return account;
}

/** The passwords in all envelopes of the first account that are not handed over yet. */
export async function sealedPasswords(page: Page): Promise<readonly string[]> {
  const account = await firstAccount(page);
  const { envelopes } = await valueOf(page, 'envelopes.list', { accountId: account.id });
  const open = envelopes.filter(({ state }) => state === 'sealed' || state === 'revealed');
  return Promise.all(
    open.map(async ({ operationId }) => (await valueOf(page, 'envelopes.reveal', { accountId: account.id, operationId })).password),
  );
}
