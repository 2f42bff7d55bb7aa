/** Text that is HTML already; everything else is escaped. */
export interface Html {
  readonly html: string;
}

type Part = string | number | Html | undefined | readonly Html[];

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text made harmless between tags and in quoted attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (letter) => entities[letter] ?? '');
}

function htmlOf(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return 'html' in part ? part.html : part.map((one) => one.html).join('');
}

/** HTML from a template: what is put in is escaped unless it is {@link Html} itself. Attributes must stand in quotes. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: texts.map((text, place) => `${text}${htmlOf(parts[place])}`).join('') };
}
