import { randomUUID } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { app } from './app.ts';
import type { Core, MailClient } from './core.ts';
import { powerMonitor } from './desktop.ts';

/** What a test may ask of, or do to, a run. */
export interface ControlRequest {
  readonly ask: 'record' | 'set-online' | 'mail-client' | 'dialog-path' | 'power' | 'quit';
  readonly value?: string | boolean;
}

const asMailClient = (value: unknown): MailClient => (value === 'missing' || value === 'refusing' ? value : 'present');

const answer = (run: Core, request: ControlRequest): unknown => {
  switch (request.ask) {
    case 'record':
      return run.record;
    case 'set-online':
      run.record.isOnline = request.value === true;
      return {};
    case 'mail-client':
      run.record.mailClient = asMailClient(request.value);
      return {};
    case 'dialog-path':
      run.record.dialogPaths.push(String(request.value));
      return {};
    case 'power':
      powerMonitor.emit(String(request.value));
      return {};
    case 'quit':
      app.quit();
      return {};
  }
};

/**
 * For tests only: answers questions about the run on a secret loopback address, and writes that address together with
 * Chromium's DevTools address to the file the test named.
 */
export const openTestControl = async (run: Core, file: string): Promise<void> => {
  const { pid: chromiumPid, cdpUrl } = await run.chromium;
  const path = `/${randomUUID()}`;
  const server = createServer((request, response) => {
    if (request.url !== path) {
      response.writeHead(404).end();
      return;
    }
    void json(request).then(
      (body) => response.end(JSON.stringify(answer(run, body as ControlRequest))),
      () => response.writeHead(400).end(),
    );
  });
  server.unref();
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    const facts = { cdpUrl, pid: process.pid, chromiumPid, controlUrl: `http://127.0.0.1:${port}${path}` };
    writeFileSync(`${file}.part`, JSON.stringify(facts));
    renameSync(`${file}.part`, file);
  });
};
