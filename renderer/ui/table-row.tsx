import { mergeClasses } from '@fluentui/react-components';
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { AriaAttributes, ReactNode } from 'react';
import type { Column, RowExpansion, RowSelection } from './table-props.ts';
import { rowHeight, useTableStyles } from './table-styles.ts';

export interface TableRowProps<Row> {
  readonly id: string;
  readonly index: number;
  /** Among all rows of the table, opened ones counted, its head first. */
  readonly place: number;
  readonly start: number;
  readonly row: Row | undefined;
  readonly columns: readonly Column<Row>[];
  readonly template: string;
  readonly tone: 'plain' | 'waiting' | 'attention';
  readonly isCurrent: boolean;
  readonly isActive: boolean;
  readonly isOpenable: boolean;
  readonly expansion: RowExpansion<Row> | undefined;
  readonly selection: RowSelection<Row> | undefined;
}

/** One line of the table. While its row is on its way its cells are blank. */
export function TableRow<Row>(props: TableRowProps<Row>) {
  const { id, index, place, start, row, columns, template, tone, isCurrent, isActive, expansion, selection } = props;
  const styles = useTableStyles();
  const isSelected = row !== undefined && selection?.isSelected(row) === true;
  return (
    <div
      id={id}
      role="row"
      data-index={index}
      aria-rowindex={place}
      aria-selected={selection === undefined ? isCurrent : isSelected}
      {...(selection !== undefined && isCurrent ? { 'aria-current': true } : {})}
      {...openness(row, expansion)}
      className={mergeClasses(
        styles.row, styles.body, tone === 'waiting' && styles.waiting, tone === 'attention' && styles.attention,
        isSelected && styles.selected, isCurrent && styles.current, isActive && styles.active, props.isOpenable && styles.openable,
      )}
      style={{ transform: `translateY(${start}px)`, gridTemplateColumns: template }}
    >
      {(expansion !== undefined || selection !== undefined) && (
        <div role="gridcell" data-lead className={styles.lead}>
          {row !== undefined && <Lead row={row} expansion={expansion} selection={selection} />}
        </div>
      )}
      {columns.map((column) => (
        <Cell key={column.id} isEnd={column.align === 'end'}>{row === undefined ? '' : column.cell(row)}</Cell>
      ))}
    </div>
  );
}

/** Its level in a table whose rows open, and whether it stands open, where it can. */
function openness<Row>(row: Row | undefined, expansion: RowExpansion<Row> | undefined): AriaAttributes {
  if (expansion === undefined) return {};
  return { 'aria-level': 1, ...(row !== undefined && expansion.canExpand(row) ? { 'aria-expanded': expansion.isExpanded(row) } : {}) };
}

/** Box and arrow for the mouse. The keyboard chooses and opens from the row itself, so that Tab passes them by. */
function Lead<Row>({ row, expansion, selection }: Pick<TableRowProps<Row>, 'expansion' | 'selection'> & { readonly row: Row }) {
  const styles = useTableStyles();
  const isExpanded = expansion?.isExpanded(row) === true;
  return (
    <>
      {selection?.canSelect(row) === true && (
        <input
          type="checkbox" tabIndex={-1} className={styles.box} aria-label={selection.label(row)} checked={selection.isSelected(row)} readOnly
        />
      )}
      {expansion?.canExpand(row) === true && (
        <button
          type="button" tabIndex={-1} className={styles.arrow} aria-label={expansion.label(row)} aria-expanded={isExpanded}
          onClick={() => expansion.onToggle(row)}
        >
          {isExpanded ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
        </button>
      )}
    </>
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

export interface OpenedRowProps {
  readonly index: number;
  readonly place: number;
  /** Where the row it belongs to stands. */
  readonly start: number;
  readonly columnCount: number;
  readonly onHeight: (height: number) => void;
  readonly children: ReactNode;
}

/** What an opened row shows below itself: a row of the next level with one cell. It tells how high it is. */
export function OpenedRow({ index, place, start, columnCount, onHeight, children }: OpenedRowProps) {
  const styles = useTableStyles();
  const element = useRef<HTMLDivElement>(null);
  const tell = useRef(onHeight);
  useEffect(() => {
    tell.current = onHeight;
  });
  useEffect(() => {
    if (element.current === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => entry && tell.current(entry.target.getBoundingClientRect().height));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={element}
      role="row" aria-level={2} aria-rowindex={place} data-opened={index}
      className={styles.opened}
      style={{ transform: `translateY(${start + rowHeight}px)` }}
    >
      <div role="gridcell" aria-colindex={1} aria-colspan={columnCount}>{children}</div>
    </div>
  );
}
