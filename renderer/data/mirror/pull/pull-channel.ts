import { failure } from '../../../../shared/contract/failure.ts';
import type { Failure } from '../../../../shared/contract/failure.ts';
import { PullReply } from '../../../../shared/sync/pull.ts';
import type { PullJob, PullRequest } from '../../../../shared/sync/pull.ts';

/** How a job ended. `stopped`: on request, or for a reason that stops the whole pull. */
export type JobEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'stopped'; readonly failure?: Failure };

/** Takes one page. False when it cannot be read: the rest of the job is let go by. */
export type PageTaker = (bytes: Uint8Array, continuation: string | undefined) => Promise<boolean>;

// What concerns the way to the server or the account concerns every job after it too.
const stopping: ReadonlySet<Failure['code']> = new Set([
  'offline', 'unreachable', 'no-answer', 'throttled',
  'sign-in-needed', 'mfa-needed', 'wrong-tenant', 'account-missing', 'keychain-missing',
]);

interface RunningJob {
  readonly jobId: number;
  readonly takePage: PageTaker;
  readonly end: (end: JobEnd) => void;
  readonly crash: (error: unknown) => void;
  /** Work on what has come so far, one page after the other. */
  work: Promise<void>;
  isWorking: boolean;
  isUnreadable: boolean;
}

/** The store's end of the pull port (shared/sync/pull.ts): one job at a time, one page of credit back for each page stored. */
export class PullChannel {
  private readonly port: MessagePort;
  private lastJobId = 0;
  private running: RunningJob | undefined;
  private isStopping = false;
  private isLost = false;

  constructor(port: MessagePort) {
    this.port = port;
    port.addEventListener('message', (event: MessageEvent<unknown>) => this.receive(event.data));
    port.addEventListener('close', () => this.lose());
    port.start();
  }

  /** Reads one collection. Pages are taken one after the other. Rejects only when `takePage` does. */
  read(job: PullJob, takePage: PageTaker): Promise<JobEnd> {
    if (this.isStopping) return Promise.resolve({ kind: 'stopped' });
    if (this.isLost) return Promise.resolve({ kind: 'stopped', failure: failure('no-answer') });
    this.lastJobId += 1;
    const jobId = this.lastJobId;
    return new Promise((resolve, reject) => {
      const end = (how: JobEnd): void => {
        this.running = undefined;
        resolve(how);
      };
      const crash = (error: unknown): void => {
        this.running = undefined;
        reject(error instanceof Error ? error : new Error(String(error)));
      };
      this.running = { jobId, takePage, end, crash, work: Promise.resolve(), isWorking: false, isUnreadable: false };
      this.send({ type: 'job', jobId, job });
    });
  }

  /** Stops after the page that is being stored, at once when there is none. */
  stop(): void {
    if (this.isStopping) return;
    this.isStopping = true;
    this.send({ type: 'stop' });
    if (this.running?.isWorking === false) this.running.end({ kind: 'stopped' });
  }

  close(): void {
    this.isLost = true;
    this.port.close();
  }

  private send(request: PullRequest): void {
    if (!this.isLost) this.port.postMessage(request);
  }

  private receive(message: unknown): void {
    const job = this.running;
    const read = PullReply.safeParse(message);
    if (!read.success) return job?.crash(new Error(`Not a reply of a pull: ${read.error.message}`));
    const reply = read.data;
    if (job === undefined || job.jobId !== reply.jobId) return;
    job.work = job.work.then(() => (this.running === job ? this.handle(job, reply) : undefined)).catch(job.crash);
  }

  private async handle(job: RunningJob, reply: PullReply): Promise<void> {
    if (reply.type === 'job-failed') {
      const { failure: why } = reply;
      job.end(stopping.has(why.code) ? { kind: 'stopped', failure: why } : { kind: 'failed', failure: why });
    } else if (reply.type === 'job-done') {
      job.end(job.isUnreadable ? { kind: 'failed', failure: failure('malformed-answer') } : { kind: 'done' });
    } else {
      await this.take(job, reply.bytes, reply.continuation);
    }
  }

  private async take(job: RunningJob, bytes: Uint8Array, continuation: string | undefined): Promise<void> {
    job.isWorking = true;
    if (!job.isUnreadable) job.isUnreadable = !(await job.takePage(bytes, continuation));
    job.isWorking = false;
    if (this.isStopping) job.end({ kind: 'stopped' });
    else this.send({ type: 'more', jobId: job.jobId });
  }

  private lose(): void {
    this.isLost = true;
    const job = this.running;
    if (job === undefined) return;
    job.work = job.work.then(() => job.end({ kind: 'stopped', failure: failure('no-answer') }));
  }
}
