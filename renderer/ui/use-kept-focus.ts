import { useLayoutEffect, useRef } from 'react';
import type { FocusEvent, RefObject } from 'react';

const focusable = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

/** What goes on the box that keeps the focus inside. */
export interface KeptFocus {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly tabIndex: -1;
  readonly onFocus: (event: FocusEvent<HTMLDivElement>) => void;
  readonly onBlur: () => void;
}

/**
 * When what had the keyboard vanishes (a button that opened a form, a row that was dealt with), what stands in its place
 * gets it: without this the focus falls to the top of the document. Use it in the component that makes things vanish.
 */
export function useKeptFocus(): KeptFocus {
  const box = useRef<HTMLDivElement>(null);
  const held = useRef<{ readonly element: Element; readonly place: number }>(undefined);
  const inside = (): readonly HTMLElement[] => [...(box.current?.querySelectorAll<HTMLElement>(focusable) ?? [])];
  useLayoutEffect(() => {
    if (held.current === undefined || held.current.element.isConnected || document.activeElement !== document.body) return;
    const { place } = held.current;
    held.current = undefined;
    const next = inside();
    (next[Math.min(place, next.length - 1)] ?? box.current)?.focus();
  });
  return {
    ref: box,
    tabIndex: -1,
    onFocus: ({ target }) => {
      const place = inside().findIndex((one) => one === target);
      held.current = { element: target, place: Math.max(0, place) };
    },
    onBlur: () => {
      held.current = undefined;
    },
  };
}
