import { readInstant } from '../../instant.ts';
import type { Instant } from '../../instant.ts';
import { err, ok } from '../../result.ts';
import type { Result } from '../../result.ts';

/** An object of a reply, its keys in whatever case the edition of the service writes them. */
export type WireRecord = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is WireRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object, or undefined when the value is anything else. */
export const wireRecord = (value: unknown): WireRecord | undefined => (isRecord(value) ? value : undefined);

const pascalNames = new Map<string, string>();
function pascal(name: string): string {
  const known = pascalNames.get(name);
  if (known !== undefined) return known;
  const made = name.charAt(0).toUpperCase() + name.slice(1);
  pascalNames.set(name, made);
  return made;
}

/** A member by its camelCase name, also where the reply has it in PascalCase. `null` counts as missing. */
export const wireValue = (record: WireRecord | undefined, name: string): unknown =>
  record?.[name] ?? record?.[pascal(name)] ?? undefined;

/** An object member. */
export const wirePart = (record: WireRecord | undefined, name: string): WireRecord | undefined =>
  wireRecord(wireValue(record, name));

/** Trimmed text, also where the service writes a number (ids and codes come as either). Blank text counts as missing. */
export function wireText(record: WireRecord | undefined, name: string): string | undefined {
  const value = wireValue(record, name);
  if (typeof value === 'string') return value.trim() || undefined;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}

/** A whole number, also where the service writes text. */
export function wireInteger(record: WireRecord | undefined, name: string): number | undefined {
  const value = wireValue(record, name);
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}

/** A claim, also written as text. */
export function wireFlag(record: WireRecord | undefined, name: string): boolean | undefined {
  const value = wireValue(record, name);
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  const text = value.trim().toLowerCase();
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

/** A moment, stray spaces and offsets included (contract scenario list-subscriptions, notes). */
export function wireInstant(record: WireRecord | undefined, name: string): Instant | undefined {
  const text = wireText(record, name);
  return text === undefined ? undefined : readInstant(text);
}

/** A list, plain or wrapped as `{ value: [...] }` or `{ values: [...] }`. Anything else is an empty list. */
export function wireList(record: WireRecord | undefined, name: string): readonly unknown[] {
  const value = wireValue(record, name);
  if (Array.isArray(value)) return value;
  const wrapped = wireRecord(value);
  const inner = wireValue(wrapped, 'value') ?? wireValue(wrapped, 'values');
  return Array.isArray(inner) ? inner : [];
}

/** The texts of a list; numbers become text, anything else is left out. */
export const wireTexts = (record: WireRecord | undefined, name: string): string[] =>
  wireList(record, name).flatMap((value) =>
    typeof value === 'string' ? [value] : typeof value === 'number' ? [String(value)] : [],
  );

/** Leaves out the members that are undefined, so that optional members are absent rather than undefined. */
export type Present<Shape> = { [Name in keyof Shape as undefined extends Shape[Name] ? never : Name]: Shape[Name] } & {
  [Name in keyof Shape as undefined extends Shape[Name] ? Name : never]?: Exclude<Shape[Name], undefined>;
};
export function present<Shape extends object>(shape: Shape): Present<Shape> {
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as Present<Shape>;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: false });
/** The text of a reply's bytes, without a leading byte order mark. */
export const textOf = (bytes: Uint8Array): string => decoder.decode(bytes);

/** Parses the bytes of a JSON reply. `malformed` when they are cut short or no JSON at all. */
export function readJson(bytes: Uint8Array): Result<unknown, 'malformed'> {
  try {
    const value: unknown = JSON.parse(textOf(bytes));
    return ok(value);
  } catch {
    return err('malformed');
  }
}
