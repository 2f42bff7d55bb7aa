import { basename, extname } from 'node:path';
import { failure } from '../../shared/contract/failure.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { writeAtomically } from './atomic-file.ts';
import type { AskWhere } from './save-dialog.ts';

/** What became of a file: `saved` is missing when the dialog was closed. */
export type SavedFile = Result<{ readonly saved?: { readonly fileName: string } }>;

/** Asks where a file of this name is to be saved, and writes it there. */
export async function saveWhere(fileName: string, content: Uint8Array | string, askWhere: AskWhere): Promise<SavedFile> {
  const path = await askWhere({ fileName, ending: extname(fileName).slice(1) });
  if (path === undefined) return ok({});
  try {
    await writeAtomically(path, content);
  } catch {
    return err(failure('storage-failed'));
  }
  return ok({ saved: { fileName: basename(path) } });
}

/** A calendar or a drawing as it is written, or a picture that comes as base64. */
export const saveFile = (fileName: string, content: string, askWhere: AskWhere): Promise<SavedFile> =>
  saveWhere(fileName, extname(fileName) === '.png' ? Buffer.from(content, 'base64') : content, askWhere);
