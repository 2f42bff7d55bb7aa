import { inflateSync } from 'node:zlib';

/** A PDF as far as a test asks about it. */
export interface ReadPdf {
  readonly pages: number;
  /** Width and height of the first page in points, rounded. */
  readonly size: readonly [number, number];
  readonly isTagged: boolean;
  /** Of the whole document. */
  readonly language: string;
  readonly title: string;
  /** Kinds of structure elements, each once: headings, tables, lists. */
  readonly tags: ReadonlySet<string>;
  /** What is printed, in the order of printing; blanks are left out and ligatures taken apart: the printer sets words by place. */
  readonly text: string;
}

interface PdfObject {
  readonly head: string;
  readonly stream: string;
}

function inflated(head: string, raw: string): string {
  const bytes = Buffer.from(raw, 'latin1');
  return head.includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : raw;
}

/** Objects by their number. A PDF with packed objects is refused: its text would be missed. */
function objectsOf(file: string): ReadonlyMap<string, PdfObject> {
  if (!file.startsWith('%PDF-') || !file.trimEnd().endsWith('%%EOF')) throw new Error('no whole PDF');
  if (file.includes('/ObjStm')) throw new Error('a PDF with packed objects');
  const objects = new Map<string, PdfObject>();
  const start = /(\d+) 0 obj\n/gu;
  for (let found = start.exec(file); found !== null; found = start.exec(file)) {
    const rest = file.slice(start.lastIndex);
    const head = rest.slice(0, /\nendobj|>> stream\r?\n|>>\nstream\r?\n/u.exec(rest)?.index ?? 0);
    const body = /^(?:>>)?\s*stream\r?\n/u.exec(rest.slice(head.length));
    const length = Number(/\/Length (\d+)/u.exec(head)?.[1] ?? 0);
    const from = head.length + (body?.[0].length ?? 0);
    objects.set(found[1] ?? '', { head, stream: body === null ? '' : inflated(head, rest.slice(from, from + length)) });
    // what lies in a stream is no object
    if (body !== null) start.lastIndex += from + length;
  }
  return objects;
}

const units = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** What each glyph of a font stands for (ToUnicode). */
function glyphsOf(cmap: string): ReadonlyMap<number, string> {
  const glyphs = new Map<number, string>();
  for (const [, block = ''] of cmap.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/gu))
    for (const [, glyph = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)>/gu)) glyphs.set(Number.parseInt(glyph, 16), units(text));
  for (const [, block = ''] of cmap.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/gu)) {
    for (const [, first = '', last = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/gu)) {
      const from = Number.parseInt(first, 16);
      for (let glyph = from; glyph <= Number.parseInt(last, 16); glyph += 1)
        glyphs.set(glyph, String.fromCodePoint((units(text).codePointAt(0) ?? 0) + glyph - from));
    }
  }
  return glyphs;
}

function textOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let glyphs: ReadonlyMap<number, string> = new Map();
  let text = '';
  for (const [, font, hex = ''] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([\dA-Fa-f]+)>(?=[^<>]*T[jJ])/gu)) {
    if (font !== undefined) glyphs = fonts.get(font) ?? new Map();
    for (const glyph of hex.match(/.{4}/gu) ?? []) text += glyphs.get(Number.parseInt(glyph, 16)) ?? '\ufffd';
  }
  return text;
}

/** Texts of an information dictionary: in brackets, or as UTF-16 in hexadecimal. */
function titleIn(head: string): string {
  const hex = /\/Title <FEFF(\w*)>/iu.exec(head)?.[1];
  return hex === undefined ? (/\/Title \(((?:\\.|[^\\)])*)\)/u.exec(head)?.[1] ?? '') : units(hex);
}

/** Reads a PDF as Chromium writes it: by its own words and glyphs, not by what we think is in it. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const objects = objectsOf(Buffer.from(bytes).toString('latin1'));
  const all = [...objects.values()];
  const at = (reference: string | undefined): PdfObject | undefined => objects.get(reference ?? '');
  const pages = all.filter(({ head }) => /\/Type \/Page\n/u.test(head));
  const text = pages.map(({ head }) => {
    const fonts = [...head.matchAll(/\/(F\d+) (\d+) 0 R/gu)].map(([, name = '', reference]) => {
      const cmap = /\/ToUnicode (\d+) 0 R/u.exec(at(reference)?.head ?? '')?.[1];
      return [name, glyphsOf(at(cmap)?.stream ?? '')] as const;
    });
    return textOf(at(/\/Contents (\d+) 0 R/u.exec(head)?.[1])?.stream ?? '', new Map(fonts));
  }).join('\n');
  const catalogue = all.find(({ head }) => /\/Type \/Catalog/u.test(head))?.head ?? '';
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/u.exec(pages[0]?.head ?? '') ?? [];
  return {
    pages: pages.length,
    size: [Math.round(Number(width)), Math.round(Number(height))],
    isTagged: /\/Marked true/u.test(catalogue) && all.some(({ head }) => head.includes('/StructTreeRoot')),
    language: /\/Lang \(([^)]*)\)/u.exec(catalogue)?.[1] ?? '',
    title: titleIn(all.find(({ head }) => head.includes('/Title '))?.head ?? ''),
    tags: new Set(all.flatMap(({ head }) => /\/Type \/StructElem\n\/S \/(\w+)/u.exec(head)?.[1] ?? [])),
    text: text.normalize('NFKC').replaceAll(/\s/gu, ''),
  };
}
