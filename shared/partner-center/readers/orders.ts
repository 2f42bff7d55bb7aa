import { Order } from '../../domain/order/order.ts';
import { present, wireInstant, wireInteger, wireList, wireRecord, wireText } from './case.ts';
import type { WireRecord } from './case.ts';

function readFurther(line: WireRecord | undefined): string[] | undefined {
  const further = wireList(line, 'additionalPartnerIdsOnRecord').filter((one) => typeof one === 'string');
  return further.length === 0 ? undefined : further;
}

function readLine(item: unknown, position: number): object {
  const line = wireRecord(item);
  return {
    lineNumber: wireInteger(line, 'lineItemNumber') ?? position,
    offerId: wireText(line, 'offerId') ?? '',
    friendlyName: wireText(line, 'friendlyName') ?? '',
    quantity: wireInteger(line, 'quantity') ?? 0,
    ...present({
      termDuration: wireText(line, 'termDuration'),
      subscriptionId: wireText(line, 'subscriptionId'),
      partnerId: wireText(line, 'partnerIdOnRecord'),
      additionalPartnerIds: readFurther(line),
      parentSubscriptionId: wireText(line, 'parentSubscriptionId'),
      promotionId: wireText(line, 'promotionId'),
      transactionType: wireText(line, 'transactionType'),
    }),
  };
}

/** An order (list-orders, get-order, an order of checkout-cart). Undefined when it has no id. */
export function readOrder(body: unknown): Order | undefined {
  const order = wireRecord(body);
  const read = Order.safeParse({
    id: wireText(order, 'id'),
    customerId: wireText(order, 'referenceCustomerId')?.toLowerCase() ?? '',
    billingCycle: wireText(order, 'billingCycle') ?? '',
    status: wireText(order, 'status') ?? 'unknown',
    lines: wireList(order, 'lineItems').map(readLine),
    ...present({ currencyCode: wireText(order, 'currencyCode'), createdAt: wireInstant(order, 'creationDate') }),
  });
  return read.success ? read.data : undefined;
}
