/** A question that is asked again and again. */
export interface Asking {
  /** Asks now, or once more when the answer that is on its way has come: however often it was asked meanwhile. */
  readonly ask: () => void;
  /** Nothing is heard after this. */
  readonly stop: () => void;
}

/** Asks one question at a time, so that a store that is slow to answer is never given more than it can do. */
export function oneAtATime<Value>(
  question: () => Promise<Value>, hear: (answer: { readonly value: Value } | { readonly error: unknown }) => void,
): Asking {
  let isStopped = false;
  let isAsked = false;
  let isAsking = false;
  const answers = async (): Promise<void> => {
    isAsking = true;
    while (isAsked) {
      isAsked = false;
      const answer = await question().then((value) => ({ value }), (error: unknown) => ({ error }));
      if (!isStopped) hear(answer);
    }
    isAsking = false;
  };
  return {
    ask: () => {
      isAsked = true;
      if (!isAsking) void answers();
    },
    stop: () => {
      isStopped = true;
      isAsked = false;
    },
  };
}
