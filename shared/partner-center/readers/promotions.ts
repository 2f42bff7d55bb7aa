import { PromotionRefusal } from '../../domain/catalogue/promotion.ts';
import type { PromotedProduct, Promotion, PromotionEligibility } from '../../domain/catalogue/promotion.ts';
import { present, wireFlag, wireInstant, wireInteger, wireList, wirePart, wireRecord, wireText, wireValue } from './case.ts';
import type { WireRecord } from './case.ts';
import { readCollection } from './collection.ts';
import { readBillingCycle, readTermDuration } from './terms.ts';

/** A fraction of the price as a cart line may carry it; anything else, a fixed price say, is no discount we can show. */
const fraction = /^0(\.\d+)?$|^1(\.0+)?$/;

function discountOf(product: WireRecord | undefined): string | undefined {
  const policy = wireList(product, 'pricingPolicies').map(wireRecord)
    .find((one) => wireText(one, 'policyType')?.toLowerCase() === 'percentdiscount');
  const value = wireText(policy, 'value');
  return value !== undefined && fraction.test(value) ? value : undefined;
}

function readProduct(item: unknown): readonly PromotedProduct[] {
  const product = wireRecord(item);
  const term = wirePart(product, 'term');
  const productId = wireText(product, 'productId');
  const skuId = wireText(product, 'skuId');
  const termDuration = readTermDuration(wireText(term, 'duration'));
  const billingCycle = readBillingCycle(wireText(term, 'billingCycle'));
  const discount = discountOf(product);
  if (!productId || !skuId || !termDuration || !billingCycle || discount === undefined) return [];
  return [{ productId, skuId, termDuration, billingCycle, discount }];
}

/** `CFQ7TTC0LF8Q/0001` of the wire as our `CFQ7TTC0LF8Q:0001`. */
function ownedSku(item: unknown): readonly string[] {
  const bigId = wireText(wireRecord(item), 'bigId');
  return bigId === undefined ? [] : [bigId.replace('/', ':')];
}

type Limits = Pick<Promotion, 'minimumSeats' | 'maximumSeats' | 'maximumUses' | 'isFirstPurchaseOnly' | 'ownedSkus'>;

/** What get-promotion adds: limits by seats, by use, and by what the customer has. */
function limitsOf(promotion: WireRecord | undefined): Limits {
  const constraints = wirePart(promotion, 'promotionConstraints');
  const [seats] = wireList(constraints, 'seatConstraints').map(wireRecord);
  const [uses] = wireList(constraints, 'assetOwnershipLimits').map(wireRecord);
  const isFirstPurchaseOnly = wireList(constraints, 'eligibilityConstraints').map(wireRecord)
    .some((one) => wireText(one, 'type')?.toLowerCase() === 'firstpurchase' && wireFlag(one, 'isApplicable') === true);
  const groups = wireList(constraints, 'productOwnershipConstraints')
    .map((group) => (Array.isArray(group) ? group.flatMap(ownedSku) : [...ownedSku(group)]))
    .filter((group) => group.length > 0);
  return present({
    minimumSeats: wireInteger(seats, 'minSeats'),
    maximumSeats: wireInteger(seats, 'maxSeats'),
    maximumUses: wireInteger(uses, 'maxAssets'),
    isFirstPurchaseOnly: isFirstPurchaseOnly || undefined,
    ownedSkus: groups.length > 0 ? groups : undefined,
  });
}

/**
 * One promotion, from the list or from get-promotion, which alone tells its limits. Undefined when it has no id. Products
 * of a term we cannot order, or with another kind of discount than a percentage, are left out.
 */
export function readPromotion(item: unknown): Promotion | undefined {
  const promotion = wireRecord(item);
  const id = wireText(promotion, 'id');
  if (id === undefined) return undefined;
  return {
    id,
    name: wireText(promotion, 'name') ?? id,
    description: wireText(promotion, 'description') ?? '',
    isAutoApplicable: wireFlag(wirePart(promotion, 'properties'), 'isAutoApplicable') ?? false,
    products: wireList(promotion, 'requiredProducts').flatMap(readProduct),
    ...present({ startsAt: wireInstant(promotion, 'startDate'), endsAt: wireInstant(promotion, 'endDate') }),
    ...limitsOf(promotion),
  };
}

const refusals = new Map(PromotionRefusal.options.map((type) => [type.toLowerCase(), type]));

function readError(item: unknown): PromotionEligibility['errors'][number] {
  const error = wireRecord(item);
  return {
    type: refusals.get(wireText(error, 'type')?.toLowerCase() ?? '') ?? 'Other',
    text: wireText(error, 'description') ?? '',
    ...present({
      minimumSeats: wireInteger(error, 'minimumRequiredSeats'),
      maximumSeats: wireInteger(error, 'maximumRequiredSeats'),
      availableSeats: wireInteger(error, 'availableSeats'),
    }),
  };
}

/** Not said to be eligible counts as not eligible. */
function readEligibility(item: unknown): PromotionEligibility {
  const eligibility = wireRecord(item);
  return {
    isEligible: wireFlag(eligibility, 'isEligible') ?? false,
    errors: wireList(eligibility, 'errors').map(readError),
    ...present({ promotionId: wireText(eligibility, 'promotionId') }),
  };
}

/**
 * The judgements on the `asked` lines, in the order they were asked (verify-promotion-eligibility). A line is known by its
 * id, the place it was asked at, or, where the reply names no ids, by its own place. Undefined when the reply is no list
 * or leaves a line out: nothing may be bought on half a judgement.
 */
export function readEligibilities(body: unknown, asked: number): readonly (readonly PromotionEligibility[])[] | undefined {
  const items = readCollection(body)?.items.map(wireRecord);
  if (items === undefined) return undefined;
  const byPlace = new Map(items.map((item, place) => [wireInteger(item, 'id') ?? place, item]));
  const lines = Array.from({ length: asked }, (_unused, place) => byPlace.get(place));
  if (lines.some((line) => !Array.isArray(wireValue(line, 'eligibilities')))) return undefined;
  return lines.map((line) => wireList(line, 'eligibilities').map(readEligibility));
}
