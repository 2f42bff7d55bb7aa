/** One thing a check found wrong: where, what, and what to do about it. */
export interface Finding {
  /** Path from the repository's root, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** Prints one line a finding and sets the exit code: 0 when there is none, else 1. */
export function report(check: string, findings: readonly Finding[]): void {
  for (const { file, line, message } of findings) console.log(`${file}:${line}: ${message}`);
  console.log(`${check}: ${findings.length === 0 ? 'ok' : `${findings.length} finding(s)`}`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
