import { relative, sep } from 'node:path';
import type { RuleTester } from 'oxlint/plugins-dev';

/** A lint rule of ours, in the shape oxlint's JavaScript plugins ask for. */
export type Rule = Extract<Parameters<RuleTester['run']>[1], { create: unknown; createOnce?: never }>;
export type Context = Parameters<Rule['create']>[0];

/** Path of the file being linted, from the repository's root, with `/` on every system. */
export const pathOf = (context: Context): string => relative(context.cwd, context.filename).split(sep).join('/');

/** Whether `path` is `place`, or lies under it when `place` ends with `/`. */
export const isAt = (path: string, place: string): boolean => (place.endsWith('/') ? path.startsWith(place) : path === place);
