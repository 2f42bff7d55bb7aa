import { useTranslation } from 'react-i18next';
import type { CustomerRecord } from '../../../shared/ports/mirror.ts';
import type { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import { billingWords, subscriptionStatus, termWords } from '../../text/commerce-words.ts';
import { useFormat } from '../../text/use-format.ts';
import { DateText } from '../../ui/date-text.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import { orderPath } from '../../ui/paths.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { TextLink } from '../../ui/text-link.tsx';

export interface SubscriptionFactsProps {
  readonly record: CustomerRecord;
  readonly subscription: Subscription;
}

/** Every field of the subscription that is kept, as last read. */
export function SubscriptionFacts({ record: { row }, subscription }: SubscriptionFactsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { sign, words } = subscriptionStatus(t, subscription.status);
  const { orderId } = subscription;
  const day = (instant: string | undefined) => <DateText instant={instant} as="date" />;
  return (
    <Panel title={t('subscription.facts')}>
      <FactList
        facts={[
          { label: t('order.customer'), value: <TextLink to={`/customers/${row.id}`}>{row.name}</TextLink> },
          { label: t('subscription.product'), value: subscription.offerName },
          { label: t('subscription.offerId'), value: subscription.offerId },
          { label: t('subscription.status'), value: <StatusMark kind={sign}>{words}</StatusMark> },
          { label: t('subscription.quantity'), value: format.number(subscription.quantity) },
          { label: t('subscription.term'), value: termWords(t, subscription.termDuration) },
          { label: t('subscription.billing'), value: billingWords(t, subscription.billingCycle) },
          { label: t('subscription.autoRenew'), value: t(subscription.autoRenewEnabled ? 'subscription.renews' : 'subscription.renewsNot') },
          { label: t('subscription.created'), value: day(subscription.createdAt) },
          { label: t('subscription.start'), value: day(subscription.startsAt) },
          { label: t('subscription.end'), value: day(subscription.endsAt) },
          { label: t('subscription.cancellableUntil'), value: day(subscription.cancellableUntil) },
          {
            label: t('order.number'),
            value: orderId === undefined ? undefined : <TextLink to={orderPath(orderId)}>{orderId}</TextLink>,
          },
          { label: t('subscription.id'), value: subscription.id },
        ]}
      />
    </Panel>
  );
}
