import type { Answer, Call } from './call.ts';
import { cycleOf, everyRequested, parentSubscriptionIdOf, type RequestedCart, requestedItem, type RequestedLine } from './cart-requests.ts';
import { refusePromotion } from './cart-promotions.ts';
import { refuseEndDate } from './end-dates.ts';
import { refuse } from './errors.ts';
import type { CatalogueItem } from './seed/catalogue.ts';
import { catalogItemIdOf } from './seed/catalogue.ts';
import { findCountry } from './seed/countries.ts';
import type { Customer } from './seed/customers.ts';
import { provider } from './seed/provider.ts';
import { qualifiedSegments } from './segments.ts';

/** Whether an add-on may be bought for a base. One that names no base fits every item that is no add-on itself. */
export function fitsBase(addon: CatalogueItem, base: CatalogueItem | undefined): boolean {
  if (!addon.isAddon || base === undefined || base.isAddon) return false;
  return addon.prerequisiteSkus.length === 0 || addon.prerequisiteSkus.includes(`${base.productId}:${base.skuId}`);
}

/** A known SKU with another availability is a stale id; anything else is told on the line. */
function isStale(line: RequestedLine, item: CatalogueItem | undefined): boolean {
  const availabilityId = line.catalogItemId?.split(':')[2];
  return item !== undefined && availabilityId !== undefined && item.availabilityId !== availabilityId.toUpperCase();
}

function refuseLine(call: Call, customer: Customer, line: RequestedLine): Answer | undefined {
  if (line.catalogItemId === undefined || line.catalogItemId === '')
    return refuse(400, '900142', 'A line has no catalog item id.', [String(line.id)]);
  const currency = findCountry(customer.address.country)?.currency;
  if (line.currencyCode !== undefined && ![provider.currency, currency].includes(line.currencyCode.toUpperCase())) {
    return refuse(400, '900169', 'The currency is neither that of the partner nor that of the customer.', [line.currencyCode]);
  }
  const item = requestedItem(line);
  if (isStale(line, item)) return refuse(404, '400019', 'The availability was not found: get a current one.', [line.catalogItemId]);
  if (item === undefined) return undefined;
  if (!qualifiedSegments(call.state, customer, call.now).has(item.segment))
    return refuse(400, '800086', 'The customer lacks the qualification the offer needs.', [catalogItemIdOf(item), item.segment]);
  if (item.needsAttestation && line.attestationAccepted !== true)
    return refuse(400, '900203', 'The attestation of the offer has not been accepted.', [catalogItemIdOf(item)]);
  return (
    refuseEndDate(call, customer, { ...line, billingCycle: cycleOf(line) }, item) ?? refusePromotion(call, customer, line, item)
  );
}

/**
 * An add-on belongs under a base of the cart that it fits, or names its subscription (create-cart-with-addons); what is no
 * add-on belongs under nothing. Whether the subscription is a fitting one is told on the line.
 */
function refuseAddons(cart: RequestedCart): Answer | undefined {
  for (const line of cart.lineItems) {
    const base = requestedItem(line);
    const misplaced = (line.addonItems ?? []).find((addon) => {
      const item = requestedItem(addon);
      return item !== undefined && !fitsBase(item, base);
    });
    if (misplaced !== undefined)
      return refuse(400, '800029', 'The add-on does not belong to the parent.', [misplaced.catalogItemId ?? '']);
    if (base?.isAddon === true && parentSubscriptionIdOf(line) === undefined)
      return refuse(400, '800029', 'The add-on has no parent.', [line.catalogItemId ?? '']);
  }
  return undefined;
}

/** Refuses a cart as a whole; what is wrong with one line only is told on that line instead. */
export function refuseCart(call: Call, customer: Customer, cart: RequestedCart): Answer | undefined {
  const lines = everyRequested(cart);
  const ids = lines.map((line) => line.id).toSorted((left, right) => left - right);
  if (ids.some((id, place) => id !== place))
    return refuse(400, '800002', 'Line ids must run from 0 and be unique over lines and add-ons.');
  for (const line of lines) {
    const refusal = refuseLine(call, customer, line);
    if (refusal !== undefined) return refusal;
  }
  const misplaced = refuseAddons(cart);
  if (misplaced !== undefined) return misplaced;
  const hasParticipants = lines.some((line) => (line.participants ?? []).length > 0);
  if (hasParticipants && cart.partnerOnRecordAttestationAccepted !== true) {
    return refuse(400, '900206', 'PartnerOnRecordAttestationAccepted is required when a reseller is named.');
  }
  return undefined;
}
