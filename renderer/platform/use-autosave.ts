import { useCallback, useEffect, useRef, useState } from 'react';

/** How long typing may go on before it is kept. */
const pauseMs = 400;

export interface Autosave {
  /** Keeps what is waiting to be kept, now. */
  readonly flush: () => Promise<void>;
  /** Forgets what is waiting, for drafts that were confirmed or dropped. */
  readonly discard: () => void;
  readonly isSaved: boolean;
}

/**
 * Keeps a value some moments after its last change, and at once when the screen is left or the window closes. Nothing
 * is kept before the first change: a screen that was only looked at leaves nothing behind.
 */
export function useAutosave<Value>(value: Value, isChanged: boolean, save: (value: Value) => Promise<void>): Autosave {
  const pending = useRef<Value>(undefined);
  const isOver = useRef(false);
  const [saved, setSaved] = useState<Value>();
  const flush = useCallback(async () => {
    const next = pending.current;
    pending.current = undefined;
    if (next === undefined) return;
    await save(next);
    setSaved(() => next);
  }, [save]);
  useEffect(() => {
    if (!isChanged || isOver.current) return;
    pending.current = value;
    const timer = setTimeout(() => void flush(), pauseMs);
    return () => clearTimeout(timer);
  }, [value, isChanged, flush]);
  useEffect(() => {
    const leave = (): void => void flush();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [flush]);
  const discard = useCallback(() => {
    isOver.current = true;
    pending.current = undefined;
  }, []);
  return { flush, discard, isSaved: saved === value };
}
