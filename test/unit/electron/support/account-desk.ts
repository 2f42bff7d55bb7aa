import { join } from 'node:path';
import { openAccountLinks } from '../../../../electron/accounts/account-links.ts';
import type { AccountLinks } from '../../../../electron/accounts/account-links.ts';
import { openKeptLinks } from '../../../../electron/accounts/kept-links.ts';
import { externalPractice } from '../../../../electron/accounts/practice-host.ts';
import type { PracticeHost } from '../../../../electron/accounts/practice-host.ts';
import type { Answer } from '../../../../electron/partner-center/answer.ts';
import { failure } from '../../../../shared/contract/failure.ts';
import type { Account, AccountKind } from '../../../../shared/domain/account.ts';
import { newAccountId, ProviderTenantId } from '../../../../shared/ids.ts';
import { err, ok } from '../../../../shared/result.ts';
import { connectionTo } from './local-server.ts';

/** An account as it is kept, of any cloud. */
export const accountOf = (kind: AccountKind): Account => ({
  id: newAccountId(), kind, tenantId: ProviderTenantId.parse(crypto.randomUUID()), name: 'Esempio', userName: 'a@esempio.example', colour: 'teal',
});

/** The links of one account whose server is at `url`; another desk on the same folder is a restart. */
export interface LinksDesk {
  readonly account: Account;
  readonly links: AccountLinks;
  readonly practice: PracticeHost;
  readonly heard: string[];
  readonly network: { isOnline: boolean; now: Date };
}

export function openLinksDesk(folder: string, url: string, account: Account = accountOf('public')): LinksDesk {
  const heard: string[] = [];
  const network = { isOnline: true, now: new Date('2026-11-26T09:00:00Z') };
  const practice = externalPractice(url);
  const links = openAccountLinks({
    kept: openKeptLinks(join(folder, 'links')),
    accounts: {
      list: () => Promise.resolve([account]),
      open: (id) => Promise.resolve(id === account.id ? ok({ account, connection: connectionTo(url) }) : err(failure('account-missing'))),
    },
    practice,
    isOnline: () => network.isOnline,
    heard: (answer: Answer<unknown>) => void heard.push(answer.outcome),
    now: () => network.now,
  });
  return { account, links, practice, heard, network };
}
