import { Button, Checkbox, makeStyles } from '@fluentui/react-components';
import { Cart16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { subscriptionName } from '../../../../shared/domain/subscription/subscription.ts';
import { useServices } from '../../../platform/services.tsx';
import { selectSubscriptions } from '../../../platform/subscription-selection.ts';
import { usePartners } from '../../../platform/use-partners.ts';
import { useFormat } from '../../../text/use-format.ts';
import { LinkButton } from '../../../ui/link-button.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import type { AccessProps } from './access-sheet.tsx';
import { Lever } from './lever.tsx';
import { changeable, pathWithReseller } from './subscription-path.ts';

const useStyles = makeStyles({ put: { alignSelf: 'flex-start', marginTop: '8px' } });

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
  const styles = useStyles();
  const navigate = useNavigate();
  const { account } = useServices();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  if (record.subscriptions === undefined) return <StatusMark kind="info">{t('access.notRead')}</StatusMark>;
  const subscriptions = changeable(record.subscriptions);
  if (subscriptions.length === 0) return <StatusMark kind="info">{t('subscription.none')}</StatusMark>;
  const credited = subscriptions.filter(({ partnerId }) => partnerId === subject.partnerId && partnerId !== '').length;
  const whose = (partnerId: string): string => {
    if (partnerId === subject.partnerId) return subject.name;
    if (partnerId === partners?.ownPartnerId) return t('access.credit.own');
    return partners?.rows.find((row) => row.partnerId === partnerId)?.name ?? t('reseller.partnerIdIs', { id: partnerId });
  };
  const isCredited = (partnerId: string | undefined): boolean => partnerId === subject.partnerId && partnerId !== '';
  const wanted = subscriptions.filter(({ id, partnerId }) => chosen.includes(id) && !isCredited(partnerId));
  const put = (): void => {
    const [only, ...others] = wanted;
    if (only === undefined) return;
    if (others.length === 0) return void navigate(pathWithReseller(record.row.id, only.id, subject.id));
    selectSubscriptions(account.id, wanted.map(({ id: subscriptionId }) => ({ customerId: record.row.id, subscriptionId })));
    void navigate(`/subscriptions/bulk?subscriptions=selected&reseller=${subject.id}`);
  };
  const choose = (id: string, isChosen: boolean): void => setChosen(isChosen ? [...chosen, id] : chosen.filter((one) => one !== id));
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
            id: 'choose', header: t('access.credit.choose'),
            cell: (row) =>
              subject.row !== undefined && !isCredited(row.partnerId) && (
                <Checkbox
                  aria-label={t('access.credit.chooseOne', { name: subscriptionName(row) })} checked={chosen.includes(row.id)}
                  onChange={(_event, data) => choose(row.id, data.checked === true)}
                />
              ),
          },
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
      {wanted.length > 0 && (
        <Button className={styles.put} size="small" appearance="primary" onClick={put}>
          {t('access.credit.put', { name: subject.name, count: wanted.length })}
        </Button>
      )}
    </>
  );
}
