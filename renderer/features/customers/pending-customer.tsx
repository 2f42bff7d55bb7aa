import { makeStyles } from '@fluentui/react-components';
import { Cart20Regular, MailInbox20Regular, People20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { OperationId } from '../../../shared/ids.ts';
import { needsPerson } from '../../../shared/sync/operation.ts';
import type { OperationOf } from '../../../shared/sync/operation.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useLive } from '../../platform/services.tsx';
import { operationSign, operationStatus } from '../../text/operation-words.ts';
import { useFormat } from '../../text/use-format.ts';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

const useStyles = makeStyles({ column: { display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '760px' } });

/** A customer that was confirmed here and is not on the server yet. Once it is, its own page takes over. */
export function PendingCustomer({ operationId }: { readonly operationId: string }) {
  const { t } = useTranslation();
  const answer = useLive(async (work) => {
    const id = OperationId.safeParse(operationId);
    return { operation: id.success ? await work.operation(id.data) : undefined };
  }, [operationId]);
  if (answer === undefined) return null;
  const { operation } = answer;
  const breadcrumbs = [{ label: t('nav.customers'), to: '/customers' }];
  if (operation?.kind !== 'create-customer') {
    return (
      <Page title={t('customer.notFound')} breadcrumbs={breadcrumbs}>
        <EmptyState icon={<People20Regular />} title={t('customer.notFound')} text={t('customer.pendingGone')} />
      </Page>
    );
  }
  if (operation.state.name === 'done' && operation.state.result.kind === 'create-customer') {
    return <Navigate to={`/customers/${operation.state.result.customerId}`} replace />;
  }
  return <Waiting operation={operation} breadcrumbs={breadcrumbs} />;
}

interface WaitingProps {
  readonly operation: OperationOf<'create-customer'>;
  readonly breadcrumbs: readonly { readonly label: string; readonly to: string }[];
}

function Waiting({ operation, breadcrumbs }: WaitingProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { form, reseller } = operation.payload;
  const isCancelled = operation.state.name === 'cancelled';
  return (
    <Page
      title={form.companyName}
      subtitle={form.domain}
      breadcrumbs={breadcrumbs}
      actions={
        <>
          <LinkButton to={`/outbox/${operation.id}`} icon={<MailInbox20Regular />}>{t('action.showInOutbox')}</LinkButton>
          {!isCancelled && (
            <LinkButton to={`/carts/new?customer=pending-${operation.id}`} appearance="primary" icon={<Cart20Regular />}>
              {t('action.addProducts')}
            </LinkButton>
          )}
        </>
      }
    >
      <div className={styles.column}>
        <Panel title={t('customer.pendingTitle')} tone={needsPerson(operation) ? 'attention' : isCancelled ? 'plain' : 'waiting'}>
          <StatusMark kind={operationSign(operation)}>{operationStatus(t, operation)}</StatusMark>
          {operation.state.name === 'refused' &&(
            <FailureMessage
              intent="warning"
              failure={operation.state.failure}
              copy={copyText}
            />
          )}
          <p>{t(isCancelled ? 'customer.pendingCancelled' : 'customer.pendingHint')}</p>
        </Panel>
        <Panel title={t('customer.details')}>
          <PendingFacts
            operation={operation}
            resellerName={reseller.kind === 'direct' ? t('customer.direct') : `${reseller.name} (${reseller.partnerId})`}
          />
        </Panel>
      </div>
    </Page>
  );
}

interface PendingFactsProps {
  readonly operation: OperationOf<'create-customer'>;
  readonly resellerName: string;
}

function PendingFacts({ operation, resellerName }: PendingFactsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { form } = operation.payload;
  const { address } = form;
  const town = `${address.postalCode} ${address.city}`.trim();
  const lines = [address.addressLine1, address.addressLine2, town, address.state, format.country(address.country)];
  return (
    <FactList
      facts={[
        { label: t('customer.reseller'), value: resellerName },
        {
          label: t('customer.address'),
          value: lines.filter((line) => line !== '').join(', '),
        },
        ...(form.registrationNumber === '' ? [] : [{ label: t('customer.registrationNumber'), value: form.registrationNumber }]),
        { label: t('customer.contact'), value: `${form.firstName} ${form.lastName}` },
        { label: t('customer.email'), value: form.email },
        { label: t('customer.phone'), value: form.phoneNumber },
        { label: t('customer.confirmedAt'), value: <DateText instant={operation.createdAt} as="exact" /> },
        { label: t('customer.confirmedBy'), value: operation.createdBy },
      ]}
    />
  );
}
