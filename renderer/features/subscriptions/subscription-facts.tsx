import { useTranslation } from 'react-i18next';
import { subscriptionName } from '../../../shared/domain/subscription/subscription.ts';
import { useFormat } from '../../text/use-format.ts';
import { DateText } from '../../ui/date-text.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import { orderPath, subscriptionPath } from '../../ui/paths.ts';
import { TextLink } from '../../ui/text-link.tsx';
import { wantedFields } from './edit-props.ts';
import type { EditProps } from './edit-props.ts';
import { NameSection } from './name-section.tsx';

/** **Subscription details**: what it is and what belongs to it; the rest stands in the panels that change it. */
export function SubscriptionFacts(props: EditProps) {
  const { record: { row, subscriptions = [] }, subscription } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { orderId, parentSubscriptionId } = subscription;
  const linkTo = (id: string) => {
    const one = subscriptions.find((other) => other.id === id);
    return one === undefined ? id : <TextLink to={subscriptionPath(row.id, id)}>{subscriptionName(one)}</TextLink>;
  };
  const addons = subscriptions.filter((one) => one.parentSubscriptionId === subscription.id);
  const isRenamed = wantedFields(props).friendlyName !== subscription.friendlyName;
  return (
    <Panel title={t('subscription.facts')} tone={isRenamed ? 'waiting' : 'plain'}>
      <FactList
        facts={[
          { label: t('order.customer'), value: <TextLink to={`/customers/${row.id}`}>{row.name}</TextLink> },
          { label: t('subscription.product'), value: subscription.offerName },
          { label: t('subscription.friendlyName'), value: subscription.friendlyName },
          ...(parentSubscriptionId === undefined ? [] : [{ label: t('subscription.parent'), value: linkTo(parentSubscriptionId) }]),
          {
            label: t('subscription.addons'),
            value: addons.length === 0 ? t(subscription.hasPurchasableAddons === true ? 'subscription.noAddonsYet' : 'subscription.noAddons') : (
              addons.map((one) => <div key={one.id}>{linkTo(one.id)} ({format.number(one.quantity)})</div>)
            ),
          },
          { label: t('order.number'), value: orderId === undefined ? undefined : <TextLink to={orderPath(orderId)}>{orderId}</TextLink> },
          { label: t('subscription.created'), value: <DateText instant={subscription.createdAt} as="date" /> },
          ...(subscription.isTrial === true ? [{ label: t('subscription.trial'), value: t('subscription.yes') }] : []),
        ]}
      />
      <NameSection {...props} />
    </Panel>
  );
}
