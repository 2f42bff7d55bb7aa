import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Language = 'en' | 'it';
export const textFile = (language: Language): string => `renderer/text/${language}.json`;

export interface Sentence {
  readonly text: string;
  readonly line: number;
}

/** Sentences by dotted key, in the order of the file. */
export type Sentences = ReadonlyMap<string, Sentence>;

const entry = /^(\s*)"((?:[^"\\]|\\.)+)":/;

/** Reads one language. Lines are exact for the files as they are kept: two spaces a level, one entry a line. */
export function readSentences(root: string, language: Language): Sentences {
  const text = readFileSync(join(root, textFile(language)), 'utf8');
  const lines = linesByKey(text);
  const found = new Map<string, Sentence>();
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) walk(inner, key === '' ? name : `${key}.${name}`);
      return;
    }
    found.set(key, { text: typeof value === 'string' ? value : '', line: lines.get(key) ?? 1 });
  };
  walk(JSON.parse(text), '');
  return found;
}

function linesByKey(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  const path: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const match = entry.exec(line);
    if (match === null) continue;
    path.length = Math.max(0, (match[1] ?? '').length / 2 - 1);
    path.push(match[2] ?? '');
    lines.set(path.join('.'), index + 1);
  }
  return lines;
}
