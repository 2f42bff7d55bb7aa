import { mergeClasses } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, useEffect, useEffectEvent, useId, useImperativeHandle, useRef, useState } from 'react';
import type { Ref } from 'react';
import { TableHead } from './table-head.tsx';
import type { Sorting } from './table-head.tsx';
import type { Column, RowExpansion, RowSelection } from './table-props.ts';
import { OpenedRow, TableRow } from './table-row.tsx';
import { leadTrack, rowHeight, useTableStyles } from './table-styles.ts';
import { useRowHeights } from './use-row-heights.ts';
import { useTableHand } from './use-table-hand.ts';

export type { Column } from './table-props.ts';

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
  /** The arrow to the right opens a row in place, the one to the left closes it. */
  readonly expansion?: RowExpansion<Row>;
  /** Space chooses a row, Shift with the arrows more of them, Ctrl+A all, Escape none. */
  readonly selection?: RowSelection<Row>;
  readonly handle?: Ref<TableHandle>;
  /** Stands in the table when it has no rows. */
  readonly noneText?: string;
  /** When it changes (another search), the table goes back to its first row. */
  readonly resetKey?: string;
}

/** A table that draws only the rows on screen. Arrows, Page keys, Home and End move; Enter or a click opens.
 * The arrow to the right leads to the first link or button of the row, the one to the left back. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  'use no memo'; // The virtualizer keeps its own state; memoised rows would go stale.
  const { columns, rowCount, rowAt, rowKey, onRange, expansion, selection } = props;
  const styles = useTableStyles();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, rowCount - 1);
  const rows = useVirtualizer({
    count: rowCount, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 10,
    // The head lies over the first line of what is scrolled.
    scrollPaddingEnd: rowHeight,
  });
  const items = rows.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const drawn = items.map(({ index, start, size }) => {
    const row = rowAt(index);
    const isOpened = row !== undefined && expansion?.canExpand(row) === true && expansion.isExpanded(row);
    return { index, start, size, row, isOpened, key: row === undefined ? String(index) : rowKey(row) };
  });
  const heights = useRowHeights(rows, drawn.filter(({ row }) => row !== undefined));
  const reveal = (index: number): void => {
    const size = drawn.find((line) => line.index === index)?.size ?? rowHeight;
    // One that is higher than the table begins at its top.
    rows.scrollToIndex(index, { align: size > (scroller.current?.clientHeight ?? size) - rowHeight ? 'start' : 'auto' });
  };
  useEffect(() => onRange?.(first, last), [onRange, first, last]);
  const begin = useEffectEvent(() => {
    setActive(0);
    heights.forget();
    scroller.current?.scrollTo?.({ top: 0 });
  });
  useEffect(() => begin(), [props.resetKey]);
  useImperativeHandle(props.handle, () => ({ focus: () => scroller.current?.focus() }), []);
  const hand = useTableHand({ scroller, active, rowCount, rowAt, onOpen: props.onOpen, expansion, selection, setActive, reveal });
  const isActiveDrawn = active >= first && active <= last && rowCount > 0;
  const hasLead = expansion !== undefined || selection !== undefined;
  const template = [...leadTrack(expansion, selection), ...columns.map((column) => column.width)].join(' ');
  return (
    <div
      ref={scroller}
      className={mergeClasses(styles.scroller, rowCount === 1 && heights.openedCount === 0 && styles.single)}
      role="grid"
      {...(expansion === undefined ? {} : { role: 'treegrid' })}
      aria-label={props.label}
      aria-rowcount={rowCount + 1 + heights.openedCount}
      tabIndex={0}
      aria-keyshortcuts={selection === undefined ? 'Enter ArrowRight' : 'Enter ArrowRight Space Control+A'}
      {...(selection === undefined ? {} : { 'aria-multiselectable': true })}
      {...(isActiveDrawn ? { 'aria-activedescendant': `${id}-${active}` } : {})}
      onKeyDown={hand.press}
      onClick={hand.click}
    >
      <TableHead hasLead={hasLead} columns={columns} template={template} {...(props.sorting === undefined ? {} : { sorting: props.sorting })} />
      {rowCount === 0 && props.noneText !== undefined && <p className={styles.none}>{props.noneText}</p>}
      <div role="rowgroup" className={styles.rows} style={{ height: rows.getTotalSize() }}>
        {drawn.map((line) => {
          const { row, index, start } = line;
          const place = index + 2 + heights.openedBefore(index);
          return (
            <Fragment key={line.key}>
              <TableRow
                id={`${id}-${index}`} index={index} place={place} start={start} row={row} columns={columns} template={template}
                tone={row === undefined ? 'plain' : (props.tone?.(row) ?? 'plain')}
                isCurrent={row !== undefined && (props.isCurrent?.(row) ?? false)}
                isActive={index === active} isOpenable={props.onOpen !== undefined}
                expansion={expansion} selection={selection}
              />
              {row !== undefined && line.isOpened && (
                <OpenedRow
                  index={index} place={place + 1} start={start} columnCount={columns.length + 1}
                  onHeight={(height) => heights.measured(line, height) && index === active && reveal(index)}
                >
                  {expansion?.content(row)}
                </OpenedRow>
              )}
            </Fragment>
          );
        })}
      </div>
    </div>
  );
}
