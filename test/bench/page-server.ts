import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };

export interface PageServer {
  readonly url: string;
  close(): void;
}

/** Serves the built page and the list pages on localhost. */
export async function servePages(folder: string, pages: readonly Uint8Array[]): Promise<PageServer> {
  const answer = async (path: string, response: ServerResponse): Promise<void> => {
    const number = /^\/pages\/(\d+)$/u.exec(path)?.[1];
    const file = /^\/(?:assets\/)?[\w.-]+$/u.test(path) ? path : '/index.html';
    const body = number === undefined ? await readFile(join(folder, file)) : pages[Number(number)];
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
    response.end(body);
  };
  const server = createServer((request, response) => {
    answer(request.url ?? '/', response).catch((error: unknown) => {
      response.writeHead(404);
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
