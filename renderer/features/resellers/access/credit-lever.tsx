import { Cart16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { usePartners } from '../../../platform/use-partners.ts';
import { useFormat } from '../../../text/use-format.ts';
import { LinkButton } from '../../../ui/link-button.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import type { AccessProps } from './access-sheet.tsx';
import { Lever } from './lever.tsx';
import { changeable, pathWithReseller, subscriptionName } from './subscription-path.ts';

/** Which subscriptions carry the reseller's Partner ID, and so earn it the incentive. */
export function CreditLever({ subject, record }: AccessProps) {
  const { t } = useTranslation();
  return (
    <Lever
      title={t('access.credit.title')}
      gives={t('access.credit.gives')}
      now={<CreditNow subject={subject} record={record} />}
      how={t('access.credit.how')}
    >
      <LinkButton
        to={`/carts/new?customer=${record.row.id}&reseller=${subject.id}`}
        size="small"
        icon={<Cart16Regular />}
      >
        {t('action.addProducts')}
      </LinkButton>
    </Lever>
  );
}

function CreditNow({ subject, record }: AccessProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const partners = usePartners();
  if (record.subscriptions === undefined) return <StatusMark kind="info">{t('access.notRead')}</StatusMark>;
  const subscriptions = changeable(record.subscriptions);
  if (subscriptions.length === 0) return <StatusMark kind="info">{t('subscription.none')}</StatusMark>;
  const credited = subscriptions.filter(({ partnerId }) => partnerId === subject.partnerId && partnerId !== '').length;
  const whose = (partnerId: string): string => {
    if (partnerId === subject.partnerId) return subject.name;
    if (partnerId === partners?.ownPartnerId) return t('access.credit.own');
    return partners?.rows.find((row) => row.partnerId === partnerId)?.name ?? t('reseller.partnerIdIs', { id: partnerId });
  };
  return (
    <>
      <StatusMark kind={credited === subscriptions.length ? 'ok' : 'info'}>
        {t('access.credit.count', { carry: format.number(credited), all: format.number(subscriptions.length) })}
      </StatusMark>
      <PlainTable
        label={t('access.credit.title')}
        rows={subscriptions}
        rowKey={(row) => row.id}
        columns={[
          {
            id: 'name', header: t('subscription.name'), canWrap: true,
            cell: (row) => <TextLink to={pathWithReseller(record.row.id, row.id, subject.id)}>{subscriptionName(row)}</TextLink>,
          },
          {
            id: 'credit', header: t('access.credit.column'), canWrap: true,
            cell: ({ partnerId = '' }) => {
              if (partnerId === '') return <StatusMark kind="info">{t('access.credit.nobody')}</StatusMark>;
              return <StatusMark kind={partnerId === subject.partnerId ? 'ok' : 'info'}>{whose(partnerId)}</StatusMark>;
            },
          },
        ]}
      />
    </>
  );
}
