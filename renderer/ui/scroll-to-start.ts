/** Scrolls whatever the element stands in to its beginning, so that heading and steps above it are seen too. */
export function scrollToStart(element: HTMLElement | null): void {
  for (let around = element?.parentElement ?? null; around !== null; around = around.parentElement) around.scrollTop = 0;
}
