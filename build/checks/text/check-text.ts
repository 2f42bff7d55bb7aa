import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../finding.ts';
import { readSources } from '../source-tree.ts';
import { readClosedList } from './closed-list.ts';
import { compareLanguages, placeholdersOf } from './compare.ts';
import type { Family } from './families.ts';
import { groupByBase } from './plurals.ts';
import type { Sentences } from './sentences.ts';
import { readSentences, textFile } from './sentences.ts';
import type { KeyUse, Usage } from './usage.ts';
import { readUsage } from './usage.ts';

const familiesFile = 'build/checks/text/families.ts';

/** Compares the languages with each other and with what the code under `root` asks for (decision D14). */
export function checkText(root: string, families: readonly Family[]): Finding[] {
  const english = readSentences(root, 'en');
  const bases = groupByBase(english);
  const usage = readUsage(readSources(root, ['renderer', 'electron', 'shared']));
  const members = new Map(families.map((family) => [family.keys, expand(root, family)]));
  return [
    ...compareLanguages(english, readSentences(root, 'it')),
    ...usage.uses.flatMap((use) => problemsOf(use, english, bases, members)),
    ...familyProblems(members, bases, usage),
    ...unused(english, bases, usage, members),
  ];
}

type Bases = ReadonlyMap<string, readonly string[]>;
type Members = ReadonlyMap<string, readonly string[] | undefined>;

function expand(root: string, { keys, members, without = [] }: Family): string[] | undefined {
  const isClosedList = 'file' in members;
  if (isClosedList && !existsSync(join(root, members.file))) return undefined;
  const names = isClosedList ? readClosedList(root, members) : members;
  return names?.filter((name) => !without.includes(name)).map((name) => keys.replace('*', name));
}

function problemsOf({ file, line, key, values }: KeyUse, english: Sentences, bases: Bases, members: Members): Finding[] {
  if (key.includes('*')) {
    const message = `keys '${key}' are put together at run time: declare them in ${familiesFile}`;
    return members.has(key) ? [] : [{ file, line, message }];
  }
  const forms = bases.get(key);
  if (forms === undefined) return [{ file, line, message: `'${key}' is missing in ${textFile('en')}` }];
  const needed = new Set(forms.flatMap((form) => [...placeholdersOf(english.get(form)?.text ?? '')]));
  const isCounted = forms.some((form) => form !== key);
  if (isCounted) needed.add('count');
  if (values === undefined) return [];
  return [...needed]
    .filter((name) => !values.has(name))
    .map((name) => ({ file, line, message: `'${key}' needs the value '${name}'` }));
}

function familyProblems(members: Members, bases: Bases, usage: Usage): Finding[] {
  const findings: Finding[] = [];
  for (const [keys, list] of members) {
    if (list === undefined || list.length === 0) {
      findings.push({ file: familiesFile, line: 1, message: `no members found for '${keys}'` });
      continue;
    }
    if (!usage.patterns.has(keys)) findings.push({ file: familiesFile, line: 1, message: `no code asks for '${keys}'` });
    for (const key of list) {
      const message = `'${key}' is missing (a member of '${keys}')`;
      if (!bases.has(key)) findings.push({ file: textFile('en'), line: 1, message });
    }
  }
  return findings;
}

function unused(english: Sentences, bases: Bases, usage: Usage, members: Members): Finding[] {
  const fromFamilies = new Set([...members.values()].flatMap((list) => list ?? []));
  const findings: Finding[] = [];
  for (const [base, keys] of bases) {
    if (usage.literals.has(base) || fromFamilies.has(base)) continue;
    const line = english.get(keys[0] ?? '')?.line ?? 1;
    findings.push({ file: textFile('en'), line, message: `'${base}' is used nowhere` });
  }
  return findings;
}
