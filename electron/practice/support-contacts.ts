import { z } from 'zod';
import { type Answer, type Call, isGuid, readBody, requiredText } from './call.ts';
import { link } from './collection.ts';
import { refuse } from './errors.ts';
import { companyByMpnId, partnerByTenant } from './partners.ts';
import { provider } from './seed/provider.ts';
import type { StandingSubscription, SupportContact } from './subscription-records.ts';

const contactSchema = z.object({
  supportTenantId: z.string().refine(isGuid, 'not a GUID'),
  supportMpnId: z.string().regex(/^\d{1,9}$/u, 'not a Partner ID'),
  name: requiredText(250),
});

const ownContact: SupportContact = {
  supportTenantId: provider.tenantId,
  supportMpnId: provider.mpnId,
  name: provider.companyName,
};

function resource(subscription: StandingSubscription, contact: SupportContact): object {
  return {
    ...contact,
    links: { self: link(`/customers/${subscription.customerTenantId}/subscriptions/${subscription.id}/supportcontact`) },
    attributes: { objectType: 'SupportContact' },
  };
}

function contactOf({ state }: Call, { id, customerTenantId }: StandingSubscription): SupportContact {
  const set = state.supportContacts.get(id);
  if (set !== undefined) return set;
  const bought = state.seed.isSupportedByReseller(id)
    ? state.seed.subscriptionsOf(customerTenantId).find((one) => one.id === id)
    : undefined;
  const reseller = bought?.partnerId === undefined ? undefined : companyByMpnId(state, bought.partnerId);
  return reseller === undefined
    ? ownContact
    : { supportTenantId: reseller.tenantId, supportMpnId: reseller.mpnId, name: reseller.name };
}

/** get-support-contact: the provider itself unless somebody else was named. */
export function supportContact(call: Call, subscription: StandingSubscription): Answer {
  return { status: 200, body: resource(subscription, contactOf(call, subscription)) };
}

function refuseContact(call: Call, contact: SupportContact): Answer | undefined {
  const isOwn = contact.supportTenantId.toLowerCase() === provider.tenantId;
  const expected = isOwn ? provider : partnerByTenant(call.state, contact.supportTenantId);
  if (expected === undefined)
    return refuse(400, '3000', 'The support contact must be a reseller with a partnership.', ['supportTenantId']);
  return expected.mpnId === contact.supportMpnId
    ? undefined
    : refuse(400, '3000', 'The Partner ID is not that of the support tenant.', ['supportMpnId']);
}

/** update-support-contact: a reseller with a partnership, or the provider again. The contract publishes no codes for others. */
export function setSupportContact(call: Call, subscription: StandingSubscription): Answer {
  const read = readBody(contactSchema, call.body);
  if (!read.ok) return read.refusal;
  const contact = { ...read.value, supportTenantId: read.value.supportTenantId.toLowerCase() };
  return (
    refuseContact(call, contact) ?? {
      status: 200,
      body: resource(subscription, contact),
      performed: {
        effect: 'set-support-contact',
        tenantId: subscription.customerTenantId,
        events: [{ type: 'support-contact-set', subscriptionId: subscription.id, contact }],
      },
    }
  );
}
