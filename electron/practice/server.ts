import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Answer, Route } from './call.ts';
import { addControlRoutes, injectFault } from './control.ts';
import { notFound, refuse } from './errors.ts';
import { exchange, type ExchangeContext } from './exchange.ts';
import type { Fault } from './fault-schemas.ts';
import { createFaultBoard } from './faults.ts';
import { addPortalRoutes } from './portal/portal.ts';
import { contractRoutes } from './routes.ts';
import type { SeedSize } from './seed/seed.ts';
import { openStore } from './store.ts';
import { createRequestBudget, type RequestLimits, unlimited } from './throttling.ts';
import { issueToken } from './token.ts';
import { bodyOf, callOf, deliver, UnreadableBody } from './wire.ts';

export type { Fault } from './fault-schemas.ts';

/** How to start a practice tenant. */
export interface PracticeOptions extends Partial<RequestLimits> {
  /** 0 or absent: any free port. */
  readonly port?: number;
  readonly seed: SeedSize;
  /** File that keeps the state over restarts; absent: memory only. */
  readonly stateFile?: string;
  readonly faults?: readonly Fault[];
  /** The clock of the tenant; the machine's when absent. */
  readonly now?: () => Date;
  /** One line a request, without bodies, tokens or codes of the portal. */
  readonly log?: (line: string) => void;
}

/** A running practice tenant. */
export interface PracticeServer {
  /** `http://127.0.0.1:N` */
  readonly url: string;
  /** An access token that is good for an hour. */
  readonly token: string;
  close(): Promise<void>;
}

interface Running extends ExchangeContext {
  readonly originOf: () => string;
}

function sendRefusal(running: Running, request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply {
  const call = callOf(request, undefined, { state: running.store.state, origin: running.originOf(), now: running.now() });
  return deliver(reply, call, { answer, delivery: 'whole' });
}

function addContractRoute(server: FastifyInstance, running: Running, route: Route): void {
  server.route({
    method: route.method,
    url: route.path,
    handler: async (request, reply) => {
      const body = bodyOf(request);
      const createCall = (): ReturnType<typeof callOf> =>
        callOf(request, body, {
          state: running.store.state,
          origin: running.originOf(),
          now: running.now(),
        });
      const call = createCall();
      const outcome = await exchange(running, route, () => ({
        ...createCall(),
        requestId: call.requestId,
        correlationId: call.correlationId,
      }));
      return deliver(reply, call, outcome);
    },
  });
}

/** The path of a request without its query; of the portal only the pattern, because its links are as good as a password. */
function loggedPath(request: FastifyRequest): string {
  const route = request.routeOptions.url ?? '';
  return route.startsWith('/portal/') ? route : (request.url.split('?', 1)[0] ?? '').replace(/^\/+portal\/.*/isu, '/portal/*');
}

function createServer(now: () => Date, log: ((line: string) => void) | undefined): FastifyInstance {
  const server = fastify({
    bodyLimit: 1_048_576,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    routerOptions: { caseSensitive: false, maxParamLength: 500, ignoreTrailingSlash: true },
    frameworkErrors: (_error, _request, reply) => {
      reply.hijack();
      reply.raw.writeHead(400, { 'Content-Type': 'application/json; charset=utf-8' });
      reply.raw.end(JSON.stringify(refuse(400, '800002', 'The address cannot be read.').body));
    },
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    done(null, body);
  });
  // the clock of the tenant is the one its answers tell
  server.addHook('onSend', (_request, reply, _payload, done) => {
    reply.header('Date', now().toUTCString());
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    log?.(`${request.method} ${loggedPath(request)} ${reply.statusCode} ${Math.round(reply.elapsedTime)}ms`);
    done();
  });
  return server;
}

function statusOf(error: unknown): number {
  return typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 500;
}

function addErrorAnswers(server: FastifyInstance, running: Running, log: ((line: string) => void) | undefined): void {
  server.setNotFoundHandler((request, reply) =>
    sendRefusal(running, request, reply, notFound(request.url.split('?', 1)[0] ?? '')),
  );
  server.setErrorHandler((error, request, reply) => {
    const status = error instanceof UnreadableBody ? 400 : statusOf(error);
    if (status >= 500) log?.(`bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    const answer =
      status >= 500 ? refuse(500, '800003', 'Unexpected error.') : refuse(status, '800002', 'The request cannot be read.');
    return sendRefusal(running, request, reply, answer);
  });
}

/**
 * Starts the embedded practice tenant on 127.0.0.1: the Partner Center contract over real HTTP, with state in memory or in a
 * file, faults and a ledger below `/_practice`. Throws when the port is taken or the state file belongs to another seed.
 */
export async function startPractice(options: PracticeOptions): Promise<PracticeServer> {
  const closing = new AbortController();
  const now = options.now ?? ((): Date => new Date());
  const server = createServer(now, options.log);
  let origin = '';
  const running: Running = {
    store: openStore(options.seed, options.stateFile, now()),
    faults: createFaultBoard(),
    budget: createRequestBudget(),
    limits: { ...unlimited, ...options },
    closing: closing.signal,
    now,
    originOf: () => origin,
  };
  for (const fault of options.faults ?? []) injectFault(running, fault);
  addControlRoutes(server, running, running.originOf);
  addPortalRoutes(server, running);
  for (const route of contractRoutes) addContractRoute(server, running, route);
  addErrorAnswers(server, running, options.log);
  origin = await server.listen({ host: '127.0.0.1', port: options.port ?? 0 }).catch((error: unknown) => {
    running.store.close();
    throw error;
  });
  return {
    url: origin,
    token: issueToken(running.store.state, origin, now()),
    close: async () => {
      closing.abort();
      running.faults.clear();
      await server.close();
      running.store.close();
    },
  };
}
