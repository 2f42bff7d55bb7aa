import { openMirror } from '../../../renderer/data/mirror/open-mirror.ts';
import { failure } from '../../../shared/contract/failure.ts';
import { PullRequest } from '../../../shared/sync/pull.ts';
import type { PullJob, PullReply } from '../../../shared/sync/pull.ts';
import type { Reseller } from '../../../shared/domain/reseller/reseller.ts';
import { benchAccount } from './account.ts';

interface Feed {
  readonly port: MessagePort;
  /** When the first page was handed over. */
  readonly startedAt: Promise<number>;
}

/** Resellers and whose customers they have, where they are wanted too. */
export interface Partners {
  readonly resellers: readonly Reseller[];
  /** Items of the customer list by tenant id of the reseller. */
  readonly customersOf: ReadonlyMap<string, readonly unknown[]>;
}

function partnersBody(job: PullJob, { resellers, customersOf }: Partners): object | undefined {
  if (job.kind === 'resellers') return { items: resellers.map(({ partnerId, ...one }) => ({ ...one, mpnId: partnerId })) };
  return job.kind === 'customers-of-reseller' ? { items: customersOf.get(job.resellerId) ?? [] } : undefined;
}

/** The main process's side of a pull, with pages at hand and only the customer list and partners to give; two pages ahead. */
export function feed(pages: readonly Uint8Array<ArrayBuffer>[], partners: Partners = { resellers: [], customersOf: new Map() }): Feed {
  const { port1, port2 } = new MessageChannel();
  const started = Promise.withResolvers<number>();
  const reply = (message: PullReply): void => port1.postMessage(message);
  let sent = 0;
  const send = (jobId: number): void => {
    const bytes = pages[sent];
    if (bytes === undefined) return;
    if (sent === 0) started.resolve(performance.now());
    sent += 1;
    reply({ type: 'page', jobId, bytes, ...(sent < pages.length ? { continuation: String(sent) } : {}) });
    if (sent === pages.length) reply({ type: 'job-done', jobId });
  };
  port1.addEventListener('message', (event: MessageEvent<unknown>) => {
    const request = PullRequest.parse(event.data);
    if (request.type === 'more') send(request.jobId);
    if (request.type !== 'job') return;
    const body = partners.resellers.length === 0 ? undefined : partnersBody(request.job, partners);
    if (body !== undefined) {
      reply({ type: 'page', jobId: request.jobId, bytes: new TextEncoder().encode(JSON.stringify(body)) });
      return reply({ type: 'job-done', jobId: request.jobId });
    }
    if (request.job.kind !== 'customers') {
      return reply({ type: 'job-failed', jobId: request.jobId, failure: failure('not-supported') });
    }
    send(request.jobId);
    send(request.jobId);
  });
  port1.start();
  return { port: port2, startedAt: started.promise };
}

/** Milliseconds from the first page handed over to the end of the pull: last page, index and switch committed. */
export async function pullIntoMirror(pages: readonly Uint8Array<ArrayBuffer>[]): Promise<number> {
  const mirror = await openMirror(benchAccount);
  const { port, startedAt } = feed(pages);
  await mirror.pull(port);
  return performance.now() - (await startedAt);
}
