import Papa from 'papaparse';

/** Signs with which a spreadsheet takes a cell for a formula (OWASP, "CSV Injection"); full-width forms count too. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/u;

/** Rows as CSV. A cell that a spreadsheet would run as a formula gets an apostrophe before it, and stays text. */
export const csvLines = (rows: readonly (readonly string[])[]): string =>
  Papa.unparse(rows.map((row) => [...row]), { escapeFormulae: formulaStart, newline: '\r\n' });

/** A table as CSV. */
export const csvText = (headings: readonly string[], rows: readonly (readonly string[])[]): string => csvLines([headings, ...rows]);
