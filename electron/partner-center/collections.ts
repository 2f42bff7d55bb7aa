import { newRequestId } from '../../shared/ids.ts';
import { readRows } from '../../shared/partner-center/readers/collection.ts';
import type { RowsOf } from '../../shared/partner-center/readers/collection.ts';
import { answered } from './answer.ts';
import type { Answer } from './answer.ts';
import { ask } from './api.ts';
import type { Asked } from './api.ts';
import type { Connection } from './http.ts';

const MOST_PAGES = 200;

/** The path of the next page: the same question with the token in a header (page-customers). */
export const nextPagePath = (path: string): string => `${path}${path.includes('?') ? '&' : '?'}seekOperation=Next`;

/** Each page is another request: under the same id the service may give the first page again. */
const nextPage = (path: string, token: string): Pick<Asked<never>, 'path' | 'headers' | 'requestId'> => ({
  path: nextPagePath(path),
  headers: { 'MS-ContinuationToken': token },
  requestId: newRequestId(),
});

function readPage<Row>(body: unknown, readOne: (item: unknown) => Row | undefined): RowsOf<Row> | undefined {
  const page = readRows(body, readOne);
  return page.rows.length === 0 && page.skipped > 0 ? undefined : page;
}

/**
 * A whole collection, page after page. A row that cannot be read is left out when `readOne` gives undefined: one bad row
 * never costs the rest. A page of nothing but such rows is no answer at all: an empty list would say that everything is gone.
 */
export async function askAll<Row>(
  connection: Connection,
  asked: Omit<Asked<readonly Row[]>, 'read' | 'settle' | 'method'>,
  readOne: (item: unknown) => Row | undefined,
): Promise<Answer<readonly Row[]>> {
  const rows: Row[] = [];
  let continuation: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const token = continuation;
    const more = token === undefined ? {} : nextPage(asked.path, token);
    const answer = await ask(connection, { ...asked, ...more, method: 'GET', read: (body) => readPage(body, readOne) });
    if (answer.outcome !== 'answered') return answer;
    rows.push(...answer.value.rows);
    continuation = answer.value.continuation;
    if (continuation === undefined || continuation === token) return answered(rows, answer.correlationId);
  }
  throw new Error(`more than ${MOST_PAGES} pages of ${asked.path.split('?')[0] ?? ''}`);
}
