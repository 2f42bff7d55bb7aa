/** Nothing of the window but the page is printed, and of the page nothing is seen on the screen. */
const style = `
@media screen { .printed-page { display: none } }
@media print {
  html, body { height: auto !important; overflow: visible !important; background: #fff !important }
  body > :not(.printed-page) { display: none !important }
}`;

/** On screen a part of a page, on paper a document of its own: its headings move up by one. */
function raiseHeadings(page: HTMLElement): void {
  for (const level of [2, 3]) {
    for (const heading of page.querySelectorAll(`h${level}`)) {
      const raised = document.createElement(`h${level - 1}`);
      raised.append(...heading.childNodes);
      heading.replaceWith(raised);
    }
  }
}

/**
 * Has a part of the window as the only thing that is printed while `print` runs, under a title and in a language of its own: both
 * go into the PDF.
 */
export async function asPrintedPage<Value>(
  part: Element, { title, language }: { readonly title: string; readonly language: string }, print: () => Promise<Value>,
): Promise<Value> {
  const page = document.createElement('div');
  page.className = 'printed-page';
  const rules = document.createElement('style');
  rules.textContent = style;
  page.append(rules, part.cloneNode(true));
  raiseHeadings(page);
  const before = { title: document.title, language: document.documentElement.lang };
  document.title = title;
  document.documentElement.lang = language;
  document.body.append(page);
  try {
    return await print();
  } finally {
    page.remove();
    if (document.title === title) document.title = before.title;
    document.documentElement.lang = before.language;
  }
}
