import { basename } from 'node:path';
import { failure } from '../../shared/contract/failure.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { writeAtomically } from './atomic-file.ts';
import type { AskWhere } from './save-dialog.ts';

/** Saves a table as a CSV file where the user chooses; `saved` is missing when the dialog was closed. */
export async function saveTable(
  fileName: string, text: string, askWhere: AskWhere,
): Promise<Result<{ readonly saved?: { readonly fileName: string } }>> {
  const path = await askWhere({ fileName, ending: 'csv' });
  if (path === undefined) return ok({});
  try {
    // The mark tells spreadsheets that it is UTF-8: without it they show other letters than were written.
    await writeAtomically(path, `\uFEFF${text}`);
  } catch {
    return err(failure('storage-failed'));
  }
  return ok({ saved: { fileName: basename(path) } });
}
