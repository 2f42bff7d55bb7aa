import { mergeClasses } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent, ReactNode, Ref } from 'react';
import { TableHead } from './table-head.tsx';
import type { Sorting } from './table-head.tsx';
import { rowHeight, useTableStyles } from './table-styles.ts';

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  /** A CSS grid track, e.g. `minmax(160px, 2fr)` or `96px`. */
  readonly width: string;
  /** Numbers stand on the right. */
  readonly align?: 'start' | 'end';
  readonly isSortable?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

/** Lets the search field above hand the keyboard over to the table. */
export interface TableHandle {
  focus(): void;
}

export interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rowCount: number;
  /** The row at a place; undefined while it is on its way, then its line stays blank. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly rowKey: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  /** `waiting`: not yet on the server (dashed). `attention`: needs a person (amber). A cell must say it in words too. */
  readonly tone?: (row: Row) => 'plain' | 'waiting' | 'attention';
  /** The row whose detail is on screen. */
  readonly isCurrent?: (row: Row) => boolean;
  /** Tells which rows are on screen (with a margin), so that only those are read. */
  readonly onRange?: (first: number, last: number) => void;
  readonly sorting?: Sorting;
  readonly handle?: Ref<TableHandle>;
  /** Stands in the table when it has no rows. */
  readonly noneText?: string;
  /** When it changes (another search), the table goes back to its first row. */
  readonly resetKey?: string;
}

const steps: Readonly<Record<string, (active: number, page: number, last: number) => number>> = {
  ArrowDown: (active, _page, last) => Math.min(last, active + 1),
  ArrowUp: (active) => Math.max(0, active - 1),
  PageDown: (active, page, last) => Math.min(last, active + page),
  PageUp: (active, page) => Math.max(0, active - page),
  Home: () => 0,
  End: (_active, _page, last) => last,
};

/** A table that draws only the rows on screen. Arrows, Page keys, Home and End move; Enter or a click opens.
 * The arrow to the right leads to the first link or button of the row, the one to the left back. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  'use no memo'; // The virtualizer keeps its own state; memoised rows would go stale.
  const { columns, rowCount, onRange } = props;
  const styles = useTableStyles();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, rowCount - 1);
  const rows = useVirtualizer({
    count: rowCount, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 10,
  });
  const items = rows.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onRange?.(first, last), [onRange, first, last]);
  useEffect(() => {
    setActive(0);
    scroller.current?.scrollTo?.({ top: 0 });
  }, [props.resetKey]);
  useImperativeHandle(props.handle, () => ({ focus: () => scroller.current?.focus() }), []);

  const open = (index: number): void => {
    const row = props.rowAt(index);
    if (row !== undefined) props.onOpen?.(row);
  };
  const into = (index: number): void =>
    scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] :is(a, button)`)?.focus();
  const press = (event: KeyboardEvent): void => {
    if (event.target !== scroller.current) {
      // Out of a row again, to where the arrows move from row to row.
      if (event.key === 'ArrowLeft' || event.key === 'Escape') scroller.current?.focus();
      return;
    }
    if (event.key === 'ArrowRight') return into(active);
    if (event.key === 'Enter') return open(active);
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 2);
    const next = steps[event.key]?.(active, page, rowCount - 1);
    if (next === undefined || rowCount === 0) return;
    event.preventDefault();
    setActive(next);
    rows.scrollToIndex(next);
  };
  const click = (event: MouseEvent): void => {
    // A link or button inside a cell does its own thing.
    if (!(event.target instanceof Element) || event.target.closest('a, button') !== null) return;
    const index = Number(event.target.closest('[data-index]')?.getAttribute('data-index') ?? -1);
    if (index < 0) return;
    setActive(index);
    open(index);
  };
  const isActiveDrawn = active >= first && active <= last && rowCount > 0;
  const template = columns.map((column) => column.width).join(' ');
  return (
    <div
      ref={scroller}
      className={mergeClasses(styles.scroller, rowCount === 1 && styles.single)}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rowCount + 1}
      tabIndex={0}
      aria-keyshortcuts="Enter ArrowRight"
      {...(isActiveDrawn ? { 'aria-activedescendant': `${id}-${active}` } : {})}
      onKeyDown={press}
      onClick={click}
    >
      <TableHead columns={columns} template={template} {...(props.sorting === undefined ? {} : { sorting: props.sorting })} />
      {rowCount === 0 && props.noneText !== undefined && <p className={styles.none}>{props.noneText}</p>}
      <div role="rowgroup" className={styles.rows} style={{ height: rows.getTotalSize() }}>
        {items.map((item) => {
          const row = props.rowAt(item.index);
          const tone = row === undefined ? 'plain' : (props.tone?.(row) ?? 'plain');
          const isCurrent = row !== undefined && (props.isCurrent?.(row) ?? false);
          return (
            <div
              key={row === undefined ? item.index : props.rowKey(row)}
              id={`${id}-${item.index}`}
              role="row"
              data-index={item.index}
              aria-rowindex={item.index + 2}
              aria-selected={isCurrent}
              className={mergeClasses(
                styles.row, styles.body, tone === 'waiting' && styles.waiting, tone === 'attention' && styles.attention,
                isCurrent && styles.current, item.index === active && styles.active,
                props.onOpen !== undefined && styles.openable,
              )}
              style={{ transform: `translateY(${item.start}px)`, gridTemplateColumns: template }}
            >
              {columns.map((column) => (
                <Cell key={column.id} isEnd={column.align === 'end'}>{row === undefined ? '' : column.cell(row)}</Cell>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** One cell; words that may be cut off stand in full on hover. */
function Cell({ isEnd, children }: { readonly isEnd: boolean; readonly children: ReactNode }) {
  const styles = useTableStyles();
  return (
    <div
      role="gridcell"
      className={mergeClasses(styles.cell, isEnd && styles.end)}
      {...(typeof children === 'string' && children !== '' ? { title: children } : {})}
    >
      {children}
    </div>
  );
}
