import { join } from 'node:path';
import { net } from 'electron';
import { z } from 'zod';
import type { EventName, EventPayload } from '../shared/contract/types.ts';
import { openAccountLinks } from './accounts/account-links.ts';
import type { AccountLinks } from './accounts/account-links.ts';
import { accountsFile } from './accounts/accounts-file.ts';
import { openAccounts } from './accounts/accounts.ts';
import type { Accounts } from './accounts/accounts.ts';
import { openKeptLinks } from './accounts/kept-links.ts';
import { portalOpener, serverPageOpener } from './accounts/portal-pages.ts';
import { embeddedPractice, externalPractice } from './accounts/practice-host.ts';
import type { PracticeHost } from './accounts/practice-host.ts';
import { openClipboard } from './clipboard/clipboard.ts';
import type { Clipboard } from './clipboard/clipboard.ts';
import { systemClipboard } from './clipboard/system-clipboard.ts';
import { jsonFile } from './files/json-file.ts';
import { openLink, openPageOf } from './links.ts';
import type { Logger } from './log/logger.ts';
import { openDrafts } from './mail/drafts.ts';
import { openMail } from './mail/mail-launcher.ts';
import type { Mail } from './mail/mail-launcher.ts';
import { systemMail } from './mail/system-mail.ts';
import { keychainKind } from './secrets/keychain.ts';
import { openEnvelopes } from './secrets/sealed-envelope.ts';
import type { Envelopes } from './secrets/sealed-envelope.ts';
import { openServerTimes } from './partner-center/server-time.ts';
import type { ServerTimes } from './partner-center/server-time.ts';
import { openSecretStore } from './secrets/secret-store.ts';
import { systemKeychain } from './secrets/system-keychain.ts';
import { openVault } from './secrets/vault.ts';
import { openConnectivity } from './sync/connectivity.ts';
import type { Connectivity } from './sync/connectivity.ts';
import { answersAnywhere } from './sync/probe.ts';
import { reportEnd } from './sync/report-answer.ts';
import { openGateway } from './sync/sync-gateway.ts';
import type { SyncGateway } from './sync/sync-gateway.ts';

/** The adapters of one run, on one profile. */
export interface Parts {
  readonly keychain: 'os' | 'none';
  readonly practice: PracticeHost;
  readonly accounts: Accounts;
  readonly connectivity: Connectivity;
  readonly serverTimes: ServerTimes;
  readonly envelopes: Envelopes;
  readonly envelopesChanged: () => void;
  readonly gateway: SyncGateway;
  readonly clipboard: Clipboard;
  readonly links: AccountLinks;
  readonly mail: Mail;
  readonly openPortal: ReturnType<typeof portalOpener>;
  readonly openServerPage: ReturnType<typeof serverPageOpener>;
}

export interface PartsOptions {
  readonly profile: string;
  readonly log: Logger;
  readonly locale: () => string;
  readonly tell: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;
}

const ConnectivitySettings = z.object({ workOffline: z.boolean() });

/** Makes the adapters. Nothing is started yet: the practice tenant starts when an account first needs it. */
export async function openParts({ profile, log, locale, tell }: PartsOptions): Promise<Parts> {
  const keychain = await keychainKind(systemKeychain);
  const practiceUrl = process.env['PROVIDER_DESK_PRACTICE_URL'];
  const practice = practiceUrl ? externalPractice(practiceUrl) : embeddedPractice(join(profile, 'practice'));
  const serverTimes = await openServerTimes({
    file: jsonFile(join(profile, 'server-time.json'), z.record(z.string(), z.number().int()), {}),
    changed: (accountId, aheadMs) => tell('server-time.changed', { accountId, aheadMs }),
    report: (error) => log.error('the time of the server was not kept', error),
  });
  const accounts = openAccounts({
    file: accountsFile(join(profile, 'accounts.json')),
    secrets: openSecretStore(systemKeychain, keychain, join(profile, 'secrets')),
    practice,
    locale,
    heardTime: (id, time) => serverTimes.hear(id, time),
  });
  const isSystemOnline = (): boolean => net.isOnline();
  const connectivity = await openConnectivity({
    isSystemOnline,
    probe: async () => answersAnywhere(await accounts.addresses(), isSystemOnline),
    settings: jsonFile(join(profile, 'connectivity.json'), ConnectivitySettings, { workOffline: false }),
    changed: (state) => tell('connectivity.changed', state),
  });
  const vault = openVault(systemKeychain, keychain, join(profile, 'envelopes', 'key'));
  const envelopes = openEnvelopes(join(profile, 'envelopes'), vault);
  const envelopesChanged = (): void => tell('envelopes.changed', {});
  const gateway = openGateway({ accounts, connectivity, envelopes, envelopesChanged, log });
  const clipboard = openClipboard(systemClipboard);
  const links = openAccountLinks({
    kept: openKeptLinks(join(profile, 'links')),
    accounts,
    practice,
    isOnline: () => connectivity.read().isOnline,
    heard: (answer) => reportEnd(connectivity, answer),
    now: () => new Date(),
  });
  const drafts = openDrafts(join(profile, 'mail-drafts'), () => new Date());
  void drafts.removeOld().catch((error: unknown) => log.error('old drafts stay', error));
  const mail = openMail({ system: systemMail, platform: process.platform, drafts, links, clipboard });
  const openPortal = portalOpener({ accounts, practice, openPage: openPageOf });
  const openServerPage = serverPageOpener({ accounts, practice, openPage: openPageOf, openLink });
  return {
    keychain, practice, accounts, connectivity, serverTimes, envelopes, envelopesChanged, gateway, clipboard, links, mail, openPortal,
    openServerPage,
  };
}
