import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Fault } from '../../electron/practice/fault-schemas.ts';
import type { Ledger } from '../../electron/practice/ledger.ts';
import { type PracticeOptions, startPractice } from '../../electron/practice/server.ts';

/** An answer of the practice tenant; `body` is parsed JSON, text, or undefined. */
export interface PracticeReply {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

/** What a call may carry besides method and path. */
export interface CallOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** MS-RequestId; a fresh GUID when absent. */
  readonly requestId?: string;
  /** Bearer token; the client's own when absent, none when empty. */
  readonly token?: string;
}

/** Talks to a practice tenant over HTTP, as any caller would. */
export interface PracticeClient {
  readonly url: string;
  readonly token: string;
  call(method: string, path: string, options?: CallOptions): Promise<PracticeReply>;
  ledger(): Promise<Ledger>;
  /** Injects a fault, or clears them all with `{ clear: true }`; gives the fault's id. */
  fault(fault: Fault | { readonly clear: true }): Promise<string | undefined>;
  release(id?: string): Promise<number>;
  /** Resolves when the fault holds a request. */
  untilHeld(id: string): Promise<void>;
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const faultList = z.object({ faults: z.array(z.object({ id: z.string(), waiting: z.number() })) });

/** A client for a practice tenant that runs at an address. */
export function practiceClient(url: string, token: string): PracticeClient {
  const call = async (method: string, path: string, options: CallOptions = {}): Promise<PracticeReply> => {
    const bearer = options.token ?? token;
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        Accept: 'application/json',
        'MS-RequestId': options.requestId ?? randomUUID(),
        'MS-CorrelationId': randomUUID(),
        ...(bearer === '' ? {} : { Authorization: `Bearer ${bearer}` }),
        ...(options.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...options.headers,
      },
      ...(options.body === undefined
        ? {}
        : { body: typeof options.body === 'string' ? options.body : JSON.stringify(options.body) }),
    });
    return { status: response.status, body: parsed(await response.text()), headers: response.headers };
  };
  const untilHeld = async (id: string): Promise<void> => {
    const { faults } = faultList.parse((await call('GET', '/_practice/faults')).body);
    if (!faults.some((fault) => fault.id === id && fault.waiting > 0)) await untilHeld(id);
  };
  return {
    url,
    token,
    call,
    untilHeld,
    ledger: async () => z.custom<Ledger>().parse((await call('GET', '/_practice/ledger')).body),
    fault: async (fault) =>
      z.object({ id: z.string().optional() }).parse((await call('POST', '/_practice/faults', { body: fault })).body).id,
    release: async (id) =>
      z.object({ released: z.number() }).parse((await call('POST', '/_practice/release', { body: { id } })).body).released,
  };
}

/** Starts a practice tenant inside this process, on any free port. `close` it after the test. */
export async function startPracticeClient(
  options: Partial<PracticeOptions> = {},
): Promise<PracticeClient & { readonly close: () => Promise<void> }> {
  const server = await startPractice({ seed: 'small', ...options });
  return { ...practiceClient(server.url, server.token), close: () => server.close() };
}

/** Starts the practice tenant's own command in a child process; `stop` ends it with a signal and waits for its end. */
export async function spawnPracticeClient(
  args: readonly string[],
): Promise<PracticeClient & { readonly stop: (signal: NodeJS.Signals) => Promise<number | null> }> {
  const child: ChildProcess = spawn(
    process.execPath,
    [fileURLToPath(new URL('../../electron/practice/cli.ts', import.meta.url)), ...args],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  if (child.stdout === null) throw new Error('the practice tenant has no output');
  const lines = createInterface({ input: child.stdout });
  const [line] = z.tuple([z.string()]).parse(await once(lines, 'line'));
  const { url, token } = z.object({ url: z.string(), token: z.string() }).parse(JSON.parse(line));
  return {
    ...practiceClient(url, token),
    stop: async (signal) => {
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}

/** The body of a customer that the practice tenant accepts; `domain` must be free. */
export function newCustomer(domain: string, resellerTenantId?: string): Readonly<Record<string, unknown>> {
  return {
    companyProfile: { domain },
    billingProfile: {
      email: 'paola.verdi@esempio.example',
      culture: 'it-IT',
      language: 'it',
      companyName: 'Officine Verdi S.r.l.',
      defaultAddress: {
        country: 'IT',
        city: 'Milano',
        state: 'MI',
        addressLine1: 'Via Roma 1',
        postalCode: '20121',
        firstName: 'Paola',
        lastName: 'Verdi',
        phoneNumber: '0255512345',
      },
    },
    ...(resellerTenantId === undefined ? {} : { associatedPartnerId: resellerTenantId }),
  };
}
