import { Decimal } from 'decimal.js';
import type { CartLine, LinePromotion } from '../domain/cart/cart-line.ts';
import type { PromotionEligibility } from '../domain/catalogue/promotion.ts';
import type { ServerCallOutput } from '../partner-center/server-call.ts';
import type { PlaceOrderPayload } from './operation.ts';
import type { Difference } from './difference.ts';

type Judged = ServerCallOutput<'check-promotions'>['lines'][number];

const isSameId = (a: string | undefined, b: string): boolean => a?.toLowerCase() === b.toLowerCase();

function judgementOn({ id }: LinePromotion, judged: Judged | undefined): PromotionEligibility | undefined {
  const about = judged?.eligibilities ?? [];
  return about.find(({ promotionId }) => isSameId(promotionId, id)) ?? about.find(({ promotionId }) => promotionId === undefined);
}

function ineligible(lineId: number, promotion: LinePromotion, judgement: PromotionEligibility | undefined): Difference {
  const { id: promotionId, name, discount: before } = promotion;
  const reasons = judgement?.errors.map(({ type, text }) => ({ type, text: text.slice(0, 2000) })) ?? [];
  const limits = judgement?.errors.find(({ type }) => type === 'SeatCount');
  return {
    kind: 'promotion', lineId, promotionId, name, before,
    reasons: reasons.length > 0 ? reasons : [{ type: 'NoPromotionsAvailable', text: '' }],
    ...(limits?.minimumSeats !== undefined && { minimumSeats: limits.minimumSeats }),
    ...(limits?.maximumSeats !== undefined && { maximumSeats: limits.maximumSeats }),
    ...(limits?.availableSeats !== undefined && { availableSeats: limits.availableSeats }),
  };
}

function compareLine({ id, promotion }: CartLine, judged: Judged | undefined): Difference[] {
  if (!promotion || !judged) return [];
  const judgement = judgementOn(promotion, judged);
  if (!judgement?.isEligible) return [ineligible(id, promotion, judgement)];
  const { discount: before } = promotion;
  const { discount: after } = judgement;
  if (after === undefined || new Decimal(after).equals(before)) return [];
  return [{ kind: 'promotion', lineId: id, promotionId: promotion.id, name: promotion.name, reasons: [], before, after }];
}

/**
 * The promotions that were confirmed against what the server says of them for this customer now: one it may not have, or
 * that takes off something else, is a difference (verify-promotion-eligibility; failure story F21). Never trusted from the
 * catalogue: that knows no customer.
 */
export const comparePromotions = (payload: PlaceOrderPayload, answer: ServerCallOutput<'check-promotions'>): Difference[] =>
  payload.lines.flatMap((line) => compareLine(line, answer.lines.find(({ lineId }) => lineId === line.id)));
