import type { Answer, Call } from './call.ts';
import { cycleOf, type RequestedLine } from './cart-requests.ts';
import { refuse } from './errors.ts';
import { eligibilityOf, type Eligibility } from './promotions.ts';
import { catalogItemIdOf, type CatalogueItem } from './seed/catalogue.ts';
import type { Customer } from './seed/customers.ts';

type AskedLine = Pick<RequestedLine, 'quantity' | 'termDuration' | 'billingCycle' | 'promotionId'>;

function judgementsOf(call: Call, customer: Customer, line: AskedLine, item: CatalogueItem): readonly Eligibility[] {
  const { promotionId } = line;
  const ask = {
    catalogItemId: catalogItemIdOf(item),
    quantity: line.quantity,
    termDuration: line.termDuration,
    billingCycle: cycleOf(line),
    ...(promotionId === undefined || promotionId === '' ? {} : { promotionId }),
  };
  return eligibilityOf(call.state, customer, ask, call.now);
}

/** Refuses a promotion that is not for this purchase, as verify-promotion-eligibility would say too (27007). */
export function refusePromotion(call: Call, customer: Customer, line: AskedLine, item: CatalogueItem): Answer | undefined {
  const { promotionId } = line;
  if (promotionId === undefined || promotionId === '') return undefined;
  const [judged] = judgementsOf(call, customer, line, item);
  if (judged?.isEligible === true) return undefined;
  return refuse(400, '27007', judged?.errors[0]?.description ?? 'The promotion is not valid.', [promotionId]);
}

/** What a line is sold with: the promotion it names, or one that applies by itself (list-promotions, isAutoApplicable). */
export function appliedPromotion(
  call: Call,
  customer: Customer,
  line: AskedLine,
  item: CatalogueItem,
): { readonly promotionId?: string | undefined; readonly discount?: string | undefined } {
  const isNamed = line.promotionId !== undefined && line.promotionId !== '';
  const found = judgementsOf(call, customer, line, item).find((one) => one.isEligible && (isNamed || one.isAutoApplicable));
  return found === undefined ? {} : { promotionId: found.promotionId, discount: found.discount };
}
