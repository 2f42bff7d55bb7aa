import { failure } from '../../shared/contract/failure.ts';
import type { Failure } from '../../shared/contract/failure.ts';
import { PullRequest } from '../../shared/sync/pull.ts';
import type { PullJob, PullReply } from '../../shared/sync/pull.ts';
import { failureOf } from '../partner-center/errors.ts';
import { callServer } from '../partner-center/http.ts';
import type { Connection, HttpReply } from '../partner-center/http.ts';
import { pullCall } from '../partner-center/pull-calls.ts';
import { readJson } from '../../shared/partner-center/readers/case.ts';
import { nextPageOf } from './next-page.ts';

/** One end of a channel to the store worker; Electron's MessagePortMain fits it. */
export interface StreamPort {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: PullReply): void;
  start(): void;
  close(): void;
}

export interface PullParts {
  /** The way to the account's server, asked for each page: it may have moved. */
  readonly connect: () => Promise<Connection | Failure>;
  readonly isOnline: () => boolean;
  readonly unreachable: () => void;
  /** Resolves after so many seconds, or at once when the signal is aborted. */
  readonly pause: (seconds: number, signal: AbortSignal) => Promise<void>;
}

/** Pages read ahead of the store worker (pull.ts). */
const READ_AHEAD = 2;
const TRIES = 4;

interface Running {
  readonly jobId: number;
  credit: number;
  wake: (() => void) | undefined;
}

const codeOf = (value: Connection | Failure): value is Failure => 'code' in value;
const isCollection = (job: PullJob): boolean => job.kind !== 'price-sheet' && job.kind !== 'country-rules';

/**
 * Streams collections to the store worker: the bytes of each answer as they came, never parsed here (decisions D7, D17).
 * Jobs run one after the other; a page is asked for only while the worker has given credit for it.
 */
export function servePull(port: StreamPort, parts: PullParts): void {
  const stopped = new AbortController();
  const queue: { readonly jobId: number; readonly job: PullJob }[] = [];
  /** Credit that came for a job before its turn. */
  const earlyCredit = new Map<number, number>();
  let running: Running | undefined;

  const fetchPage = async (job: PullJob, continuation: string | undefined): Promise<HttpReply | Failure> => {
    for (let trial = 1; ; trial += 1) {
      if (!parts.isOnline()) return failure('offline');
      const connection = await parts.connect();
      if (codeOf(connection)) return connection;
      const reply = await callServer(connection, { ...pullCall(job, continuation), signal: stopped.signal });
      if (reply.outcome === 'replied' && reply.status >= 200 && reply.status < 300) return reply;
      const problem = reply.outcome === 'replied' ? failureOf(reply.status, jsonOf(reply), reply.ids) : reply.failure;
      if (problem.code === 'unreachable') parts.unreachable();
      const isPassing = reply.outcome === 'replied' ? reply.status >= 500 : reply.outcome !== 'not-sent';
      if (!isPassing || trial === TRIES || stopped.signal.aborted) return problem;
      await parts.pause(reply.outcome === 'throttled' ? reply.retryAfterSeconds : 2 ** (trial - 1) / 2, stopped.signal);
    }
  };

  const credit = (job: Running): Promise<void> =>
    new Promise((resolve) => {
      if (job.credit > 0 || stopped.signal.aborted) resolve();
      else job.wake = resolve;
    });

  const runJob = async (jobId: number, job: PullJob): Promise<void> => {
    const current: Running = { jobId, credit: READ_AHEAD + (earlyCredit.get(jobId) ?? 0), wake: undefined };
    earlyCredit.delete(jobId);
    running = current;
    let continuation = 'continuation' in job ? job.continuation : undefined;
    for (;;) {
      await credit(current);
      if (stopped.signal.aborted) return;
      const page = await fetchPage(job, continuation);
      if (stopped.signal.aborted) return;
      if ('code' in page) return port.postMessage({ type: 'job-failed', jobId, failure: page });
      const next = isCollection(job) ? nextPageOf(page.bytes) : undefined;
      current.credit -= 1;
      port.postMessage({ type: 'page', jobId, bytes: page.bytes, ...(next === undefined ? {} : { continuation: next }) });
      if (next === undefined || next === continuation) return port.postMessage({ type: 'job-done', jobId });
      continuation = next;
    }
  };

  let isWorking = false;
  const work = async (): Promise<void> => {
    if (isWorking) return;
    isWorking = true;
    for (let next = queue.shift(); next !== undefined && !stopped.signal.aborted; next = queue.shift()) {
      const { jobId, job } = next;
      await runJob(jobId, job).catch(() => {
        if (!stopped.signal.aborted) port.postMessage({ type: 'job-failed', jobId, failure: failure('internal') });
      });
    }
    running = undefined;
    isWorking = false;
  };

  const giveCredit = (jobId: number): void => {
    if (running?.jobId !== jobId) {
      earlyCredit.set(jobId, (earlyCredit.get(jobId) ?? 0) + 1);
      return;
    }
    running.credit += 1;
    running.wake?.();
    running.wake = undefined;
  };
  const stop = (): void => {
    stopped.abort();
    queue.length = 0;
    running?.wake?.();
  };

  port.on('message', ({ data }) => {
    const request = PullRequest.safeParse(data).data;
    if (request === undefined || stopped.signal.aborted) return;
    if (request.type === 'stop') {
      stop();
      port.close();
    } else if (request.type === 'more') giveCredit(request.jobId);
    else {
      queue.push(request);
      void work();
    }
  });
  port.on('close', stop);
  port.start();
}

function jsonOf(reply: HttpReply): unknown {
  const parsed = readJson(reply.bytes);
  return parsed.ok ? parsed.value : undefined;
}
