import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { OperationOf } from '../../../shared/sync/operation.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

const useStyles = makeStyles({ box: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' } });

interface ResetProps {
  readonly operation: OperationOf<'reset-password'>;
}

/** Whose password is set anew. */
export function ResetContent({ operation }: ResetProps) {
  const { t } = useTranslation();
  const { customerName, userName } = operation.payload;
  return <FactList facts={[{ label: t('carts.customer'), value: customerName }, { label: t('envelopes.userName'), value: userName }]} />;
}

/** The new password waits in its envelope. */
export function ResetMade({ operation }: ResetProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div className={styles.box}>
      <StatusMark kind="ok">{t('outbox.result.passwordReset', { user: operation.payload.userName })}</StatusMark>
      <LinkButton to={`/envelopes/${operation.id}`} appearance="primary">{t('outbox.result.openEnvelope')}</LinkButton>
    </div>
  );
}
