import Papa from 'papaparse';

/** Signs with which a spreadsheet takes a cell for a formula (OWASP, "CSV Injection"); full-width forms count too. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/u;

/** A table as CSV. A cell that a spreadsheet would run as a formula gets an apostrophe before it, and stays text. */
export const csvText = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  Papa.unparse([headings, ...rows].map((row) => [...row]), { escapeFormulae: formulaStart, newline: '\r\n' });
