import { basename } from 'node:path';
import { failure } from '../../../shared/contract/failure.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { writeAtomically } from '../../files/atomic-file.ts';
import { asFileName } from '../../files/file-name.ts';
import type { AskWhere } from '../../files/save-dialog.ts';
import type { EnvelopeContent } from '../sealed-envelope.ts';
import { handOverPage } from './hand-over-page.ts';
import type { HandOverLanguage } from './hand-over-page.ts';
import { newPassphrase } from './passphrase.ts';

/** Missing when the dialog was closed. */
export interface SavedHandOver {
  readonly saved?: { readonly fileName: string; readonly passphrase: string };
}

const names: Readonly<Record<HandOverLanguage, string>> = { en: 'Sign-in details', it: 'Dati di accesso' };

/**
 * Saves an envelope's content as an encrypted page where the user says. The passphrase goes back to be told to the customer;
 * neither it nor the password is kept by us.
 */
export async function saveHandOver(
  { envelope, password }: EnvelopeContent, language: HandOverLanguage, askWhere: AskWhere,
): Promise<Result<SavedHandOver>> {
  const path = await askWhere({ fileName: `${names[language]} ${asFileName(envelope.customerName)}.html`, ending: 'html' });
  if (path === undefined) return ok({});
  const passphrase = newPassphrase();
  const secret = { customer: envelope.customerName, user: envelope.userName, password };
  const page = await handOverPage(secret, passphrase, language);
  try {
    await writeAtomically(path, Buffer.from(page));
  } catch {
    return err(failure('storage-failed'));
  }
  return ok({ saved: { fileName: basename(path), passphrase } });
}
