import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArrayExpression, ObjectExpression, Program, TSType } from 'oxc-parser';
import { Visitor, parseSync } from 'oxc-parser';
import type { ClosedList } from './families.ts';

/** Reads the members of a closed list off the source; undefined when the declaration is not there. */
export function readClosedList(root: string, { file, name, property }: ClosedList): string[] | undefined {
  const { program } = parseSync(file, readFileSync(join(root, file), 'utf8'));
  const declaration = declarationOf(program, name);
  if (declaration === undefined) return undefined;
  return property === undefined ? plainMembers(declaration) : taggedMembers(declaration, property);
}

/** The declaration alone, wrapped as a program, so that a visitor can walk it. */
function declarationOf(program: Program, name: string): Program | undefined {
  const statement = program.body.find((one) => {
    const inner = one.type === 'ExportNamedDeclaration' ? one.declaration : one;
    // `export type A = z.infer<typeof A>` beside `export const A` is not the list.
    if (inner?.type === 'TSTypeAliasDeclaration') return inner.id.name === name && inner.typeAnnotation.type === 'TSUnionType';
    if (inner?.type !== 'VariableDeclaration') return false;
    return inner.declarations.some(({ id }) => id.type === 'Identifier' && id.name === name);
  });
  return statement === undefined ? undefined : { ...program, body: [statement] };
}

function plainMembers(program: Program): string[] {
  const lists: string[][] = [];
  new Visitor({
    ArrayExpression: (node) => {
      lists.push(textsOf(node));
    },
    ObjectExpression: (node) => {
      lists.push(keysOf(node));
    },
    TSTypeAliasDeclaration: (node) => {
      lists.push(unionOf(node.typeAnnotation));
    },
  }).visit(program);
  return lists[0] ?? [];
}

function taggedMembers(program: Program, property: string): string[] {
  const members: string[] = [];
  new Visitor({
    Property: (node) => {
      if (node.key.type !== 'Identifier' || node.key.name !== property || node.value.type !== 'CallExpression') return;
      const tag = node.value.arguments[0];
      if (tag?.type === 'Literal' && typeof tag.value === 'string') members.push(tag.value);
    },
    TSPropertySignature: (node) => {
      if (node.key.type !== 'Identifier' || node.key.name !== property || !node.typeAnnotation) return;
      members.push(...unionOf(node.typeAnnotation.typeAnnotation));
    },
  }).visit(program);
  return members;
}

const textsOf = (node: ArrayExpression): string[] =>
  node.elements.flatMap((one) => (one?.type === 'Literal' && typeof one.value === 'string' ? [one.value] : []));

const keysOf = (node: ObjectExpression): string[] =>
  node.properties.flatMap((one) => {
    if (one.type !== 'Property') return [];
    if (one.key.type === 'Identifier') return [one.key.name];
    return one.key.type === 'Literal' && typeof one.key.value === 'string' ? [one.key.value] : [];
  });

function unionOf(type: TSType): string[] {
  if (type.type === 'TSUnionType') return type.types.flatMap(unionOf);
  return type.type === 'TSLiteralType' && type.literal.type === 'Literal' && typeof type.literal.value === 'string'
    ? [type.literal.value]
    : [];
}
