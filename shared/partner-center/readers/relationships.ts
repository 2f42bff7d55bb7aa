import { Reseller } from '../../domain/reseller/reseller.ts';
import { wireRecord, wireText } from './case.ts';

/** One item of list-indirect-resellers or list-resellers-of-customer. Undefined when it names no tenant. */
export function readReseller(item: unknown): Reseller | undefined {
  const relationship = wireRecord(item);
  const read = Reseller.safeParse({
    id: wireText(relationship, 'id')?.toLowerCase(),
    name: wireText(relationship, 'name') ?? '',
    partnerId: wireText(relationship, 'mpnId') ?? '',
    state: wireText(relationship, 'state') ?? '',
    location: wireText(relationship, 'location')?.toUpperCase() ?? '',
  });
  return read.success ? read.data : undefined;
}
