import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ExchangeContext } from '../exchange.ts';
import { bodyOf, paramsOf, queryOf } from '../wire.ts';
import { agreementPageRoutes } from './agreement.ts';
import { customerPageRoutes } from './customer-page.ts';
import { invitationRoutes } from './invitation.ts';
import { languageOf } from './language.ts';
import { documentOf, pageHeaders, type PortalRoute, type Visit } from './page.ts';
import { partnerListRoutes } from './partner-list.ts';
import { relationshipRoutes } from './relationship.ts';
import { sentencesIn } from './sentences.ts';

/** Every address of the practice portal. */
export const portalRoutes: readonly PortalRoute[] = [
  ...invitationRoutes, ...partnerListRoutes, ...customerPageRoutes, ...relationshipRoutes, ...agreementPageRoutes,
];

function visitOf(request: FastifyRequest, context: ExchangeContext): Visit {
  const language = languageOf(request.headers['accept-language']);
  const isForm = /x-www-form-urlencoded/iu.test(request.headers['content-type'] ?? '');
  const body = isForm ? bodyOf(request) : undefined;
  return {
    state: context.store.state,
    now: context.now(),
    language,
    say: sentencesIn(language),
    params: paramsOf(request),
    query: queryOf(request.url),
    form: new URLSearchParams(typeof body === 'string' ? body : ''),
  };
}

/**
 * The practice portal: the few pages that Partner Center has no API for. Its own website, in the language of the browser,
 * with no script. What is done there is written to the journal, not to the ledger of API calls.
 */
export function addPortalRoutes(server: FastifyInstance, context: ExchangeContext): void {
  for (const { method, path, answer } of portalRoutes) {
    server.route({
      method,
      url: path,
      handler: (request, reply) => {
        const visit = visitOf(request, context);
        const page = answer(visit);
        if (page.events !== undefined) context.store.control(page.events);
        return reply.code(page.status).headers(pageHeaders).send(documentOf(visit.language, page));
      },
    });
  }
}
