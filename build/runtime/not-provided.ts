/** Names that JavaScript and Node ask of any object (await, JSON, console, events): no use of an API. */
const askedByTheLanguage: ReadonlySet<string> = new Set(['then', 'toJSON', 'constructor', 'prototype', 'domain']);

const refuse = (name: string): never => {
  throw new Error(`not provided by the Chromium runtime: ${name}`);
};

const isKnown = (target: object, key: string | symbol): boolean =>
  typeof key === 'symbol' || key in target || askedByTheLanguage.has(key);

/**
 * The same object, except that reading or setting a name it does not have throws
 * "not provided by the Chromium runtime: API.NAME". Classes behind it must not use #private members.
 */
export const provided = <T extends object>(api: string, target: T): T =>
  new Proxy(target, {
    get: (object, key, receiver) => (isKnown(object, key) ? Reflect.get(object, key, receiver) : refuse(`${api}.${String(key)}`)),
    set: (object, key, value, receiver) =>
      isKnown(object, key) ? Reflect.set(object, key, value, receiver) : refuse(`${api}.${String(key)}`),
  });

/** Stands for a whole Electron module that the app does not use: importing it is fine, touching it throws. */
export const notProvided = (api: string): object => {
  // Only a function of this old kind can be the target of both calls and `new`.
  function blank(): void {}
  return new Proxy(blank, {
    get: (_target, key) => (typeof key === 'symbol' || key === 'then' ? undefined : refuse(`${api}.${key}`)),
    set: (_target, key) => refuse(`${api}.${String(key)}`),
    apply: () => refuse(api),
    construct: () => refuse(api),
  });
};
