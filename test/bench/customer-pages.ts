import { startPractice } from '../../electron/practice/server.ts';
import { readJson } from '../../shared/partner-center/readers/case.ts';
import { readCollection, readRows } from '../../shared/partner-center/readers/collection.ts';
import { readCustomerListRow } from '../../shared/partner-center/readers/customers.ts';
import type { CustomerListRow } from '../../shared/partner-center/readers/customers.ts';

/** Rows a page, as the app asks for them. */
export const pageRows = 1000;

async function readPage(url: string, token: string, continuation: string | undefined): Promise<Uint8Array> {
  const next = continuation === undefined ? '' : '&seekOperation=Next';
  const reply = await fetch(`${url}/v1/customers?size=${pageRows}${next}`, {
    headers: {
      Authorization: `Bearer ${token}`,
      Accept: 'application/json',
      ...(continuation === undefined ? {} : { 'MS-ContinuationToken': continuation }),
    },
  });
  if (!reply.ok) throw new Error(`the practice tenant answered ${reply.status}: ${await reply.text()}`);
  return new Uint8Array(await reply.arrayBuffer());
}

const bodyOf = (bytes: Uint8Array): unknown => {
  const body = readJson(bytes);
  if (!body.ok) throw new Error('the practice tenant answered no JSON');
  return body.value;
};

/** The bytes of the whole customer list of the large practice tenant, page by page as the server answers. */
export async function readCustomerPages(): Promise<readonly Uint8Array[]> {
  const practice = await startPractice({ seed: 'large' });
  try {
    const pages: Uint8Array[] = [];
    let continuation: string | undefined;
    do {
      const bytes = await readPage(practice.url, practice.token, continuation);
      pages.push(bytes);
      continuation = readCollection(bodyOf(bytes))?.continuation;
    } while (continuation !== undefined);
    return pages;
  } finally {
    await practice.close();
  }
}

export const rowsOf = (pages: readonly Uint8Array[]): readonly CustomerListRow[] =>
  pages.flatMap((bytes) => readRows(bodyOf(bytes), readCustomerListRow)?.rows ?? []);
