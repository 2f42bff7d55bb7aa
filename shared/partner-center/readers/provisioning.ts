import { LineProvisioning } from '../../domain/order/provisioning.ts';
import { wireInteger, wireList, wireRecord, wireText } from './case.ts';

/** One line of get-order-provisioning-status. Undefined when it names no line. */
export function readLineProvisioning(item: unknown): LineProvisioning | undefined {
  const line = wireRecord(item);
  const read = LineProvisioning.safeParse({
    lineNumber: wireInteger(line, 'lineItemNumber'),
    status: wireText(line, 'status') ?? 'unknown',
    quantities: wireList(line, 'quantityProvisioningInformation').map(wireRecord).map((part) => ({
      quantity: wireInteger(part, 'quantity') ?? 0,
      status: wireText(part, 'status') ?? 'unknown',
    })),
  });
  return read.success ? read.data : undefined;
}
