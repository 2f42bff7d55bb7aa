import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { rowHeight } from './table-styles.ts';

/** Until an opened row was measured: about three lines of a table. */
const firstHeight = 200;

export interface DrawnRow {
  readonly index: number;
  readonly size: number;
  readonly key: string;
  readonly isOpened: boolean;
}

export interface RowHeights {
  /** How many rows before this one stand open, as far as they were drawn. */
  readonly openedBefore: (index: number) => number;
  readonly openedCount: number;
  /** What an opened row shows is this high now; true when it is seen for the first time. */
  readonly measured: (row: DrawnRow, height: number) => boolean;
  /** Other rows stand in the table: none is known to be open. */
  readonly forget: () => void;
}

const none: ReadonlySet<number> = new Set();

/**
 * Tells the virtualizer how high each drawn row is: those that stand open have what they show below them. A place keeps its
 * height while it is not drawn, so that nothing jumps; what stands there when it is drawn again corrects it. Only opened rows
 * cost anything.
 */
export function useRowHeights(rows: Virtualizer<HTMLDivElement, Element>, drawn: readonly DrawnRow[]): RowHeights {
  const heights = useRef(new Map<string, number>());
  const [opened, setOpened] = useState(none);
  const heightOf = ({ key, isOpened }: Pick<DrawnRow, 'key' | 'isOpened'>): number =>
    isOpened ? rowHeight + (heights.current.get(key) ?? firstHeight) : rowHeight;
  const settle = useEffectEvent(() => {
    const next = new Set(opened);
    for (const row of drawn) {
      if (row.size !== heightOf(row)) rows.resizeItem(row.index, heightOf(row));
      if (row.isOpened) next.add(row.index);
      else next.delete(row.index);
    }
    if (next.size !== opened.size || [...next].some((index) => !opened.has(index))) setOpened(next);
  });
  const asDrawn = drawn.map(({ index, size, key, isOpened }) => `${index} ${size} ${key} ${isOpened}`).join();
  useLayoutEffect(() => settle(), [asDrawn]);
  return {
    openedBefore: (index) => (opened.size === 0 ? 0 : [...opened].filter((one) => one < index).length),
    openedCount: opened.size,
    measured: (row, height) => {
      const isFirst = !heights.current.has(row.key);
      heights.current.set(row.key, height);
      rows.resizeItem(row.index, rowHeight + height);
      return isFirst;
    },
    forget: () => {
      if (opened.size === 0) return;
      setOpened(none);
      rows.measure();
    },
  };
}
