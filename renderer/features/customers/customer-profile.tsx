import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CustomerRecord } from '../../../shared/ports/mirror.ts';
import { relationshipWords } from '../../text/commerce-words.ts';
import { useFormat } from '../../text/use-format.ts';
import { copyText } from '../../platform/copy-text.ts';
import { Age } from '../../ui/age.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { DomainText } from '../../ui/domain-text.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CustomerResellers } from './customer-resellers.tsx';

const useStyles = makeStyles({
  pair: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(340px, 1fr))', gap: '16px' },
});

/** Who the customer is, and who sells to it. */
export function CustomerProfile({ record }: { readonly record: CustomerRecord }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { row } = record;
  return (
    <div className={styles.pair}>
      <Panel title={t('customer.details')} actions={<Age instant={record.readAt?.detail ?? record.refreshedAt} />}><Details record={record} /></Panel>
      <Panel title={t('customer.relationship')}>
        <FactList
          facts={[
            { label: t('customer.relationship'), value: relationshipWords(t, row.relationship) },
          ]}
        />
      </Panel>
      <CustomerResellers record={record} />
    </div>
  );
}

function CopiedDomain({ domain }: { readonly domain: string }) {
  const { t } = useTranslation();
  return <><DomainText domain={domain} /> <CopyButton label={t('customer.copyDomain')} copy={() => copyText(domain)} /></>;
}

const joined = (parts: readonly (string | undefined)[], by: string): string =>
  parts.filter((part) => part !== undefined && part !== '').join(by);

function Details({ record: { row, detail } }: { readonly record: CustomerRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { address, contact } = detail ?? {};
  const town = joined([address?.postalCode, address?.city], ' ');
  const country = address?.country ?? detail?.country;
  return (
    <FactList
      facts={[
        { label: t('customer.tenantId'), value: row.id },
        { label: t('customer.domain'), value: <CopiedDomain domain={row.domain} /> },
        { label: t('customer.registrationNumber'), value: detail?.registrationNumber },
        {
          label: t('customer.address'),
          value: joined([address?.addressLine1, address?.addressLine2, town, address?.state], ', '),
        },
        { label: t('customer.country'), value: country && format.country(country) },
        { label: t('customer.contact'), value: joined([contact?.firstName, contact?.lastName], ' ') },
        { label: t('customer.email'), value: contact?.email },
        { label: t('customer.phone'), value: contact?.phoneNumber },
        { label: t('customer.language'), value: detail?.language && format.language(detail.language) },
      ]}
    />
  );
}
