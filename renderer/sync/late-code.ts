/** Code that is not waited for. */
export interface LateCode<Part> {
  /** The part, once its code was read; read again after a reading that failed. */
  readonly get: () => Promise<Part>;
  /** Does something with it when it is there; where it cannot be, that was told. */
  readonly whenRead: (action: (part: Part) => unknown) => void;
}

/** Reads the code of a part of the app and starts it. Each reading that fails is told once and does not end the app. */
export function lateCode<Part>(read: () => Promise<Part>, report: (error: unknown) => void): LateCode<Part> {
  let reading: Promise<Part> | undefined;
  const get = (): Promise<Part> => {
    reading ??= read().catch((error: unknown) => {
      reading = undefined;
      report(error);
      throw error;
    });
    return reading;
  };
  const whenRead = (action: (part: Part) => unknown): void => void get().then(action, () => undefined);
  whenRead(() => undefined);
  return { get, whenRead };
}
