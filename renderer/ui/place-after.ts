const places = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled)';

/**
 * Where the keyboard goes on when an element is about to vanish: the next place after it in the page, or the last one before
 * it where none follows. Ask before it vanishes.
 */
export function placeAfter(element: HTMLElement): HTMLElement | undefined {
  const page = element.closest<HTMLElement>('main') ?? document.body;
  const all = [...page.querySelectorAll<HTMLElement>(places)].filter((place) => place.tabIndex >= 0);
  const inside = all.filter((place) => element.contains(place));
  const last = inside.at(-1);
  const at = last === undefined ? -1 : all.indexOf(last);
  return all.at(at + 1) ?? all.findLast((place) => !inside.includes(place));
}
