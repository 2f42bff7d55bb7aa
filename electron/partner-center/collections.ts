import { newRequestId } from '../../shared/ids.ts';
import { readCollection } from '../../shared/partner-center/readers/collection.ts';
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

/**
 * A whole collection, page after page. A row that cannot be read is left out when `readOne` gives undefined: one bad row
 * never costs the rest.
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
    const answer = await ask(connection, { ...asked, ...more, method: 'GET', read: (body) => readCollection(body) });
    if (answer.outcome !== 'answered') return answer;
    for (const item of answer.value.items) {
      const row = readOne(item);
      if (row !== undefined) rows.push(row);
    }
    continuation = answer.value.continuation;
    if (continuation === undefined || continuation === token) return answered(rows, answer.correlationId);
  }
  throw new Error(`more than ${MOST_PAGES} pages of ${asked.path.split('?')[0] ?? ''}`);
}
