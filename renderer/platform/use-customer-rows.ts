import { useCallback, useState } from 'react';
import type { CustomerQuery, CustomerRow } from '../../shared/ports/mirror.ts';
import { useMirror } from './services.tsx';

/** Rows are read in windows of this many, so that a small scroll asks nothing. */
const windowSize = 60;

export interface CustomerRows {
  /** How many match; undefined before the first answer. */
  readonly total: number | undefined;
  readonly rowAt: (index: number) => CustomerRow | undefined;
  readonly onRange: (first: number, last: number) => void;
}

/**
 * The customers that match, read as they come on screen: never more than the visible windows are in memory. While a
 * new search runs, the rows of the last one stay.
 */
export function useCustomerRows(text: string, query: Omit<CustomerQuery, 'text' | 'offset' | 'limit'> = {}): CustomerRows {
  const [range, setRange] = useState({ offset: 0, limit: windowSize });
  const onRange = useCallback((first: number, last: number) => {
    const offset = Math.floor(first / windowSize) * windowSize;
    const limit = (Math.floor(last / windowSize) + 1) * windowSize - offset;
    setRange((old) => (old.offset === offset && old.limit === limit ? old : { offset, limit }));
  }, []);
  const page = useMirror(
    ['customers'],
    async (mirror) => ({ offset: range.offset, ...(await mirror.customers({ text, ...query, ...range })) }),
    [text, JSON.stringify(query), range.offset, range.limit],
  );
  return {
    total: page?.total,
    rowAt: (index) => (page === undefined ? undefined : page.rows[index - page.offset]),
    onRange,
  };
}
