import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import type { Connection, Tokens } from '../../../../electron/partner-center/http.ts';
import { openPause } from '../../../../electron/partner-center/pause.ts';
import { ok } from '../../../../shared/result.ts';

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** A real HTTP server that answers as told and remembers what it was asked. */
export async function localServer(
  answer: (response: ServerResponse, asked: Asked, count: number) => void,
): Promise<{ url: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      const one = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
      asked.push(one);
      answer(response, one, asked.length);
    });
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(portOf(server)));
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${port}`, asked };
}

/** An address on which nobody listens any more. */
export async function closedAddress(): Promise<string> {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(portOf(server)));
  });
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

/** A connection with tokens `token-1`, `token-2`, a new one after each refusal. */
export function connectionTo(url: string): Connection {
  let generation = 1;
  const tokens: Tokens = {
    access: (host) => Promise.resolve(ok(`${host}-token-${generation}`)),
    refuse: (host, token) => {
      if (token === `${host}-token-${generation}`) generation += 1;
    },
  };
  return { hosts: { api: url, pricing: url }, tokens, pause: openPause(), locale: 'it-IT' };
}
