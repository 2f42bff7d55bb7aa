/** A sheet of paper: what stands on it, top to bottom. */
export interface PrintedSheet {
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly listTitle: string;
  readonly list: readonly string[];
  readonly foot: string;
}

/** Where nothing tells that it was printed, the sheet is gone after this time all the same. */
const patienceMs = 10_000;

const style = `
@media screen { .printed-sheet { display: none } }
@media print {
  body > :not(.printed-sheet) { display: none !important }
  .printed-sheet { color: #000; background: #fff; font: 12pt/1.5 system-ui, "Segoe UI", sans-serif }
  .printed-sheet h1 { font-size: 18pt } .printed-sheet h2 { font-size: 13pt }
  .printed-sheet dl { display: grid; grid-template-columns: max-content 1fr; gap: 6pt 16pt; align-items: baseline }
  .printed-sheet dd { margin: 0; font: 14pt ui-monospace, Consolas, monospace; overflow-wrap: anywhere }
}`;

function element(name: string, text = '', ...children: readonly Node[]): HTMLElement {
  const made = document.createElement(name);
  if (text !== '') made.textContent = text;
  made.append(...children);
  return made;
}

function drawn({ title, facts, listTitle, list, foot }: PrintedSheet): HTMLElement {
  const sheet = element(
    'section', '',
    element('style', style),
    element('h1', title),
    element('dl', '', ...facts.flatMap(({ label, value }) => [element('dt', label), element('dd', value)])),
    element('h2', listTitle),
    element('ol', '', ...list.map((item) => element('li', item))),
    element('p', foot),
  );
  sheet.className = 'printed-sheet';
  return sheet;
}

/**
 * Prints one sheet and nothing else of the window. It is in the page only while the system takes it: on the screen it is never
 * seen, and it does not stay (decision D8).
 */
export function printSheet(sheet: PrintedSheet): void {
  const page = drawn(sheet);
  let isTaken = false;
  const take = (): void => {
    isTaken = true;
  };
  const remove = (): void => page.remove();
  window.addEventListener('beforeprint', take, { once: true });
  window.addEventListener('afterprint', remove, { once: true });
  document.body.append(page);
  try {
    window.print();
  } finally {
    window.removeEventListener('beforeprint', take);
    // Printing begins before print() returns, or, in a page that is still loading, some time later.
    if (isTaken) remove();
    else setTimeout(remove, patienceMs);
  }
}
