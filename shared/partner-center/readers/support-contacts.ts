import { SupportContact } from '../../domain/subscription/subscription.ts';
import { wireRecord, wireText } from './case.ts';

/** get-support-contact. Undefined when the reply names no tenant. */
export function readSupportContact(body: unknown): SupportContact | undefined {
  const contact = wireRecord(body);
  return SupportContact.safeParse({
    tenantId: wireText(contact, 'supportTenantId')?.toLowerCase(),
    partnerId: wireText(contact, 'supportMpnId') ?? '',
    name: wireText(contact, 'name') ?? '',
  }).data;
}
