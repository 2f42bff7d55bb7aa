import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { OperationOf, OperationResult } from '../../../shared/sync/operation.ts';
import { partnerName } from '../../text/commerce-words.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { changedPath } from './change-paths.ts';
import { useSubjectFacts } from './use-subject-facts.tsx';

const useStyles = makeStyles({ box: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' } });

type ContactChange = OperationOf<'set-support-contact'>;

/** Which subscription, who it is for, who is to give support and who did. */
export function ChangeContent({ operation }: { readonly operation: ContactChange }) {
  const { t } = useTranslation();
  const { contact, before } = operation.payload;
  const subject = useSubjectFacts(operation);
  return (
    <FactList
      facts={[
        ...subject,
        { label: t('subscription.supportContact'), value: contact.name },
        { label: t('resellerChoice.partnerIdLabel'), value: contact.partnerId },
        { label: t('subscription.before'), value: before?.name },
      ]}
    />
  );
}

/** Who gives support now, and whether anything had to be done for it. */
export function ChangeMade({ operation, result }: { readonly operation: ContactChange; readonly result: OperationResult }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const path = changedPath(operation);
  if (result.kind !== 'set-support-contact') return null;
  const { contact } = operation.payload;
  const values = { partner: partnerName(t, contact), partnerId: contact.partnerId };
  return (
    <div className={styles.box}>
      <StatusMark kind="ok">{t('outbox.result.supportContact', values)}</StatusMark>
      {result.wasThere && <span>{t('outbox.result.wasThere')}</span>}
      {path !== undefined && <LinkButton to={path}>{t('outbox.result.openSubscription')}</LinkButton>}
    </div>
  );
}
