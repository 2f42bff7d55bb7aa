import type { TFunction } from 'i18next';

interface StatusWords {
  readonly sign: 'ok' | 'waiting' | 'stopped' | 'info';
  readonly words: string;
}

/** Length of a commitment (`P1M`, `P1Y`, `P3Y`) in words; an unknown one as it came. */
export const termWords = (t: TFunction, term: string | undefined): string =>
  term === undefined || term === '' ? '–' : t(`term.${term}`, { defaultValue: term });

/** How often it is billed, in words; an unknown cycle as it came. Letter case differs between editions of the service. */
export const billingWords = (t: TFunction, cycle: string | undefined): string =>
  cycle === undefined || cycle === '' ? '–' : t(`billing.${cycle.toLowerCase()}`, { defaultValue: cycle });

const orderSigns: Readonly<Record<string, StatusWords['sign']>> = { completed: 'ok', pending: 'waiting', cancelled: 'stopped' };
const subscriptionSigns: Readonly<Record<string, StatusWords['sign']>> = {
  active: 'ok', pending: 'waiting', suspended: 'stopped', disabled: 'stopped', deleted: 'stopped', expired: 'stopped',
};

/** The status of an order as the service names it, in plain words. */
export const orderStatus = (t: TFunction, status: string): StatusWords => ({
  sign: orderSigns[status.toLowerCase()] ?? 'info',
  words: t(`order.statusIs.${status.toLowerCase()}`, { defaultValue: status }),
});

/** The status of a subscription as the service names it, in plain words. */
export const subscriptionStatus = (t: TFunction, status: string): StatusWords => ({
  sign: subscriptionSigns[status.toLowerCase()] ?? 'info',
  words: t(`subscription.statusIs.${status.toLowerCase()}`, { defaultValue: status }),
});

/** How the provider stands to a customer (`relationshipToPartner`), in words. */
export const relationshipWords = (t: TFunction, relationship: string): string =>
  relationship === '' ? '–' : t(`customer.relationshipIs.${relationship.toLowerCase()}`, { defaultValue: relationship });

/** Who stands on a subscription, by name, or by Partner ID while the name is not known. */
export const partnerName = (t: TFunction, { name, partnerId }: { readonly name: string; readonly partnerId: string }): string =>
  name === '' ? t('resellerChoice.partnerId', { partnerId }) : name;
