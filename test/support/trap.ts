import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on this computer that nobody is supposed to reach. */
export interface Trap {
  readonly url: string;
  /** Method and path of whatever came. */
  readonly caught: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens a server that answers everybody, with leave for every origin, and notes who came. */
export async function openTrap(): Promise<Trap> {
  const caught: string[] = [];
  const server = createServer((request, response) => {
    caught.push(`${request.method} ${request.url}`);
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' }).end('{}');
  });
  server.on('upgrade', (request, socket) => {
    caught.push(`UPGRADE ${request.url}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    caught,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
