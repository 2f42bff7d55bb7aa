import type { PageLink } from './page-link.ts';

/** What the app asks of `printToPDF`; sizes by name, margins in inches, as Electron counts them. */
export interface PdfOptions {
  readonly pageSize: 'A4' | 'Letter';
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  readonly displayHeaderFooter: boolean;
  readonly headerTemplate: string;
  readonly footerTemplate: string;
  readonly printBackground: boolean;
  readonly generateTaggedPDF: boolean;
}

const inches = { A4: [8.27, 11.69], Letter: [8.5, 11] } as const;

/** Electron's `printToPDF`: the DevTools call that Electron's own is made after. */
export async function printPdf(link: PageLink, { pageSize, margins, ...options }: PdfOptions): Promise<Buffer> {
  const [paperWidth, paperHeight] = inches[pageSize];
  const { data } = await link.devtools.send('Page.printToPDF', {
    ...options, paperWidth, paperHeight,
    marginTop: margins.top, marginBottom: margins.bottom, marginLeft: margins.left, marginRight: margins.right,
  });
  return Buffer.from(data, 'base64');
}
