import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'oxc-parser';

export interface Asset {
  readonly path: string;
  readonly gzipBytes: number;
}

export interface RendererSize {
  /** Scripts loaded before anything is shown: the entry and what it imports statically. */
  readonly scripts: readonly Asset[];
  readonly styles: readonly Asset[];
}

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\b${name}="([^"]+)"`).exec(tag)?.[1];

/** Measures a built renderer from its index.html; undefined when it is not built. */
export function measureRenderer(folder: string): RendererSize | undefined {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return undefined;
  const html = readFileSync(page, 'utf8');
  const entries = [...html.matchAll(/<script\b[^>]*>/g)].flatMap(([tag]) => attribute(tag, 'src') ?? []);
  const sheets = [...html.matchAll(/<link\b[^>]*>/g)].flatMap(([tag]) =>
    attribute(tag, 'rel') === 'stylesheet' ? (attribute(tag, 'href') ?? []) : [],
  );
  const scripts = new Set<string>();
  const follow = (path: string): void => {
    if (scripts.has(path)) return;
    scripts.add(path);
    const { module } = parseSync(path, readFileSync(join(folder, path), 'utf8'));
    const sources = [
      ...module.staticImports.map((one) => one.moduleRequest.value),
      ...module.staticExports.flatMap((one) => one.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ];
    for (const source of sources) if (source.startsWith('.')) follow(posix.join(posix.dirname(path), source));
  };
  for (const entry of entries) follow(inFolder(entry));
  return {
    scripts: [...scripts].map((path) => measure(folder, path)),
    styles: sheets.map((path) => measure(folder, inFolder(path))),
  };
}

/** `./assets/a.js` and `/assets/a.js` -> `assets/a.js`. */
const inFolder = (address: string): string => posix.normalize(address.replace(/^\//, ''));

const measure = (folder: string, path: string): Asset => ({ path, gzipBytes: gzipSync(readFileSync(join(folder, path))).length });
