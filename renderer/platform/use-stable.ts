import { useState } from 'react';

/** The same object for as long as its contents stay the same, so that effects run on changes of content alone. */
export function useStable<Value>(value: Value): Value {
  const [kept, setKept] = useState(value);
  if (JSON.stringify(kept) === JSON.stringify(value)) return kept;
  setKept(value);
  return value;
}
