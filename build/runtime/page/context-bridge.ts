import type { Strict } from './strict.ts';

/** The preload's `contextBridge`. Self-contained: the page receives this function as source text. */
export const createContextBridge = (strict: Strict): object => {
  /** What the bridge lets through: copies of data, wrapped functions and promises; never ports or live objects. */
  const across = (value: unknown): unknown => {
    if (typeof value === 'function') {
      const inner = value as (...args: unknown[]) => unknown;
      return (...args: unknown[]): unknown => across(inner(...args.map(across)));
    }
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof MessagePort) throw new TypeError('An object could not be cloned.');
    if (value instanceof Promise) return passOn(value);
    if (Array.isArray(value)) return value.map(across);
    if (Object.prototype.toString.call(value) !== '[object Object]') return structuredClone(value);
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, across(inner)])));
  };
  const passOn = async (promise: Promise<unknown>): Promise<unknown> => {
    try {
      return across(await promise);
    } catch (error) {
      throw error instanceof Error ? structuredClone(error) : new Error(String(error));
    }
  };
  return strict('contextBridge', {
    exposeInMainWorld: (key: string, api: unknown): void => {
      if (key in globalThis) throw new Error(`Cannot bind an API on top of an existing property: ${key}`);
      Object.defineProperty(globalThis, key, { value: across(api), enumerable: true });
    },
  });
};
