import type { CallName, EventName } from '../../shared/contract/types.ts';

/**
 * Names of the contract's calls, one channel each. The preload script must stay free of the schema library, so the names
 * stand here; the types and a test keep them equal to the contract.
 */
export const callNames = [
  'app.info', 'app.setBadge', 'app.openExternal', 'app.setLanguage',
  'accounts.list', 'accounts.addPractice',
  'connectivity.read', 'connectivity.setWorkOffline', 'connectivity.readServerTime',
  'sync.exchange', 'sync.read',
  'pull.open',
  'envelopes.list', 'envelopes.reveal', 'envelopes.copy', 'envelopes.saveFile', 'envelopes.confirmHandOver', 'envelopes.giveUp',
  'links.read', 'links.setPartnership', 'links.readRelationship', 'links.readAgreement',
  'mail.open', 'mail.copy', 'mail.openPdf',
  'pdf.save',
  'portal.open',
  'clipboard.writeText',
  'files.saveTable', 'files.save',
  'log.report',
] as const satisfies readonly CallName[];

export const eventNames = [
  'connectivity.changed', 'server-time.changed', 'system.resumed', 'envelopes.changed', 'menu.chosen',
] as const satisfies readonly EventName[];

/** Channel on which a pull's port travels from the main process to the preload script, with `{ pullId }`. */
export const pullPortChannel = 'pull.port';
