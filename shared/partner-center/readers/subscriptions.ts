import { Subscription } from '../../domain/subscription/subscription.ts';
import { present, wireFlag, wireInstant, wireInteger, wireList, wirePart, wireRecord, wireText, wireTexts } from './case.ts';
import type { WireRecord } from './case.ts';

function readRefundOptions(subscription: WireRecord | undefined): object[] | undefined {
  const options = wireList(subscription, 'refundOptions').map(wireRecord);
  if (options.length === 0) return undefined;
  return options.map((one) => ({ type: wireText(one, 'type') ?? '', ...present({ expiresAt: wireInstant(one, 'expiresAt') }) }));
}

function readRefundableQuantity(subscription: WireRecord | undefined): object | undefined {
  const quantity = wirePart(subscription, 'refundableQuantity');
  const totalQuantity = wireInteger(quantity, 'totalQuantity');
  if (totalQuantity === undefined) return undefined;
  const details = wireList(quantity, 'details').map(wireRecord).map((one) => ({
    quantity: wireInteger(one, 'quantity') ?? 0,
    ...present({ allowedUntil: wireInstant(one, 'allowedUntilDateTime') }),
  }));
  return { totalQuantity, details };
}

function readScheduled(subscription: WireRecord | undefined): object | undefined {
  const scheduled = wirePart(subscription, 'scheduledNextTermInstructions');
  const product = wirePart(scheduled, 'product');
  const quantity = wireInteger(scheduled, 'quantity');
  if (product === undefined || quantity === undefined) return undefined;
  return {
    product: {
      productId: wireText(product, 'productId') ?? '',
      skuId: wireText(product, 'skuId') ?? '',
      availabilityId: wireText(product, 'availabilityId') ?? '',
      billingCycle: (wireText(product, 'billingCycle') ?? '').toLowerCase(),
      termDuration: (wireText(product, 'termDuration') ?? '').toUpperCase(),
      ...present({ promotionId: wireText(product, 'promotionId') }),
    },
    quantity,
    ...present({ customTermEndsAt: wireInstant(scheduled, 'customTermEndDate') }),
  };
}

/**
 * What follows a term that does not renew itself. The one place that reads it: no page of the contract has scheduledActions, it is
 * read as the types of live clients of 2026 have it, and anything else says nothing.
 */
function readTermEnd(subscription: WireRecord | undefined): string | undefined {
  if (wireFlag(subscription, 'autoRenewEnabled') === true) return undefined;
  const isOfEnd = (one: WireRecord | undefined): boolean => wireText(one, 'scheduleType')?.toLowerCase() === 'termend';
  const action = wireList(subscription, 'scheduledActions').map(wireRecord).find(isOfEnd);
  const type = wireText(action, 'actionType')?.toLowerCase();
  if (type === 'cancel') return 'cancel';
  return type === 'renewtoextendedserviceterm' ? 'extend' : undefined;
}

/** Texts, or nothing at all: an empty list says no more than a missing one. */
function readTexts(subscription: WireRecord | undefined, name: string): string[] | undefined {
  const texts = wireTexts(subscription, name);
  return texts.length === 0 ? undefined : texts;
}

/** A subscription (list-subscriptions, get-subscription). Undefined when it has no id. */
export function readSubscription(item: unknown): Subscription | undefined {
  const subscription = wireRecord(item);
  const friendlyName = wireText(subscription, 'friendlyName');
  const offerName = wireText(subscription, 'offerName');
  const read = Subscription.safeParse({
    id: wireText(subscription, 'id'),
    offerName: offerName ?? friendlyName ?? '',
    friendlyName: friendlyName ?? offerName ?? '',
    quantity: wireInteger(subscription, 'quantity') ?? 0,
    status: wireText(subscription, 'status') ?? 'none',
    autoRenewEnabled: wireFlag(subscription, 'autoRenewEnabled') ?? false,
    ...present({
      offerId: wireText(subscription, 'offerId'),
      billingCycle: wireText(subscription, 'billingCycle'),
      termDuration: wireText(subscription, 'termDuration'),
      createdAt: wireInstant(subscription, 'creationDate'),
      startsAt: wireInstant(subscription, 'effectiveStartDate'),
      endsAt: wireInstant(subscription, 'commitmentEndDate'),
      cancellableUntil: wireInstant(subscription, 'cancellationAllowedUntilDate'),
      partnerId: wireText(subscription, 'partnerId'),
      orderId: wireText(subscription, 'orderId'),
      parentSubscriptionId: wireText(subscription, 'parentSubscriptionId'),
      isTrial: wireFlag(subscription, 'isTrial'),
      promotionId: wireText(subscription, 'promotionId'),
      renewalTermDuration: wireText(subscription, 'renewalTermDuration')?.toUpperCase(),
      scheduled: readScheduled(subscription),
      atTermEnd: readTermEnd(subscription),
      billingCycleEndsAt: wireInstant(subscription, 'billingCycleEndDate'),
      entitlementId: wireText(subscription, 'entitlementId'),
      productType: wireText(wirePart(subscription, 'productType'), 'displayName'),
      unitType: wireText(subscription, 'unitType'),
      billingType: wireText(subscription, 'billingType'),
      contractType: wireText(subscription, 'contractType'),
      publisherName: wireText(subscription, 'publisherName'),
      isMicrosoftProduct: wireFlag(subscription, 'isMicrosoftProduct'),
      hasPurchasableAddons: wireFlag(subscription, 'hasPurchasableAddons'),
      attentionNeeded: wireFlag(subscription, 'attentionNeeded'),
      actionTaken: wireFlag(subscription, 'actionTaken'),
      actions: readTexts(subscription, 'actions'),
      suspensionReasons: readTexts(subscription, 'suspensionReasons'),
      refundOptions: readRefundOptions(subscription),
      refundableQuantity: readRefundableQuantity(subscription),
    }),
  });
  return read.success ? read.data : undefined;
}
