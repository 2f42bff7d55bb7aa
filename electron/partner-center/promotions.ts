import { readEligibilities, readPromotion } from '../../shared/partner-center/readers/promotions.ts';
import type { ServerCallInput, ServerCallOutput } from '../../shared/partner-center/server-call.ts';
import type { Promotion, PromotionEligibility } from '../../shared/domain/catalogue/promotion.ts';
import { answered } from './answer.ts';
import type { Answer } from './answer.ts';
import { ask } from './api.ts';
import type { Connection } from './http.ts';

type Input = ServerCallInput<'check-promotions'>;
type Output = ServerCallOutput<'check-promotions'>;

/** verify-promotion-eligibility: a POST that changes nothing. An answer that leaves a line out is no answer. */
async function askEligibility(connection: Connection, { customerId, lines }: Input, requestId: string): Promise<Answer<Output>> {
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

/** get-promotion; one that cannot be had is no promotion, not trouble. */
async function askPromotion(connection: Connection, market: string, id: string): Promise<Answer<Promotion | undefined>> {
  const path = `/v1/productpromotions/${encodeURIComponent(id)}?country=${encodeURIComponent(market)}`;
  const answer = await ask(connection, { method: 'GET', path, read: (body) => readPromotion(body) });
  return answer.outcome === 'refused' ? answered(undefined, answer.failure.correlationId ?? '') : answer;
}

/** What the promotion takes off the product and pair of the line. */
function discountFor(promotion: Promotion | undefined, line: Input['lines'][number] | undefined): Pick<PromotionEligibility, 'discount'> {
  const [productId, skuId] = line?.catalogItemId.toUpperCase().split(':') ?? [];
  const product = promotion?.products.find((one) =>
    one.productId.toUpperCase() === productId && one.skuId.toUpperCase() === skuId
    && one.termDuration === line?.termDuration && one.billingCycle === line.billingCycle);
  return product === undefined ? {} : { discount: product.discount };
}

/** Which promotions a purchase may have now and, where the market is named, what each of them takes off. */
export async function checkPromotions(connection: Connection, input: Input, requestId: string): Promise<Answer<Output>> {
  const judged = await askEligibility(connection, input, requestId);
  if (judged.outcome !== 'answered' || input.market === undefined) return judged;
  const ids = new Set(judged.value.lines.flatMap(({ eligibilities }) =>
    eligibilities.flatMap(({ isEligible, promotionId }) => (isEligible ? (promotionId ?? []) : []))));
  const promotions = new Map<string, Promotion>();
  for (const id of ids) {
    const answer = await askPromotion(connection, input.market, id);
    if (answer.outcome !== 'answered') return answer;
    if (answer.value) promotions.set(id, answer.value);
  }
  const lines = judged.value.lines.map(({ lineId, eligibilities }) => {
    const asked = input.lines.find((line) => line.lineId === lineId);
    return {
      lineId,
      eligibilities: eligibilities.map((one) =>
        one.isEligible ? { ...one, ...discountFor(promotions.get(one.promotionId ?? ''), asked) } : one),
    };
  });
  return answered({ lines }, judged.correlationId);
}
