import { useTranslation } from 'react-i18next';
import type { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { Panel } from '../../ui/panel.tsx';

/** **Further details**: how the service files it, and its ids. */
export function FurtherFacts({ subscription }: { readonly subscription: Subscription }) {
  const { t } = useTranslation();
  const known = (value: boolean | undefined): string | undefined =>
    value === undefined ? undefined : t(value ? 'subscription.yes' : 'subscription.no');
  return (
    <Panel title={t('subscription.furtherFacts')}>
      <FactList
        facts={[
          { label: t('subscription.publisher'), value: subscription.publisherName },
          { label: t('subscription.microsoftProduct'), value: known(subscription.isMicrosoftProduct) },
          { label: t('subscription.productType'), value: subscription.productType },
          { label: t('subscription.unitType'), value: subscription.unitType },
          { label: t('subscription.billingType'), value: subscription.billingType },
          { label: t('subscription.contractType'), value: subscription.contractType },
          { label: t('subscription.attention'), value: known(subscription.attentionNeeded) },
          { label: t('subscription.actionTaken'), value: known(subscription.actionTaken) },
          { label: t('subscription.actions'), value: subscription.actions?.join(', ') },
          { label: t('subscription.offerId'), value: subscription.offerId },
          { label: t('subscription.entitlement'), value: subscription.entitlementId },
          { label: t('subscription.id'), value: subscription.id },
        ]}
      />
    </Panel>
  );
}
