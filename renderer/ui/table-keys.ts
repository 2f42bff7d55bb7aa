const steps: Readonly<Record<string, (active: number, page: number, last: number) => number>> = {
  ArrowDown: (active, _page, last) => Math.min(last, active + 1),
  ArrowUp: (active) => Math.max(0, active - 1),
  PageDown: (active, page, last) => Math.min(last, active + page),
  PageUp: (active, page) => Math.max(0, active - page),
  Home: () => 0,
  End: (_active, _page, last) => last,
};

/** Where a key leads from a row; undefined when it leads nowhere. */
export const rowAfterKey = (key: string, active: number, page: number, last: number): number | undefined =>
  last < 0 ? undefined : steps[key]?.(active, page, last);

const reachable = 'a, button, input, select';

/** The first control of a row: of what it shows below itself while it is open, else of its own cells but the first. */
export function firstControl(table: Element | null, index: number): HTMLElement | undefined {
  const own = `[data-index="${index}"] > :not([data-lead])`;
  const found = [`[data-opened="${index}"] :is(${reachable})`, `${own} :is(a, button)`].map((one) => table?.querySelector<HTMLElement>(one));
  return found.find((one) => one !== null && one !== undefined) ?? undefined;
}

/** The control beside another one in what an opened row shows; undefined at its ends, and in every other row. */
export function controlBeside(target: Element, key: string): HTMLElement | undefined {
  const by = { ArrowDown: 1, ArrowUp: -1 }[key];
  const controls = [...(target.closest('[data-opened]')?.querySelectorAll<HTMLElement>(reachable) ?? [])];
  const at = controls.findIndex((one) => one === target);
  return by === undefined || at < 0 ? undefined : controls[at + by];
}
