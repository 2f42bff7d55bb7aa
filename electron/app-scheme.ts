import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { CustomScheme } from 'electron';

/** Our pages are a standard, secure origin of their own: app://desk. */
export const appScheme: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};
export const startPage = 'app://desk/index.html';

/**
 * The page may load its own files and talk to nobody (decision D10). Inline styles are allowed because the component
 * library (griffel) puts its style elements into the page.
 */
export const contentPolicy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:", "font-src 'self' data:",
  "connect-src 'self'", "worker-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon',
  '.woff': 'font/woff', '.woff2': 'font/woff2', '.ttf': 'font/ttf', '.map': 'application/json; charset=utf-8',
};

const headers = {
  'Content-Security-Policy': contentPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
};

const refuse = (status: 400 | 404 | 405): Response => new Response('', { status, headers });

/** The file behind an address of ours; undefined for another host and for a path that leaves the folder. */
export function fileOf(address: string, folder: string): string | undefined {
  // Not URL: it would tidy "..", and what asks for such a path is not our page.
  const found = /^app:\/\/desk(\/[^?#]*)?(?:[?#].*)?$/u.exec(address);
  if (found === null) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(found[1] ?? '/');
  } catch {
    return undefined;
  }
  if (path.includes('\0') || path.includes('\\') || path.split('/').includes('..')) return undefined;
  const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
  return file.startsWith(normalize(folder) + sep) ? file : undefined;
}

/** Serves the built pages in `folder` with a strict policy on every answer. */
export const servePages = (folder: string) => async (request: Request): Promise<Response> => {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  const file = fileOf(request.url, folder);
  if (file === undefined) return refuse(400);
  const type = types[extname(file)];
  const bytes = type === undefined ? undefined : await readFile(file).catch(() => undefined);
  if (type === undefined || bytes === undefined) return refuse(404);
  return new Response(new Uint8Array(bytes), { headers: { ...headers, 'Content-Type': type } });
};
