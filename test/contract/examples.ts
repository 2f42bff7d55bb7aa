import type { CallInput, CallName, CallOutput } from '../../shared/contract/types.ts';
import { newAccountId, newOperationId, newRequestId, newStepId, ProviderTenantId, ResellerTenantId } from '../../shared/ids.ts';
import { instantOf } from '../../shared/instant.ts';

const accountId = newAccountId();
const operationId = newOperationId();
const tenantId = ProviderTenantId.parse(crypto.randomUUID());
const account = { id: accountId, kind: 'practice', tenantId, name: 'Distribuzione', userName: 'a@example.com', colour: 'teal' } as const;
const online = { isOnline: true, reason: 'online' } as const;
const envelope = {
  accountId, operationId, customerId: 'c', customerName: 'Rossi', userName: 'admin@rossi.example', state: 'sealed',
  sealedAt: instantOf(new Date('2026-06-01T08:00:00Z')),
} as const;
const link = 'https://partner.microsoft.com/invite?id=1';
const letter = { to: ['vendite@rossi.example'], bcc: [], subject: 'Partnership', body: `Gentile cliente,\n\n${link}\n` };
const errand = { accountId, purpose: 'partnership-request', letter } as const;
const answered = { outcome: 'answered', value: { isFree: true }, correlationId: 'x' } as const;
const read = { accountId, call: 'check-domain', input: { domain: 'rossi.onmicrosoft.com' } } as const;

/** One good input and one good answer for every call of the contract. */
export const examples: { readonly [Name in CallName]: { readonly in: CallInput<Name>; readonly out: CallOutput<Name> } } = {
  'app.info': { in: {}, out: { version: '1', runtime: 'electron', platform: 'linux', languages: ['it-IT'], keychain: 'os' } },
  'app.setBadge': { in: { count: 3 }, out: {} },
  'app.openExternal': { in: { url: 'https://aka.ms/customeragreement' }, out: {} },
  'app.setLanguage': { in: { language: 'it' }, out: {} },
  'accounts.list': { in: {}, out: { accounts: [account] } },
  'accounts.addPractice': { in: {}, out: account },
  'connectivity.read': { in: {}, out: online },
  'connectivity.setWorkOffline': { in: { workOffline: true }, out: { isOnline: false, reason: 'work-offline' } },
  'connectivity.readServerTime': { in: { accountId }, out: { aheadMs: -1500 } },
  'sync.exchange': { in: { ...read, tenantId, operationId, stepId: newStepId(), requestId: newRequestId() }, out: answered },
  'sync.read': { in: read, out: answered },
  'pull.open': { in: { accountId, pullId: crypto.randomUUID() }, out: {} },
  'envelopes.list': { in: { accountId }, out: { envelopes: [envelope] } },
  'envelopes.reveal': { in: { accountId, operationId }, out: { userName: envelope.userName, password: 'x', envelope } },
  'envelopes.copy': { in: { accountId, operationId, what: 'both' }, out: { clearsInSeconds: 60 } },
  'envelopes.saveFile': {
    in: { accountId, operationId, language: 'it' }, out: { saved: { fileName: 'Accesso.html', passphrase: 'abcd-efgh' } },
  },
  'envelopes.confirmHandOver': { in: { accountId, operationId }, out: envelope },
  'envelopes.giveUp': { in: { accountId, operationId, mayBeSet: false }, out: {} },
  'links.read': { in: { accountId }, out: { partnership: link } },
  'links.setPartnership': { in: { accountId, link }, out: { partnership: link } },
  'links.readRelationship': {
    in: { accountId, resellerId: ResellerTenantId.parse(crypto.randomUUID()) }, out: { link, readAt: envelope.sealedAt },
  },
  'links.readAgreement': { in: { accountId }, out: { link } },
  'mail.open': { in: { ...errand, as: 'auto' }, out: { openedAs: 'mailto' } },
  'mail.copy': { in: errand, out: {} },
  'mail.openPdf': { in: { letter, fileName: 'Quote', paper: 'A4' }, out: {} },
  'pdf.save': { in: { fileName: 'Quote', paper: 'Letter' }, out: { saved: { fileName: 'Quote.pdf' } } },
  'portal.open': { in: { accountId, page: 'resellers' }, out: {} },
  'clipboard.writeText': { in: { text: 'order 12' }, out: {} },
  'files.save': { in: { fileName: 'Ends 2026-11-26.ics', content: 'BEGIN:VCALENDAR' }, out: { saved: { fileName: 'Ends.ics' } } },
  'files.saveTable': { in: { fileName: 'Orders 2026-11-26.csv', text: 'Order,Amount' }, out: { saved: { fileName: 'Orders.csv' } } },
  'log.report': { in: { message: 'a bug' }, out: {} },
};
