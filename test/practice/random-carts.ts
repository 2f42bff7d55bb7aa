import fc from 'fast-check';
import { addonBases, newAddonLine, withoutLine } from '../../shared/domain/cart/addons.ts';
import type { CartLine } from '../../shared/domain/cart/cart-line.ts';
import { endDateChoices } from '../../shared/domain/cart/end-dates.ts';
import { businessFamily, newLine, offerKeyOf, withReseller, withTerm } from '../../shared/domain/cart/line-rules.ts';
import { promotionsOf, promotionsOverLimit, withPromotion } from '../../shared/domain/cart/promotions.ts';
import type { Offer } from '../../shared/domain/catalogue/offer.ts';
import type { Promotion } from '../../shared/domain/catalogue/promotion.ts';
import type { CartDraft } from '../../shared/domain/draft.ts';
import type { CustomerReseller } from '../../shared/domain/reseller/customer-reseller.ts';
import type { Subscription } from '../../shared/domain/subscription/subscription.ts';
import { PartnerId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import { instantOf } from '../../shared/instant.ts';

/** What a random cart is made among. */
export interface CartWorld {
  readonly offers: readonly Offer[];
  readonly promotions: readonly Promotion[];
  readonly subscriptions: readonly Subscription[];
  readonly reseller: Extract<CustomerReseller, { kind: 'reseller' }>;
  readonly otherPartnerIds: readonly string[];
  readonly ownPartnerId: string;
  readonly segments: readonly Offer['segment'][];
  readonly now: Instant;
}

const number = fc.nat(10_000);
/** Nearly always what the screens offer, else anything at all. The ends of a range come too often for a die. */
const mostly = fc.integer({ min: 0, max: 18 }).map((die) => die !== 7);

const lineRecipe = fc.record({
  // one in two of the first few: what was bought before is what meets the limits
  offer: fc.oneof(fc.nat(6), number), isOffered: mostly, isSpecial: fc.boolean(), pair: number, isPair: mostly,
  quantity: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 60 }) },
    { weight: 1, arbitrary: fc.constantFrom(1, 4, 5, 24, 25, 26, 150, 299, 300, 301, 2401, 10_001) },
  ),
  base: number, isBased: mostly,
  promotion: fc.option(number, { freq: 4 }), isPromoted: mostly,
  end: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: number }), isAligned: mostly,
  renewsTo: fc.constantFrom(null, 'P1M', 'P1Y'),
  isAttested: mostly,
});
type LineRecipe = typeof lineRecipe extends fc.Arbitrary<infer Recipe> ? Recipe : never;

/** Random choices that make a cart in any world; they shrink to fewer and plainer lines. */
export const cartRecipe = fc.record({
  lines: fc.array(lineRecipe, { minLength: 1, maxLength: 4 }),
  additional: fc.oneof(
    { weight: 8, arbitrary: fc.constant<number[]>([]) },
    { weight: 1, arbitrary: fc.array(number, { minLength: 1, maxLength: 6 }) },
  ),
  isDirect: fc.integer({ min: 0, max: 40 }).map((die) => die === 23 || die === 31),
  isOwnIdUsed: fc.integer({ min: 0, max: 40 }).map((die) => die === 23),
});
export type CartRecipe = typeof cartRecipe extends fc.Arbitrary<infer Recipe> ? Recipe : never;

const chosen = <Item>(items: readonly Item[], place: number): Item | undefined => items[place % Math.max(1, items.length)];

// a SKU of another segment is looked for only now and then: most customers may not have it
function offerFor(recipe: LineRecipe, lines: readonly CartLine[], world: CartWorld): Offer | undefined {
  if (!recipe.isOffered) return chosen(world.offers, recipe.offer);
  const fitting = world.offers.filter((offer) =>
    world.segments.includes(offer.segment) && (!offer.isAddon || addonBases(offer, lines, world.subscriptions).length > 0));
  const isPromoted = (offer: Offer): boolean => world.promotions.some(({ products }) =>
    products.some((one) => one.productId === offer.productId && one.skuId === offer.skuId));
  const special = [
    ...fitting.filter(isPromoted),
    ...fitting.filter((offer) => offer.isTrial || offer.isAddon || offer.needsAttestation || businessFamily.has(offer.productId)),
  ];
  return chosen(recipe.isSpecial ? special : fitting, recipe.offer);
}

function baseFor(offer: Offer, recipe: LineRecipe, lines: readonly CartLine[], world: CartWorld): CartLine['addonOf'] {
  const fitting = recipe.isBased ? addonBases(offer, lines, world.subscriptions) : [];
  const any: CartLine['addonOf'][] = [
    ...lines.map((line) => ({ kind: 'line', lineId: line.id }) as const),
    ...world.subscriptions.map((one) => ({ kind: 'subscription', subscriptionId: one.id, name: one.friendlyName }) as const),
    { kind: 'subscription', subscriptionId: '00000000-0000-4000-8000-000000000000', name: 'nobody’s' },
    undefined,
  ];
  return chosen(fitting.length > 0 ? fitting : any, recipe.base);
}

function freshLine(offer: Offer, recipe: LineRecipe, lines: readonly CartLine[], world: CartWorld): CartLine | undefined {
  const isBased = offer.isAddon || (!recipe.isBased && recipe.base % 3 === 0);
  const base = isBased ? baseFor(offer, recipe, lines, world) : undefined;
  const made = offer.isAddon && base !== undefined
    ? newAddonLine(offer, base, lines, world.reseller)
    : newLine({ ...offer, isAddon: false }, lines, world.reseller);
  if (made.ok) return { ...made.value, ...(base === undefined ? {} : { addonOf: base }) };
  const plain = newLine({ ...offer, isAddon: false, isTrial: false }, [], world.reseller);
  const id = lines.reduce((highest, line) => Math.max(highest, line.id), -1) + 1;
  return plain.ok ? { ...plain.value, id, ...(base === undefined ? {} : { addonOf: base }) } : undefined;
}

function endFor(line: CartLine, offer: Offer, recipe: LineRecipe, world: CartWorld): Pick<CartLine, 'customTermEnd'> {
  if (recipe.end === null) return {};
  if (recipe.isAligned) {
    const choice = chosen(endDateChoices(line, offer, world.subscriptions, world.now), recipe.end);
    return choice === undefined ? {} : { customTermEnd: choice.at };
  }
  const ends = world.subscriptions.flatMap((one) => one.endsAt ?? []);
  const day = instantOf(new Date(Date.parse(world.now) + ((recipe.end % 1200) - 30) * 86_400_000));
  return { customTermEnd: recipe.end % 2 === 0 ? (chosen(ends, recipe.end) ?? day) : day };
}

const gonePromotion = { id: '39NFJQT1PQBI:0001:39NFJQT1Q5BI', name: 'ended' };

function promoted(line: CartLine, recipe: LineRecipe, world: CartWorld): CartLine {
  if (recipe.promotion === null) return line;
  const fitting = [...promotionsOf(line, world.promotions, world.now), ...promotionsOverLimit(line, world.promotions, world.now)];
  if (recipe.isPromoted) return withPromotion(line, chosen(fitting, recipe.promotion));
  const any = chosen([...world.promotions, gonePromotion], recipe.promotion);
  return any === undefined ? line : { ...line, promotion: { id: any.id, name: any.name, discount: '0.1' } };
}

function lineOf(recipe: LineRecipe, lines: readonly CartLine[], world: CartWorld): CartLine | undefined {
  const offer = offerFor(recipe, lines, world);
  const fresh = offer && freshLine(offer, recipe, lines, world);
  if (offer === undefined || fresh === undefined) return undefined;
  const pair = chosen(offer.terms, recipe.pair);
  const termed = pair === undefined ? fresh : withTerm(fresh, offer, pair.termDuration, pair.billingCycle);
  const paired: CartLine = recipe.isPair ? termed : { ...termed, termDuration: 'P3Y', billingCycle: 'annual' };
  const line: CartLine = {
    ...paired,
    quantity: recipe.isOffered && offer.isTrial
      ? 1 + (recipe.quantity % 25)
      : Math.max(recipe.isOffered ? offer.minimumQuantity : 1, recipe.quantity),
    ...endFor(paired, offer, recipe, world),
    ...(recipe.renewsTo === null || (recipe.isOffered && !offer.isTrial) ? {} : { renewsTo: recipe.renewsTo }),
    ...(offer.needsAttestation && recipe.isAttested ? { attestationAccepted: true } : {}),
  };
  return promoted(line, recipe, world);
}

/** The cart of a recipe: made with the functions the screens use, and now and then spoiled. */
export function cartFrom(recipe: CartRecipe, draft: CartDraft, world: CartWorld): CartDraft {
  let lines: readonly CartLine[] = [];
  for (const one of recipe.lines) {
    const line = lineOf(one, lines, world);
    if (line !== undefined) lines = [...lines, line];
    // a base that goes takes its add-ons along
    if (one.offer % 23 === 0 && lines.length > 1) lines = withoutLine(lines, lines[0]?.id ?? 0);
  }
  const credited = recipe.isOwnIdUsed ? { ...world.reseller, partnerId: PartnerId.parse(world.ownPartnerId) } : world.reseller;
  const reseller: CustomerReseller = recipe.isDirect ? { kind: 'direct', isConfirmed: true } : credited;
  const pool = [...world.otherPartnerIds, world.ownPartnerId, world.reseller.partnerId];
  // beside nobody they are not sent at all: that is refused here only
  const additional = recipe.isDirect ? [] : recipe.additional;
  const additionalPartnerIds = additional.map((place) => PartnerId.parse(chosen(pool, place)));
  return {
    ...draft,
    reseller,
    lines: withReseller(lines, reseller),
    ...(additionalPartnerIds.length > 0 ? { additionalPartnerIds } : {}),
  };
}

/** Offers by their keys, as cartProblems wants them. */
export const offersByKey = (offers: readonly Offer[], market: string): ReadonlyMap<string, Offer> =>
  new Map(offers.map((offer) => [offerKeyOf(market, offer), offer]));
