/** How one side turns bytes into text and back; Node and the page each have a fast way of their own. */
export interface ByteText {
  readonly toText: (bytes: Uint8Array) => string;
  readonly fromText: (text: string) => Uint8Array<ArrayBuffer>;
}

/** A value as it crosses the pipe: JSON, with every byte array moved out into `b` as base64. */
export interface Packed {
  readonly v: unknown;
  readonly b?: readonly string[];
}

/** Packs and unpacks what structured clone would carry, functions and cycles excepted. */
export interface Codec {
  readonly pack: (value: unknown) => Packed;
  readonly unpack: (packed: Packed) => unknown;
}

/**
 * Makes a codec. The function is self-contained because the page receives it as source text.
 * Marked values are `{ $: kind, ... }`; a plain object that has a `$` of its own is written as a list of entries.
 */
export const createCodec = (bytes: ByteText): Codec => {
  type Tree = { readonly [key: string]: unknown };
  const kindOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);
  const entriesOf = (value: object, put: (inner: unknown) => unknown): unknown[] =>
    Object.entries(value).map(([key, inner]) => [key, put(inner)]);

  const packBuffer = (value: ArrayBuffer | ArrayBufferView, texts: string[]): Tree => {
    const view = ArrayBuffer.isView(value)
      ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
      : new Uint8Array(value);
    texts.push(bytes.toText(view));
    return { $: 'bytes', k: kindOf(value), i: texts.length - 1 };
  };

  const packObject = (value: object, texts: string[], put: (inner: unknown) => unknown): unknown => {
    if (Array.isArray(value)) return value.map(put);
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return packBuffer(value, texts);
    if (value instanceof Date) return { $: 'date', t: value.getTime() };
    if (value instanceof Map) return { $: 'map', e: [...value].map(([key, inner]) => [put(key), put(inner)]) };
    if (value instanceof Set) return { $: 'set', e: [...value].map(put) };
    if (value instanceof Error) return { $: 'error', n: value.name, m: value.message, s: value.stack };
    if (kindOf(value) !== 'Object') throw new Error(`An object could not be cloned: ${kindOf(value)}`);
    const entries = entriesOf(value, put);
    return '$' in value ? { $: 'object', e: entries } : Object.fromEntries(entries as [string, unknown][]);
  };

  /** JSON knows neither minus zero nor numbers that are not finite. */
  const packNumber = (value: number): unknown => {
    if (Object.is(value, -0)) return { $: 'number', t: '-0' };
    return Number.isFinite(value) ? value : { $: 'number', t: String(value) };
  };

  const packValue = (value: unknown, texts: string[]): unknown => {
    const put = (inner: unknown): unknown => packValue(inner, texts);
    switch (typeof value) {
      case 'undefined':
        return { $: 'undefined' };
      case 'bigint':
        return { $: 'bigint', t: String(value) };
      case 'number':
        return packNumber(value);
      case 'object':
        return value === null ? null : packObject(value, texts, put);
      case 'function':
      case 'symbol':
        throw new Error(`An object could not be cloned: ${typeof value}`);
      default:
        return value;
    }
  };

  const unpackBuffer = (tree: Tree, texts: readonly string[]): unknown => {
    const data = bytes.fromText(texts[Number(tree['i'])] ?? '');
    if (tree['k'] === 'ArrayBuffer') return data.buffer;
    if (tree['k'] === 'Uint8Array') return data;
    const View = Reflect.get(globalThis, String(tree['k'])) as new (buffer: ArrayBuffer) => unknown;
    return new View(data.buffer);
  };

  const unpackError = (tree: Tree): Error => {
    const error = new Error(String(tree['m']));
    error.name = String(tree['n']);
    if (typeof tree['s'] === 'string') error.stack = tree['s'];
    return error;
  };

  const unpackMarked = (tree: Tree, texts: readonly string[], take: (inner: unknown) => unknown): unknown => {
    const list = (tree['e'] ?? []) as unknown[];
    const pairs = (): [unknown, unknown][] => (list as [unknown, unknown][]).map(([key, inner]) => [take(key), take(inner)]);
    switch (tree['$']) {
      case 'undefined':
        return undefined;
      case 'bigint':
        return BigInt(String(tree['t']));
      case 'number':
        return Number(tree['t']);
      case 'date':
        return new Date(tree['t'] === null ? Number.NaN : Number(tree['t']));
      case 'map':
        return new Map(pairs());
      case 'set':
        return new Set(list.map(take));
      case 'error':
        return unpackError(tree);
      case 'object':
        return Object.fromEntries(pairs() as [string, unknown][]);
      default:
        return unpackBuffer(tree, texts);
    }
  };

  const unpackValue = (tree: unknown, texts: readonly string[]): unknown => {
    const take = (inner: unknown): unknown => unpackValue(inner, texts);
    if (Array.isArray(tree)) return tree.map(take);
    if (typeof tree !== 'object' || tree === null) return tree;
    if ('$' in tree) return unpackMarked(tree, texts, take);
    return Object.fromEntries(Object.entries(tree).map(([key, inner]) => [key, take(inner)]));
  };

  return {
    pack: (value) => {
      const texts: string[] = [];
      const v = packValue(value, texts);
      return texts.length === 0 ? { v } : { v, b: texts };
    },
    unpack: (packed) => unpackValue(packed.v, packed.b ?? []),
  };
};
