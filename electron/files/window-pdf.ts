import { basename } from 'node:path';
import type { BrowserWindow, PrintToPDFOptions } from 'electron';
import type { CallInput, CallOutput } from '../../shared/contract/types.ts';
import { failure } from '../../shared/contract/failure.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { writeAtomically } from './atomic-file.ts';
import { asFileName } from './file-name.ts';
import type { AskWhere } from './save-dialog.ts';

export type Paper = CallInput<'pdf.save'>['paper'];

/** The printed form of what the window shows, as a PDF. */
export type PrintPdf = (paper: Paper) => Promise<Result<Uint8Array>>;

const small = 'width:100%;margin:0 14mm;font:7pt sans-serif;color:#444;display:flex;justify-content:space-between';

/** Margins in inches. The foot carries the title of the document and the pages; Chromium fills in both. */
const optionsFor = (paper: Paper): PrintToPDFOptions => ({
  pageSize: paper,
  margins: { top: 0.6, bottom: 0.7, left: 0.55, right: 0.55 },
  displayHeaderFooter: true,
  headerTemplate: '<span></span>',
  footerTemplate:
    `<div style="${small}"><span class="title"></span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`,
  printBackground: true,
  generateTaggedPDF: true,
});

/** By the window's own engine: no network, no other program. */
export const windowPdf = (window: () => BrowserWindow | undefined): PrintPdf => async (paper) => {
  const printed = await window()?.webContents.printToPDF(optionsFor(paper)).catch(() => undefined);
  return printed === undefined ? err(failure('pdf-failed')) : ok(printed);
};

/** With the ending that says what it is. */
export const pdfName = (name: string): string => `${asFileName(name) || 'PDF'}.pdf`;

/** Prints first: what is saved is what stood there when it was asked for, however long the dialog stays open. */
export async function savePdf(
  { fileName, paper }: CallInput<'pdf.save'>, print: PrintPdf, askWhere: AskWhere,
): Promise<Result<CallOutput<'pdf.save'>>> {
  const printed = await print(paper);
  if (!printed.ok) return printed;
  const path = await askWhere({ fileName: pdfName(fileName), ending: 'pdf' });
  if (path === undefined) return ok({});
  return writeAtomically(path, printed.value).then(
    () => ok({ saved: { fileName: basename(path) } }),
    () => err(failure('storage-failed')),
  );
}
