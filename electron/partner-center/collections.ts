import { failure } from '../../shared/contract/failure.ts';
import { newRequestId } from '../../shared/ids.ts';
import { isWhole, readRows } from '../../shared/partner-center/readers/collection.ts';
import { answered, noAnswer } from './answer.ts';
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

interface AskedForAll<Row> extends Omit<Asked<readonly Row[]>, 'read' | 'settle' | 'method'> {
  /** What is missing in this list counts as gone: then a list that is known not to be whole is no answer. */
  readonly mustBeWhole?: true;
}

/**
 * A whole collection, page after page. A row that cannot be read is left out when `readOne` gives undefined: one bad row
 * never costs the rest.
 */
export async function askAll<Row>(
  connection: Connection,
  { mustBeWhole, ...asked }: AskedForAll<Row>,
  readOne: (item: unknown) => Row | undefined,
): Promise<Answer<readonly Row[]>> {
  const rows: Row[] = [];
  let continuation: string | undefined;
  let skipped = 0;
  let totalCount = 0;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const token = continuation;
    const more = token === undefined ? {} : nextPage(asked.path, token);
    const answer = await ask(connection, { ...asked, ...more, method: 'GET', read: (body) => readRows(body, readOne) });
    if (answer.outcome !== 'answered') return answer;
    const { value, correlationId } = answer;
    rows.push(...value.rows);
    skipped += value.skipped;
    totalCount = value.totalCount ?? totalCount;
    continuation = value.continuation;
    if (continuation !== undefined && continuation !== token) continue;
    if (mustBeWhole && !isWhole({ rows: rows.length, skipped, totalCount })) {
      return noAnswer(failure('malformed-answer', { correlationId }));
    }
    return answered(rows, correlationId);
  }
  throw new Error(`more than ${MOST_PAGES} pages of ${asked.path.split('?')[0] ?? ''}`);
}
