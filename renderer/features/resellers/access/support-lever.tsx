import { Button } from '@fluentui/react-components';
import { ArrowSync16Regular, Dismiss16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { subscriptionName } from '../../../../shared/domain/subscription/subscription.ts';
import type { SupportContact } from '../../../../shared/domain/subscription/subscription.ts';
import { copyText } from '../../../platform/copy-text.ts';
import { useConnectivity, useServices } from '../../../platform/services.tsx';
import { useFormat } from '../../../text/use-format.ts';
import { FailureMessage } from '../../../ui/failure-message.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import type { AccessProps } from './access-sheet.tsx';
import { Lever } from './lever.tsx';
import { changeable, pathWithReseller } from './subscription-path.ts';
import { useSupportContacts } from './use-support-contacts.ts';

/** Who is named as support contact, subscription by subscription. */
export function SupportLever({ subject, record }: AccessProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { isOnline } = useConnectivity();
  const { progress, problem, read, stop } = useSupportContacts(record.row.id);
  const ids = changeable(record.subscriptions ?? []).map(({ id }) => id);
  return (
    <Lever
      title={t('access.support.title')}
      gives={t('access.support.gives')}
      now={<SupportNow subject={subject} record={record} />}
      how={t('access.support.how')}
    >
      {(progress !== undefined || (isOnline && ids.length > 0)) && (
        <Button
          size="small" icon={progress === undefined ? <ArrowSync16Regular /> : <Dismiss16Regular />}
          onClick={() => (progress === undefined ? read(ids) : stop())}
        >
          {t(progress === undefined ? 'access.support.read' : 'access.support.stop')}
        </Button>
      )}
      <span role="status">
        {progress !== undefined && (
          <>{t('customer.reading')} {t('access.support.progress', { done: format.number(progress.done), total: format.number(progress.total) })}</>
        )}
      </span>
      {problem !== undefined && isOnline && <FailureMessage intent="warning" failure={problem} copy={copyText} />}
    </Lever>
  );
}

function SupportNow({ subject, record }: AccessProps) {
  const { t } = useTranslation();
  if (record.subscriptions === undefined) return <StatusMark kind="info">{t('access.notRead')}</StatusMark>;
  const subscriptions = changeable(record.subscriptions);
  if (subscriptions.length === 0) return <StatusMark kind="info">{t('subscription.none')}</StatusMark>;
  return (
    <PlainTable
      label={t('access.support.title')}
      rows={subscriptions}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'name', header: t('subscription.name'), canWrap: true,
          cell: (row) => <TextLink to={pathWithReseller(record.row.id, row.id, subject.id)}>{subscriptionName(row)}</TextLink>,
        },
        {
          id: 'contact', header: t('access.support.column'), canWrap: true,
          cell: (row) => <Contact contact={record.supportContacts?.[row.id]} resellerId={subject.id} />,
        },
      ]}
    />
  );
}

interface ContactProps {
  readonly contact: SupportContact | undefined;
  readonly resellerId: string;
}

function Contact({ contact, resellerId }: ContactProps) {
  const { t } = useTranslation();
  const { account } = useServices();
  if (contact === undefined) return <StatusMark kind="info">{t('access.support.unread')}</StatusMark>;
  if (contact.tenantId === account.tenantId) return <StatusMark kind="info">{t('access.support.own')}</StatusMark>;
  return <StatusMark kind={contact.tenantId === resellerId ? 'ok' : 'info'}>{contact.name || contact.partnerId}</StatusMark>;
}
