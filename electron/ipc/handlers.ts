import type { Nothing } from '../../shared/contract/call.ts';
import { failure } from '../../shared/contract/failure.ts';
import type { CallInput, CallOutput, Handlers } from '../../shared/contract/types.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { AccountLinks } from '../accounts/account-links.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { AskWhere } from '../files/save-dialog.ts';
import { saveFile } from '../files/save-file.ts';
import { saveTable } from '../files/save-table.ts';
import { pdfName, savePdf } from '../files/window-pdf.ts';
import type { PrintPdf } from '../files/window-pdf.ts';
import type { Clipboard } from '../clipboard/clipboard.ts';
import type { Logger } from '../log/logger.ts';
import type { Mail } from '../mail/mail-launcher.ts';
import type { ServerTimes } from '../partner-center/server-time.ts';
import { saveHandOver } from '../secrets/hand-over/hand-over-file.ts';
import type { EnvelopeContent, Envelopes } from '../secrets/sealed-envelope.ts';
import type { Connectivity } from '../sync/connectivity.ts';
import type { SyncGateway } from '../sync/sync-gateway.ts';
import type { AccountId } from '../../shared/ids.ts';

/** What the handlers reach of the machine and of the other parts. */
export interface HandlerParts {
  readonly info: () => CallOutput<'app.info'>;
  readonly setBadge: (count: number) => void;
  readonly openLink: (url: string) => Promise<Result<Nothing>>;
  /** An allowed page, or one that the account's own server told. */
  readonly openServerPage: (accountId: AccountId, url: string) => Promise<Result<Nothing>>;
  readonly openPortal: (asked: CallInput<'portal.open'>) => Promise<Result<Nothing>>;
  readonly setLanguage: (language: 'en' | 'it') => void;
  readonly openPull: (accountId: AccountId, pullId: string) => void;
  readonly envelopesChanged: () => void;
  readonly askWhere: AskWhere;
  readonly printPdf: PrintPdf;
  readonly accounts: Accounts;
  readonly connectivity: Connectivity;
  readonly serverTimes: Pick<ServerTimes, 'ahead'>;
  readonly gateway: SyncGateway;
  readonly envelopes: Envelopes;
  readonly clipboard: Clipboard;
  readonly links: AccountLinks;
  readonly mail: Mail;
  readonly log: Logger;
}

const nothing = ok({});

const textToCopy = ({ envelope, password }: EnvelopeContent, what: 'password' | 'user-name' | 'both'): string => {
  if (what === 'user-name') return envelope.userName;
  return what === 'password' ? password : `${envelope.userName}\n${password}`;
};

/** Every call of the contract. No rule of the business lives here: each line hands on to the part that knows. */
export function makeHandlers(parts: HandlerParts): Handlers {
  const { accounts, connectivity, gateway, envelopes, clipboard, links, mail, log } = parts;
  const changed = <Value>(result: Result<Value>): Result<Value> => {
    if (result.ok) parts.envelopesChanged();
    return result;
  };
  return {
    'app.info': () => Promise.resolve(ok(parts.info())),
    'app.setBadge': ({ count }) => Promise.resolve(parts.setBadge(count)).then(() => nothing),
    'app.openExternal': ({ url, accountId }) => (accountId === undefined ? parts.openLink(url) : parts.openServerPage(accountId, url)),
    'app.setLanguage': ({ language }) => Promise.resolve(parts.setLanguage(language)).then(() => nothing),
    'accounts.list': async () => ok({ accounts: [...(await accounts.list())] }),
    'accounts.addPractice': async () => {
      const added = await accounts.addPractice();
      // Before the first account there was no server to ask, and a computer without a network counted as cut off.
      if (added.ok) connectivity.reportAnswer();
      return added;
    },
    'connectivity.read': () => Promise.resolve(ok(connectivity.read())),
    'connectivity.setWorkOffline': async ({ workOffline }) => ok(await connectivity.setWorkOffline(workOffline)),
    'connectivity.readServerTime': async ({ accountId }) => ok({ aheadMs: await parts.serverTimes.ahead(accountId) }),
    'sync.exchange': async (outgoing) => ok(await gateway.exchange(outgoing)),
    'sync.read': async (read) => ok(await gateway.read(read)),
    'pull.open': async ({ accountId, pullId }) => {
      const isKnown = (await accounts.list()).some((account) => account.id === accountId);
      if (!isKnown) return err(failure('account-missing'));
      parts.openPull(accountId, pullId);
      return nothing;
    },
    'envelopes.list': async ({ accountId }) => ok({ envelopes: [...(await envelopes.list(accountId))] }),
    'envelopes.reveal': async ({ accountId, operationId }) => {
      const opened = changed(await envelopes.reveal(accountId, operationId));
      if (!opened.ok) return opened;
      const { envelope, password } = opened.value;
      return ok({ userName: envelope.userName, password, envelope });
    },
    'envelopes.copy': async ({ accountId, operationId, what }) => {
      const opened = await envelopes.open(accountId, operationId);
      if (!opened.ok) return opened;
      await clipboard.writeSecret(textToCopy(opened.value, what));
      return ok({ clearsInSeconds: clipboard.secretSeconds });
    },
    'envelopes.saveFile': async ({ accountId, operationId, language }) => {
      const opened = await envelopes.open(accountId, operationId);
      return opened.ok ? saveHandOver(opened.value, language, parts.askWhere) : opened;
    },
    'files.save': ({ fileName, content }) => saveFile(fileName, content, parts.askWhere),
    'files.saveTable': ({ fileName, text }) => saveTable(fileName, text, parts.askWhere),
    'envelopes.confirmHandOver': async ({ accountId, operationId }) =>
      changed(await envelopes.confirmHandOver(accountId, operationId)),
    'envelopes.giveUp': async ({ accountId, operationId, mayBeSet }) => {
      await (mayBeSet ? envelopes.keep(accountId, operationId) : envelopes.giveUp(accountId, operationId));
      return changed(nothing);
    },
    'links.read': ({ accountId }) => links.read(accountId),
    'links.setPartnership': ({ accountId, link }) => links.setPartnership(accountId, link),
    'links.readRelationship': (asked) => links.readRelationship(asked),
    'links.readAgreement': ({ accountId }) => links.readAgreement(accountId),
    'mail.open': (errand) => mail.open(errand),
    'mail.copy': (errand) => mail.copy(errand),
    'mail.openPdf': async ({ letter, fileName, paper }) => {
      const printed = await parts.printPdf(paper);
      return printed.ok ? mail.openWith(letter, { fileName: pdfName(fileName), content: printed.value }) : printed;
    },
    'pdf.save': (errand) => savePdf(errand, parts.printPdf, parts.askWhere),
    'portal.open': (asked) => parts.openPortal(asked),
    'clipboard.writeText': async ({ text }) => clipboard.write(text).then(() => nothing),
    'log.report': ({ message, stack }) => {
      log.error('reported by the window', message, { stack });
      return Promise.resolve(nothing);
    },
  };
}
