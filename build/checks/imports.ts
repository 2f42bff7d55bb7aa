import { Visitor, parseSync } from 'oxc-parser';
import { lineOf } from './finding.ts';
import type { SourceFile } from './source-tree.ts';

export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** True when nothing of it is left at run time. */
  readonly isTypeOnly: boolean;
}

/** All imports of a file: static, re-exported, dynamic with a literal, and `import('…')` in types. */
export function importsOf({ path, text }: SourceFile): Import[] {
  const { module, program } = parseSync(path, text);
  const found: Import[] = [];
  const add = (specifier: string, start: number, isTypeOnly: boolean) =>
    found.push({ specifier, line: lineOf(text, start), isTypeOnly });
  for (const { moduleRequest, entries, start } of module.staticImports) {
    add(moduleRequest.value, start, entries.length > 0 && entries.every((entry) => entry.isType));
  }
  for (const { entries, start } of module.staticExports) {
    const source = entries.find((entry) => entry.moduleRequest !== null)?.moduleRequest;
    if (source) add(source.value, start, entries.every((entry) => entry.isType));
  }
  new Visitor({
    ImportExpression: (node) => {
      if (node.source.type === 'Literal' && typeof node.source.value === 'string') add(node.source.value, node.start, false);
    },
    TSImportType: (node) => {
      add(node.source.value, node.start, true);
    },
  }).visit(program);
  return found;
}
