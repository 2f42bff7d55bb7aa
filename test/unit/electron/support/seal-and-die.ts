import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { AccountId, OperationId } from '../../../../shared/ids.ts';
import { noKeychain } from './no-keychain.ts';

/** Run as a process of its own: seals one envelope and is killed at the given moment of the write. */
const [folder = '', moment = '', accountId = '', operationId = ''] = process.argv.slice(2);

const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('killed');
};
const { open, rename } = fs;
// Folders are opened too, to be flushed; only the envelope itself is written anew.
const isEnvelope = (flags: unknown): boolean => flags === 'wx';
if (moment === 'before-write') fs.open = async (...args) => (isEnvelope(args[1]) ? die() : open(...args));
if (moment === 'before-rename') fs.rename = die;
if (moment === 'after-rename') {
  fs.rename = async (from, to) => {
    await rename(from, to);
    die();
  };
}
if (moment === 'half-written') {
  fs.open = async (...args) => {
    const handle = await open(...args);
    if (isEnvelope(args[1])) handle.sync = die;
    return handle;
  };
}
syncBuiltinESMExports();

const { openEnvelopes } = await import('../../../../electron/secrets/sealed-envelope.ts');
const { openVault } = await import('../../../../electron/secrets/vault.ts');
const envelopes = openEnvelopes(`${folder}/envelopes`, openVault(noKeychain, 'none', `${folder}/key`));
await envelopes.seal({
  accountId: AccountId.parse(accountId), operationId: OperationId.parse(operationId), customerId: crypto.randomUUID(),
  customerName: 'Panificio Rossi', domain: 'panificio.onmicrosoft.com', userName: 'admin', password: 'Zq7*secret',
});
