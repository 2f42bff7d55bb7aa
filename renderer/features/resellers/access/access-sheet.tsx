import { MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { MailAdd16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { CustomerRecord } from '../../../../shared/ports/mirror.ts';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Page } from '../../../ui/page.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { ExternalLink } from '../external-link.tsx';
import { letterPath } from '../reseller-rules.ts';
import type { ResellerSubject } from '../reseller-subject.ts';
import { CreditLever } from './credit-lever.tsx';
import { Lever } from './lever.tsx';
import { ReadCustomer } from './read-customer.tsx';
import { SupportLever } from './support-lever.tsx';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '16px' },
  pair: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 420px), 1fr))', gap: '16px', alignItems: 'start' },
  bar: { whiteSpace: 'normal' },
});

export interface AccessProps {
  readonly subject: ResellerSubject;
  readonly record: CustomerRecord;
}

/** The four levers of access and involvement, each as it is set now and with the way to change it (portal task T4). */
export function AccessSheet({ subject, record }: AccessProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const breadcrumbs = [
    { label: t('nav.resellers'), to: '/resellers' },
    { label: subject.name, to: `/resellers/${subject.id}` },
    { label: t('access.title'), to: `/resellers/${subject.id}/access` },
  ];
  return (
    <Page
      title={t('access.forCustomer', { name: record.row.name })}
      subtitle={t('access.ofReseller', { name: subject.name })}
      breadcrumbs={breadcrumbs}
    >
      <div className={styles.column}>
        <ReadCustomer record={record} />
        <MessageBar intent="info" layout="multiline"><MessageBarBody className={styles.bar}>{t('access.gdap')}</MessageBarBody></MessageBar>
        <div className={styles.pair}>
          <AccountLever subject={subject} record={record} />
          <AzureLever />
          <CreditLever subject={subject} record={record} />
          <SupportLever subject={subject} record={record} />
        </div>
      </div>
    </Page>
  );
}

function AccountLever({ subject, record }: AccessProps) {
  const { t } = useTranslation();
  const { row } = record;
  const isAssociated = row.resellerIds.includes(subject.id);
  const values = { reseller: subject.name, customer: row.name };
  return (
    <Lever
      title={t('access.account.title')}
      gives={t('access.account.gives')}
      now={
        isAssociated
          ? <StatusMark kind="ok">{t('access.account.yes', values)}</StatusMark>
          : <StatusMark kind="attention">{t('access.account.no', values)}</StatusMark>
      }
      how={t(isAssociated ? 'access.account.howMore' : 'access.account.how')}
    >
      {!isAssociated && (
        <LinkButton
          to={letterPath('customer-relationship', {
            reseller: subject.id, customer: row.id, back: `/resellers/${subject.id}/access/${row.id}`,
          })}
          icon={<MailAdd16Regular />} size="small"
        >
          {t('access.account.invite')}
        </LinkButton>
      )}
    </Lever>
  );
}

/** Where permissions on Azure are kept since they left Partner Center. */
const entraAdminCentre = 'https://entra.microsoft.com';

function AzureLever() {
  const { t } = useTranslation();
  return (
    <Lever
      title={t('access.azure.title')}
      gives={t('access.azure.gives')}
      now={<StatusMark kind="info">{t('access.azure.notTold')}</StatusMark>}
      how={t('access.azure.how')}
    >
      <ExternalLink url={entraAdminCentre} label={t('access.azure.open')} />
    </Lever>
  );
}
