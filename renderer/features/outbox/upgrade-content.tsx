import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Difference } from '../../../shared/sync/difference.ts';
import type { OperationOf, OperationResult } from '../../../shared/sync/operation.ts';
import { billingWords, termWords } from '../../text/commerce-words.ts';
import { intoObstacle } from '../../text/upgrade-words.ts';
import { useFormat } from '../../text/use-format.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { subscriptionPath } from '../../ui/paths.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { changedPath } from './change-paths.ts';
import { SubscriptionChanged } from './subscription-changed.tsx';
import { useSubjectFacts } from './use-subject-facts.tsx';
import type { OutboxCommand } from './use-outbox-command.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' },
});

type Upgrading = OperationOf<'transition-subscription'>;

/** Which licenses of whom become what, where they go, and what the server said against it. */
export function UpgradeContent({ operation }: { readonly operation: Upgrading }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { target, quantity, transitionType, toSubscription, termDuration, billingCycle, before } = operation.payload;
  const subject = useSubjectFacts(operation);
  const { state } = operation;
  const about = state.name === 'refused' ? state.failure.values?.['about'] : undefined;
  const said = state.name === 'refused' ? { code: state.failure.serverCode ?? '', text: state.failure.serverText ?? '' } : undefined;
  return (
    <FactList
      facts={[
        ...subject,
        { label: t('upgrade.target'), value: target.title },
        {
          label: t('subscription.quantity'),
          value: t(quantity === before.quantity ? 'upgrade.all' : 'upgrade.part', { count: before.quantity, part: format.number(quantity) }),
        },
        { label: t('upgrade.where'), value: toSubscription?.name ?? t(quantity === before.quantity ? 'upgrade.same' : 'upgrade.new') },
        {
          label: t('upgrade.licences'),
          value: t(transitionType === 'transition_with_license_transfer' ? 'upgrade.licencesMove' : 'upgrade.licencesStay'),
        },
        ...(termDuration === undefined ? [] : [{ label: t('subscription.term'), value: termWords(t, termDuration) }]),
        ...(billingCycle === undefined ? [] : [{ label: t('subscription.billing'), value: billingWords(t, billingCycle) }]),
        ...(about === undefined ? [] : [
          { label: t('upgrade.obstacle'), value: about === 'into' ? intoObstacle(t, said) : (said?.text || t('upgrade.noReason')) },
        ]),
      ]}
    />
  );
}

/** What came of it: where the licenses are, and whether those of users followed. */
export function UpgradeMade({ operation, result }: { readonly operation: Upgrading; readonly result: OperationResult }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { customer, target, quantity } = operation.payload;
  if (result.kind !== 'transition-subscription') return null;
  const source = changedPath(operation);
  const made = result.upgrade?.toSubscriptionId;
  const path = made === undefined || customer.kind !== 'tenant' ? source : subscriptionPath(customer.customerId, made);
  return (
    <div className={styles.box}>
      <StatusMark kind="ok">{t('upgrade.made', { count: quantity, target: target.title })}</StatusMark>
      {result.wasThere && <span>{t('outbox.result.wasThere')}</span>}
      {result.areLicencesLeft && <StatusMark kind="attention">{t('upgrade.licencesLeft')}</StatusMark>}
      {path !== undefined && <LinkButton to={path}>{t('outbox.result.openSubscription')}</LinkButton>}
    </div>
  );
}

export interface UpgradeDecisionProps {
  readonly operation: Upgrading;
  readonly differences: readonly Difference[];
  readonly command: OutboxCommand;
}

/** The subscription is not as it was when the upgrade was confirmed: a person says whether it still is to be made. */
export function UpgradeDecision({ operation, differences, command }: UpgradeDecisionProps) {
  const { t } = useTranslation();
  const changed = differences.find((difference) => difference.kind === 'subscription-changed');
  if (changed === undefined) return null;
  const { quantity, before } = operation.payload;
  const isWhole = quantity === before.quantity;
  const isLess = !isWhole && quantity > changed.after.quantity;
  return (
    <SubscriptionChanged
      operation={operation} changed={changed} command={command} otherwise={t('upgrade.otherwiseKeep')}
      label={t('upgrade.anyway', { count: isWhole ? changed.after.quantity : quantity })}
      stop={isLess ? t('upgrade.partGone', { count: quantity }) : undefined}
    />
  );
}
