import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { PartnerChangeKind, OperationOf, OperationResult } from '../../../shared/sync/operation.ts';
import { partnerName } from '../../text/operation-words.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { changedPath } from './change-paths.ts';

const useStyles = makeStyles({ box: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' } });

/** Which subscription, who it is for, who is put on it and who stood there. */
export function ChangeContent({ operation }: { readonly operation: OperationOf<PartnerChangeKind> }) {
  const { t } = useTranslation();
  const { customerName, subscriptionName } = operation.payload;
  const path = changedPath(operation);
  const partner = operation.kind === 'change-reseller' ? operation.payload.reseller : operation.payload.contact;
  const before = operation.kind === 'change-reseller' ? (operation.payload.before ?? t('subscription.noReseller')) : operation.payload.before?.name;
  return (
    <FactList
      facts={[
        { label: t('carts.customer'), value: customerName },
        { label: t('subscription.name'), value: path === undefined ? subscriptionName : <TextLink to={path}>{subscriptionName}</TextLink> },
        { label: t(operation.kind === 'change-reseller' ? 'resellerChoice.resellerLabel' : 'subscription.supportContact'), value: partner.name },
        { label: t('resellerChoice.partnerIdLabel'), value: partner.partnerId },
        { label: t('subscription.before'), value: before },
      ]}
    />
  );
}

/** Who stands on the subscription now, and whether anything had to be done for it. */
export function ChangeMade({ operation, result }: { readonly operation: OperationOf<PartnerChangeKind>; readonly result: OperationResult }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const path = changedPath(operation);
  if (result.kind !== 'change-reseller' && result.kind !== 'set-support-contact') return null;
  const partner = operation.kind === 'change-reseller' ? operation.payload.reseller : operation.payload.contact;
  const values = { partner: partnerName(t, partner), partnerId: partner.partnerId };
  return (
    <div className={styles.box}>
      <StatusMark kind="ok">
        {result.kind === 'change-reseller' ? t('outbox.result.reseller', values) : t('outbox.result.supportContact', values)}
      </StatusMark>
      {result.wasThere && <span>{t('outbox.result.wasThere')}</span>}
      {path !== undefined && <LinkButton to={path}>{t('outbox.result.openSubscription')}</LinkButton>}
    </div>
  );
}
