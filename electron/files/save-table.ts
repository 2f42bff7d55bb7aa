import type { AskWhere } from './save-dialog.ts';
import { saveWhere } from './save-file.ts';
import type { SavedFile } from './save-file.ts';

/**
 * Saves a table as a CSV file where the user chooses. The mark tells spreadsheets that it is UTF-8: without it they show other
 * letters than were written.
 */
export const saveTable = (fileName: string, text: string, askWhere: AskWhere): Promise<SavedFile> =>
  saveWhere(fileName, `\uFEFF${text}`, askWhere);
