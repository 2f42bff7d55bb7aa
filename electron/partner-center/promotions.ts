import { readEligibilities } from '../../shared/partner-center/readers/promotions.ts';
import type { ServerCallInput, ServerCallOutput } from '../../shared/partner-center/server-call.ts';
import type { Answer } from './answer.ts';
import { ask } from './api.ts';
import type { Connection } from './http.ts';

/** verify-promotion-eligibility: a POST that changes nothing. An answer that leaves a line out is no answer. */
export async function checkPromotions(
  connection: Connection, { customerId, lines }: ServerCallInput<'check-promotions'>, requestId: string,
): Promise<Answer<ServerCallOutput<'check-promotions'>>> {
  const items = lines.map(({ lineId: _ours, ...line }, place) => ({ id: String(place), ...line }));
  return ask(connection, {
    method: 'POST',
    path: `/v1/customers/${customerId}/promotionEligibilities`,
    body: { items },
    requestId,
    read: (body) => {
      const judged = readEligibilities(body, items.length);
      return judged && {
        lines: judged.map((eligibilities, place) => ({ lineId: lines[place]?.lineId ?? place, eligibilities: [...eligibilities] })),
      };
    },
  });
}
