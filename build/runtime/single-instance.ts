import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** What a second process tells the first before it leaves. */
export interface SecondInstance {
  readonly argv: readonly string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

/** This process's claim on a profile folder. */
export interface ProfileClaim {
  readonly isFirst: boolean;
  /** Hands the message to the process that holds the profile; resolves when it has been taken. */
  readonly tellFirst: (message: SecondInstance) => Promise<void>;
  readonly onSecond: (listener: (message: SecondInstance) => void) => void;
}

/** An address that disappears with its process: abstract socket on Linux, named pipe on Windows; elsewhere a file. */
const addressOf = (profile: string): string => {
  const name = `provider-desk-${createHash('sha256').update(profile).digest('hex').slice(0, 24)}`;
  if (process.platform === 'win32') {
    return `\\\\.\\pipe\\${name}`;
  }
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`);
};

const tell = (address: string, message: SecondInstance): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = createConnection(address);
    socket.on('error', reject);
    socket.on('close', () => resolve());
    socket.resume();
    socket.end(JSON.stringify(message));
  });

const listen = (address: string, listeners: Set<(message: SecondInstance) => void>): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      void text(socket).then((body) => {
        socket.end();
        if (body !== '') {
          const message = JSON.parse(body) as SecondInstance;
          listeners.forEach((listener) => listener(message));
        }
      }, () => socket.destroy());
    });
    server.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)));
    server.listen(address, () => {
      server.unref();
      resolve(true);
    });
  });

const isAnswering = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection(address, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

/** Claims a profile for this process. A file left by a killed process (macOS, BSD) is replaced. */
export const claimProfile = async (profile: string): Promise<ProfileClaim> => {
  const address = addressOf(profile);
  const listeners = new Set<(message: SecondInstance) => void>();
  let isFirst = await listen(address, listeners);
  if (!isFirst && !(await isAnswering(address))) {
    rmSync(address, { force: true });
    isFirst = await listen(address, listeners);
  }
  return {
    isFirst,
    tellFirst: (message) => tell(address, message),
    onSecond: (listener) => void listeners.add(listener),
  };
};
