import { useRef } from 'react';
import type { KeyboardEvent, MouseEvent, RefObject } from 'react';
import { controlBeside, firstControl, rowAfterKey } from './table-keys.ts';
import type { RowExpansion, RowSelection } from './table-props.ts';
import { rowHeight } from './table-styles.ts';

export interface HandParts<Row> {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly active: number;
  readonly rowCount: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly onOpen: ((row: Row) => void) | undefined;
  readonly expansion: RowExpansion<Row> | undefined;
  readonly selection: RowSelection<Row> | undefined;
  readonly setActive: (index: number) => void;
  /** Scrolls a row into sight. */
  readonly reveal: (index: number) => void;
}

interface TableHand {
  readonly press: (event: KeyboardEvent) => void;
  readonly click: (event: MouseEvent) => void;
}

/** What the keys and the mouse do in a table. */
export function useTableHand<Row>(parts: HandParts<Row>): TableHand {
  const { scroller, active, rowCount, rowAt, expansion, selection, setActive, reveal } = parts;
  const anchor = useRef(0);
  const open = (index: number): void => {
    const row = rowAt(index);
    if (row !== undefined) parts.onOpen?.(row);
  };
  /** Opens or closes the row in place; false where it is so already, or cannot be. */
  const turn = (index: number, isOpen: boolean): boolean => {
    const row = rowAt(index);
    if (row === undefined || expansion?.canExpand(row) !== true || expansion.isExpanded(row) === isOpen) return false;
    expansion.onToggle(row);
    return true;
  };
  const choose = (index: number): void => {
    const row = rowAt(index);
    anchor.current = index;
    if (row !== undefined && selection?.canSelect(row) === true) selection.onToggle(row);
  };
  const inRow = (event: KeyboardEvent): void => {
    // Out of a row again, to where the arrows move from row to row.
    if (event.key === 'ArrowLeft' || event.key === 'Escape') return scroller.current?.focus();
    const beside = event.target instanceof Element ? controlBeside(event.target, event.key) : undefined;
    if (beside === undefined) return;
    event.preventDefault();
    beside.focus();
  };
  /** Keys that choose rows; false for any other. */
  const chooses = (event: KeyboardEvent): boolean => {
    if (selection === undefined || rowCount === 0) return false;
    if (event.key === ' ') choose(active);
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) selection.onSelectAll();
    else if (event.key === 'Escape') selection.onClear();
    else return false;
    return true;
  };
  const press = (event: KeyboardEvent): void => {
    if (event.target !== scroller.current) return inRow(event);
    if (chooses(event)) return event.preventDefault();
    if (event.key === 'ArrowRight' && !turn(active, true)) return firstControl(scroller.current, active)?.focus();
    if (event.key === 'ArrowLeft') turn(active, false);
    if (event.key === 'Enter') return open(active);
    const page = Math.max(1, Math.floor((scroller.current.clientHeight || rowHeight) / rowHeight) - 2);
    const next = rowAfterKey(event.key, active, page, rowCount - 1);
    if (next === undefined) return;
    event.preventDefault();
    if (!event.shiftKey) anchor.current = next;
    else selection?.onExtend({ anchor: anchor.current, from: active, to: next });
    setActive(next);
    reveal(next);
  };
  const click = (event: MouseEvent): void => {
    // A link or button inside a cell does its own thing, and so does all that an opened row shows.
    if (!(event.target instanceof Element) || event.target.closest('a, button, [data-opened]') !== null) return;
    const index = Number(event.target.closest('[data-index]')?.getAttribute('data-index') ?? -1);
    if (index < 0) return;
    setActive(index);
    const isBox = event.target.matches('[data-lead] input');
    if (selection !== undefined && event.shiftKey) selection.onExtend({ anchor: anchor.current, from: anchor.current, to: index });
    else if (selection !== undefined && (isBox || event.ctrlKey || event.metaKey)) choose(index);
    else if (event.target.closest('[data-lead]') === null) open(index);
  };
  return { press, click };
}
