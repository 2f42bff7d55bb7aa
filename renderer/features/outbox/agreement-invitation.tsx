import { makeStyles } from '@fluentui/react-components';
import { MailAdd16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { isOpen } from '../../../shared/sync/operation.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import { agreementLetterPath } from '../../platform/agreement-letter-path.ts';
import { LinkButton } from '../../ui/link-button.tsx';

const useStyles = makeStyles({ row: { display: 'flex', flexWrap: 'wrap', gap: '8px' } });

/** The way to the letter that invites the customer, beside an order that waits for its acceptance. */
export function AgreementInvitation({ operation }: { readonly operation: Operation }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const isInvited = operation.kind === 'place-order' && operation.payload.agreementWay === 'invited' && isOpen(operation);
  const isAwaited = operation.state.name === 'waiting' && operation.state.reason === 'agreement';
  if (operation.kind !== 'place-order' || !(isInvited || isAwaited)) return null;
  return (
    <div className={styles.row}>
      <LinkButton size="small" icon={<MailAdd16Regular />} to={agreementLetterPath(operation.payload.customer, `/outbox/${operation.id}`)}>
        {t('agreement.invite')}
      </LinkButton>
    </div>
  );
}
