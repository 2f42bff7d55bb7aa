import type { ReactNode } from 'react';

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

/** Rows that open in place: what belongs to them stands below them. */
export interface RowExpansion<Row> {
  readonly canExpand: (row: Row) => boolean;
  readonly isExpanded: (row: Row) => boolean;
  readonly onToggle: (row: Row) => void;
  /** Of the arrow, naming the row. */
  readonly label: (row: Row) => string;
  /** Drawn for rows on screen alone. Links and buttons in it are reached with the arrow keys. */
  readonly content: (row: Row) => ReactNode;
}

/** Rows that can be chosen, many at once. Places are row numbers: what stands at one that is not drawn is the list's to find. */
export interface RowSelection<Row> {
  readonly canSelect: (row: Row) => boolean;
  readonly isSelected: (row: Row) => boolean;
  readonly onToggle: (row: Row) => void;
  /** Chosen are the rows from `anchor` to `to`; those from `anchor` to `from` were, and are no longer unless they are among them. */
  readonly onExtend: (range: { readonly anchor: number; readonly from: number; readonly to: number }) => void;
  readonly onSelectAll: () => void;
  readonly onClear: () => void;
  /** Of the box, naming the row. */
  readonly label: (row: Row) => string;
}
