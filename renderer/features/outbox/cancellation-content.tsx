import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { OperationOf, OperationResult } from '../../../shared/sync/operation.ts';
import type { Difference } from '../../../shared/sync/difference.ts';
import { subscriptionStatus } from '../../text/commerce-words.ts';
import { useFormat } from '../../text/use-format.ts';
import { DateText } from '../../ui/date-text.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { orderPath } from '../../ui/paths.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { changedPath } from './change-paths.ts';
import { useSubjectFacts } from './use-subject-facts.tsx';
import { SubscriptionChanged } from './subscription-changed.tsx';
import type { OutboxCommand } from './use-outbox-command.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' },
});

type Cancellation = OperationOf<'cancel-subscription'>;

/** Which subscription ends, of whom, and how it stood when it was confirmed. */
export function CancellationContent({ operation }: { readonly operation: Cancellation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { orderId, before } = operation.payload;
  const subject = useSubjectFacts(operation);
  return (
    <FactList
      facts={[
        ...subject,
        { label: t('order.number'), value: orderId === undefined ? undefined : <TextLink to={orderPath(orderId)}>{orderId}</TextLink> },
        { label: t('subscription.quantity'), value: format.number(before.quantity) },
        { label: t('subscription.status'), value: subscriptionStatus(t, before.status).words },
        { label: t('subscription.cancellableUntil'), value: <DateText instant={before.cancellableUntil} as="exact" /> },
      ]}
    />
  );
}

/** That it is cancelled, and whether anything had to be done for it. */
export function CancellationMade({ operation, result }: { readonly operation: Cancellation; readonly result: OperationResult }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { orderId, subscriptionName } = operation.payload;
  const path = changedPath(operation);
  if (result.kind !== 'cancel-subscription') return null;
  return (
    <div className={styles.box}>
      <StatusMark kind="ok">{t('outbox.result.cancelled', { name: subscriptionName })}</StatusMark>
      {result.wasThere && <span>{t('outbox.result.wasThere')}</span>}
      {orderId !== undefined && <LinkButton to={orderPath(orderId)}>{t('outbox.result.openOrder')}</LinkButton>}
      {path !== undefined && <LinkButton to={path}>{t('outbox.result.openSubscription')}</LinkButton>}
    </div>
  );
}

export interface CancellationDecisionProps {
  readonly operation: Cancellation;
  readonly differences: readonly Difference[];
  readonly command: OutboxCommand;
}

/** The subscription is not as it was when its end was confirmed: a person says whether it still is to end. */
export function CancellationDecision({ operation, differences, command }: CancellationDecisionProps) {
  const { t } = useTranslation();
  const changed = differences.find((difference) => difference.kind === 'subscription-changed');
  if (changed === undefined) return null;
  const words = { label: t('outbox.decision.cancelAnyway'), otherwise: t('outbox.decision.otherwiseKeep') };
  return <SubscriptionChanged operation={operation} changed={changed} command={command} {...words} />;
}
