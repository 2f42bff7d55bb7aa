import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CustomerTenantId } from '../../../shared/ids.ts';
import { isOpen, needsPerson } from '../../../shared/sync/operation.ts';
import type { CustomerRef, Operation } from '../../../shared/sync/operation.ts';
import { isToHandOver, useEnvelopes } from '../../platform/use-envelopes.ts';
import { useLive } from '../../platform/services.tsx';
import { draftPath, draftTitle } from '../../text/draft-words.ts';
import { operationSign, operationStatus, operationTitle } from '../../text/operation-words.ts';
import { DateText } from '../../ui/date-text.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { TextLink } from '../../ui/text-link.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
  line: { display: 'flex', gap: '12px', flexWrap: 'wrap', alignItems: 'center', minHeight: '28px' },
});

const isTenant = (customer: CustomerRef, id: CustomerTenantId): boolean =>
  customer.kind === 'tenant' && customer.customerId === id;

const isAbout = (operation: Operation, id: CustomerTenantId): boolean =>
  operation.kind !== 'create-customer' && isTenant(operation.payload.customer, id);

/** What is not finished for this customer: drafts, operations on their way, a password to hand over. Nothing when all is done. */
export function CustomerWork({ customerId }: { readonly customerId: CustomerTenantId }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const operations = useLive((work) => work.operations(), [])?.filter((operation) => isAbout(operation, customerId)) ?? [];
  const drafts = useLive((work) => work.drafts(), [])?.filter((draft) => draft.state === 'open') ?? [];
  const carts = drafts.filter((draft) => draft.kind === 'cart').filter((draft) => isTenant(draft.customer, customerId));
  const own = useEnvelopes()?.filter((envelope) => envelope.customerId === customerId) ?? [];
  const envelopes = own.filter(isToHandOver);
  const open = operations.filter((operation) => isOpen(operation) || needsPerson(operation));
  if (open.length + carts.length + envelopes.length === 0) return null;
  return (
    <Panel title={t('customer.work')} tone={open.some(needsPerson) || envelopes.length > 0 ? 'attention' : 'waiting'}>
      <ul className={styles.list}>
        {envelopes.map((envelope) => (
          <li key={envelope.operationId} className={styles.line}>
            <TextLink to={`/envelopes/${envelope.operationId}`}>{t('home.envelope', { name: envelope.userName })}</TextLink>
            <StatusMark kind="attention">{t(`home.envelopeState.${envelope.state}`)}</StatusMark>
          </li>
        ))}
        {open.map((operation) => (
          <li key={operation.id} className={styles.line}>
            <TextLink to={`/outbox/${operation.id}`}>{operationTitle(t, operation)}</TextLink>
            <StatusMark kind={operationSign(operation)}>{operationStatus(t, operation)}</StatusMark>
          </li>
        ))}
        {carts.map((cart) => (
          <li key={cart.id} className={styles.line}>
            <TextLink to={draftPath(cart)}>{draftTitle(t, cart)}</TextLink>
            <span>{t('home.changed')} <DateText instant={cart.updatedAt} /></span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
