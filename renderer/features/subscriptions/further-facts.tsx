import { useTranslation } from 'react-i18next';
import type { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { Panel } from '../../ui/panel.tsx';

/** "License(s)" and "licenses" are one word of the service. */
const letters = (word: string): string => word.toLowerCase().replaceAll(/[^a-z]/gu, '');

/**
 * **Further details**: how the service files it, and its ids. Its lists of words may grow (reference, billingType, contractType,
 * subscriptionActions): one that is not known is shown as it came.
 */
export function FurtherFacts({ subscription }: { readonly subscription: Subscription }) {
  const { t } = useTranslation();
  const { productType = '', unitType = '', billingType = '', contractType = '', actions = [] } = subscription;
  const known = (value: boolean | undefined): string | undefined =>
    value === undefined ? undefined : t(value ? 'subscription.yes' : 'subscription.no');
  const action = (one: string): string => t(`subscription.filedAs.actions.${letters(one)}`, { defaultValue: one });
  return (
    <Panel title={t('subscription.furtherFacts')}>
      <FactList
        facts={[
          { label: t('subscription.publisher'), value: subscription.publisherName },
          { label: t('subscription.microsoftProduct'), value: known(subscription.isMicrosoftProduct) },
          {
            label: t('subscription.productType'),
            value: productType && t(`subscription.filedAs.productType.${letters(productType)}`, { defaultValue: productType }),
          },
          {
            label: t('subscription.unitType'),
            value: unitType && t(`subscription.filedAs.unitType.${letters(unitType)}`, { defaultValue: unitType }),
          },
          {
            label: t('subscription.billingType'),
            value: billingType && t(`subscription.filedAs.billingType.${letters(billingType)}`, { defaultValue: billingType }),
          },
          {
            label: t('subscription.contractType'),
            value: contractType && t(`subscription.filedAs.contractType.${letters(contractType)}`, { defaultValue: contractType }),
          },
          { label: t('subscription.attention'), value: known(subscription.attentionNeeded) },
          { label: t('subscription.actionTaken'), value: known(subscription.actionTaken) },
          { label: t('subscription.actions'), value: actions.map(action).join(', ') },
          { label: t('subscription.offerId'), value: subscription.offerId },
          { label: t('subscription.entitlement'), value: subscription.entitlementId },
          { label: t('subscription.id'), value: subscription.id },
        ]}
      />
    </Panel>
  );
}
