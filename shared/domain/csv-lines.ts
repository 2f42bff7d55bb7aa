import Papa from 'papaparse';

/** A row of a table that people wrote or pasted, and the line of the text it starts on, counted from one. */
export interface CsvLine {
  readonly number: number;
  readonly cells: readonly string[];
}

const delimiters = ['\t', ';', ','] as const;
const countOf = (text: string, part: string): number => text.split(part).length - 1;

/** What separates cells: of tab, semicolon and comma the one that the first line with any of them has most of. */
function delimiterOf(text: string): string {
  const first = text.split('\n').find((line) => delimiters.some((delimiter) => line.includes(delimiter))) ?? '';
  const bare = first.replaceAll(/"[^"]*"/gu, '');
  return delimiters.toSorted((a, b) => countOf(bare, b) - countOf(bare, a))[0] ?? ',';
}

const longestLine = 2000;

/** Cells of one line whose quotes do not follow the rules of CSV: a delimiter between two quotes does not divide. */
function looseCells(line: string, delimiter: string): string[] {
  const isPaired = countOf(line, '"') % 2 === 0 && line.length <= longestLine;
  return isPaired ? line.split(new RegExp(`${delimiter}(?=(?:[^"]*"[^"]*")*[^"]*$)`, 'u')) : line.split(delimiter);
}

/** The lines of a text with plain line ends: comma, semicolon or tab; also one whose quotes are broken. Cells without blanks around. */
export function csvLines(text: string): readonly CsvLine[] {
  const delimiter = delimiterOf(text);
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  // A quote that is never closed would swallow all lines after it.
  const isBroken = errors.some(({ type }) => type === 'Quotes');
  const lines = isBroken ? text.split('\n').map((line) => looseCells(line, delimiter)) : data;
  let number = 1;
  return lines.map((cells) => {
    const line = { number, cells: cells.map((cell) => cell.trim()) };
    number += 1 + cells.reduce((sum, cell) => sum + countOf(cell, '\n'), 0);
    return line;
  });
}
