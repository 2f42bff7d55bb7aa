import { Subscription } from '../../domain/subscription/subscription.ts';
import { present, wireFlag, wireInstant, wireInteger, wireRecord, wireText } from './case.ts';

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
    }),
  });
  return read.success ? read.data : undefined;
}
