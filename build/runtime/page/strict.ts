/** Makes objects that throw on names they do not have, in the same words as the main process's half. */
export const createStrict =
  () =>
  <T extends object>(api: string, target: T): T =>
    new Proxy(target, {
      get: (object, key, receiver): unknown => {
        if (typeof key === 'symbol' || key in object || key === 'then') return Reflect.get(object, key, receiver);
        throw new Error(`not provided by the Chromium runtime: ${api}.${key}`);
      },
    });

export type Strict = ReturnType<typeof createStrict>;
