import { TransitionType, Upgrade, UpgradeTarget } from '../../domain/subscription/upgrade.ts';
import type { UpgradeObstacle } from '../../domain/subscription/upgrade.ts';
import { present, wireFlag, wireInteger, wireList, wireRecord, wireText } from './case.ts';
import type { WireRecord } from './case.ts';

/** The codes travel as numbers in the samples. */
function readErrors(record: WireRecord | undefined): UpgradeObstacle[] {
  return wireList(record, 'errors').map((item) => {
    const error = wireRecord(item);
    return { code: wireText(error, 'code') ?? String(wireInteger(error, 'code') ?? ''), text: wireText(error, 'description') ?? '' };
  });
}

/** The service writes its words in several letter cases. */
const typeIn = (record: WireRecord | undefined): TransitionType | undefined =>
  TransitionType.safeParse(wireText(record, 'transitionType')?.toLowerCase()).data;

/** One item of get-transition-eligibilities. A way of a kind that is not known is left out. */
export function readUpgradeTarget(item: unknown): UpgradeTarget | undefined {
  const record = wireRecord(item);
  const catalogItemId = wireText(record, 'catalogItemId');
  return UpgradeTarget.safeParse({
    catalogItemId,
    title: wireText(record, 'title') ?? catalogItemId,
    ...present({ quantity: wireInteger(record, 'quantity') }),
    ways: wireList(record, 'eligibilities').flatMap((one) => {
      const way = wireRecord(one);
      const type = typeIn(way);
      return type === undefined ? [] : [{ type, isEligible: wireFlag(way, 'isEligible') ?? false, errors: readErrors(way) }];
    }),
    into: wireList(record, 'subscriptionEligibilities').flatMap((one) => {
      const into = wireRecord(one);
      const subscriptionId = wireText(into, 'subscriptionId');
      if (subscriptionId === undefined) return [];
      return [{
        subscriptionId,
        name: wireText(into, 'subscriptionFriendlyName') ?? subscriptionId,
        ...present({ termDuration: wireText(into, 'subscriptionTermDuration'), billingCycle: wireText(into, 'subscriptionBillingCycle') }),
        isEligible: wireFlag(into, 'isEligible') ?? false,
        errors: readErrors(into),
      }];
    }),
  }).data;
}

/** An upgrade that began (create-transition; "Get transitions"). One without an operation id is known by its first event. */
export function readUpgrade(body: unknown): Upgrade | undefined {
  const record = wireRecord(body);
  const events = wireList(record, 'events').map(wireRecord);
  const toCatalogItemId = wireText(record, 'toCatalogItemId');
  const quantity = wireInteger(record, 'quantity');
  return Upgrade.safeParse({
    id: wireText(record, 'operationId') ?? `${toCatalogItemId ?? ''} ${String(quantity)} ${wireText(events[0], 'timestamp') ?? ''}`,
    toCatalogItemId,
    quantity,
    ...present({ toSubscriptionId: wireText(record, 'toSubscriptionId'), type: typeIn(record) }),
    events: events.map((event) => ({
      name: wireText(event, 'name') ?? '', status: wireText(event, 'status') ?? '', errors: readErrors(event),
    })),
  }).data;
}
