import type { Argument, Expression, StringLiteral } from 'oxc-parser';
import { Visitor, parseSync } from 'oxc-parser';
import { lineOf } from '../finding.ts';
import type { SourceFile } from '../source-tree.ts';

export interface KeyUse {
  readonly file: string;
  readonly line: number;
  /** A key, or a pattern with `*` where the code puts a value in. */
  readonly key: string;
  /** Names given for placeholders; undefined when they cannot be read off the code. */
  readonly values: ReadonlySet<string> | undefined;
}

export interface Usage {
  /** Keys given to `t`, to `i18nKey`, and to properties that carry keys (see keyProperty). */
  readonly uses: readonly KeyUse[];
  /** Every text constant, for keys that travel through data. */
  readonly literals: ReadonlySet<string>;
  /** Every template with a value in it, as a pattern. */
  readonly patterns: ReadonlySet<string>;
}

type Value = Expression | Argument | null | undefined;

/** Reads which sentences the code asks for. */
export function readUsage(sources: readonly SourceFile[]): Usage {
  const uses: KeyUse[] = [];
  const literals = new Set<string>();
  const patterns = new Set<string>();
  for (const { path, text } of sources) {
    const addKey = (key: string, start: number, values: KeyUse['values']) => {
      uses.push({ file: path, line: lineOf(text, start), key, values });
    };
    const add = (value: Value, start: number, values: KeyUse['values']) => {
      for (const key of keysIn(value)) addKey(key, start, values);
    };
    new Visitor({
      CallExpression: (node) => {
        const { callee } = node;
        const called = callee.type === 'MemberExpression' ? callee.property : callee;
        if (called.type === 'Identifier' && called.name === 't') add(node.arguments[0], node.start, valuesIn(node.arguments[1]));
      },
      JSXAttribute: (node) => {
        if (node.name.type !== 'JSXIdentifier' || node.name.name !== 'i18nKey') return;
        const { value } = node;
        const given = value?.type === 'JSXExpressionContainer' ? value.expression : value;
        if (given?.type === 'Literal' || given?.type === 'TemplateLiteral' || given?.type === 'ConditionalExpression') {
          add(given, node.start, undefined);
        }
      },
      Property: (node) => {
        const { key } = node;
        if (key.type !== 'Identifier' || !keyProperty.test(key.name) || node.value.type === 'AssignmentPattern') return;
        if (isDottedText(node.value)) addKey(node.value.value, node.start, undefined);
      },
      Literal: (node) => {
        if (typeof node.value === 'string') literals.add(node.value);
      },
      TemplateLiteral: (node) => {
        patterns.add(patternOf(node.quasis));
      },
    }).visit(parseSync(path, text).program);
  }
  return { uses, literals, patterns };
}

/** Properties of plain data that carry whole keys, e.g. `{ label: 'nav.customers' }`. */
const keyProperty = /^(?:label|title|hint|description)$|Key$/;
const isDottedText = (value: { readonly type: string }): value is StringLiteral =>
  value.type === 'Literal' && 'value' in value && typeof value.value === 'string' &&
  /^[a-z][\w-]*(?:\.[\w-]+)+$/.test(value.value);

const patternOf = (quasis: readonly { readonly value: { readonly cooked: string | null } }[]): string =>
  quasis.map((part) => part.value.cooked ?? '').join('*');

function keysIn(value: Value): string[] {
  switch (value?.type) {
    case 'Literal':
      return typeof value.value === 'string' ? [value.value] : [];
    case 'TemplateLiteral':
      return [patternOf(value.quasis)];
    case 'ConditionalExpression':
      return [...keysIn(value.consequent), ...keysIn(value.alternate)];
    case 'LogicalExpression':
      return [...keysIn(value.left), ...keysIn(value.right)];
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'ParenthesizedExpression':
      return keysIn(value.expression);
    default:
      return [];
  }
}

function valuesIn(value: Value): ReadonlySet<string> | undefined {
  if (value === undefined) return new Set();
  if (value?.type !== 'ObjectExpression') return undefined;
  const names = new Set<string>();
  for (const property of value.properties) {
    if (property.type !== 'Property' || property.key.type !== 'Identifier') return undefined;
    names.add(property.key.name);
  }
  return names;
}
