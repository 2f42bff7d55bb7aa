import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ExchangeContext } from './exchange.ts';
import { type Fault, faultSchema, requestFaultSchema, stateFaultSchema } from './fault-schemas.ts';
import { jsonOf } from './wire.ts';
import { provider } from './seed/provider.ts';
import { agreementLink, invitationLink, partnerListLink } from './portal/links.ts';
import { currentRefreshToken } from './token.ts';

/** Puts a fault in force and gives its id; faults of the state have none. */
export function injectFault(context: ExchangeContext, fault: Fault): string | undefined {
  const request = requestFaultSchema.safeParse(fault);
  if (request.success) return context.faults.add(request.data);
  const at = context.now().toISOString();
  context.store.control([{ type: 'condition-set', condition: stateFaultSchema.parse(fault), at }]);
  return undefined;
}

function answerFault(context: ExchangeContext, body: unknown, reply: FastifyReply): unknown {
  if (z.object({ clear: z.literal(true) }).safeParse(body).success) {
    context.faults.clear();
    context.store.control([{ type: 'conditions-cleared' }]);
    return { cleared: true };
  }
  const parsed = faultSchema.safeParse(body);
  if (!parsed.success) return reply.code(400).send({ error: 'not a fault', issues: parsed.error.issues });
  const id = injectFault(context, parsed.data);
  return reply.code(201).send(id === undefined ? { fault: parsed.data } : { id, fault: parsed.data });
}

function signIn(context: ExchangeContext, origin: string): object {
  return {
    authority: origin,
    tenantId: provider.tenantId,
    clientId: provider.clientId,
    refreshToken: currentRefreshToken(context.store.state),
    userName: provider.userName,
    displayName: provider.displayName,
    organization: provider.companyName,
    mpnId: provider.mpnId,
    partnerLink: invitationLink(context.store.state, origin),
    portalUrl: partnerListLink(context.store.state, origin),
    agreementLink: agreementLink(context.store.state, origin),
    resource: origin,
  };
}

// asked of the matched route, never of the path as sent
function isPortal(request: FastifyRequest): boolean {
  return request.routeOptions.url?.startsWith('/portal/') === true;
}

// browsers send Origin with a form, also with one of our own portal
function isOwnForm(request: FastifyRequest, origin: string): boolean {
  return isPortal(request) && request.headers.origin === origin;
}

// a browser says where a form comes from also where it leaves Origin out; a link may come from anywhere, e.g. from webmail
function isForeignForm(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  return request.method === 'POST' && isPortal(request) && site !== undefined && site !== 'same-origin';
}

function isFromHere(request: FastifyRequest, origin: string): boolean {
  const [name] = (request.headers.host ?? '').split(':');
  if ((name !== '127.0.0.1' && name !== 'localhost') || isForeignForm(request)) return false;
  return request.headers.origin === undefined || isOwnForm(request, origin);
}

/**
 * The part of the practice tenant that Partner Center does not have: sign-in, faults, release, ledger, log of the portal.
 * A request with an Origin header, or one that names another host (DNS rebinding), comes from a web page and is refused,
 * whatever its path: paths match in any letter case and spelling, so a look at the path would let some through. The only
 * Origin that is let in is the server's own, and on the portal's pages alone.
 */
export function addControlRoutes(server: FastifyInstance, context: ExchangeContext, originOf: () => string): void {
  server.addHook('onRequest', async (request, reply) => {
    if (!isFromHere(request, originOf())) await reply.code(403).send({ error: 'not for web pages' });
  });
  server.get('/_practice/sign-in', () => signIn(context, originOf()));
  server.get('/_practice/ledger', () => context.store.ledger());
  server.get('/_practice/portal-log', () => ({ events: context.store.portalLog() }));
  server.get('/_practice/faults', () => ({ faults: context.faults.list(), conditions: context.store.state.conditions.faults }));
  server.post('/_practice/faults', (request, reply) => answerFault(context, jsonOf(request), reply));
  server.post('/_practice/release', (request) => {
    const read = z.object({ id: z.string().optional() }).safeParse(jsonOf(request) ?? {});
    return { released: read.success ? context.faults.release(read.data.id) : 0 };
  });
}
