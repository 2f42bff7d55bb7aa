import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import { BuildingPeople20Regular, PersonAdd20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { isActive } from '../../../shared/domain/reseller/reseller.ts';
import type { ResellerRow } from '../../../shared/ports/mirror.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useMirror } from '../../platform/services.tsx';
import { useFormat } from '../../text/use-format.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { ResellerCustomers } from './reseller-customers.tsx';
import { ResellerState } from './reseller-state.tsx';

const useStyles = makeStyles({
  facts: { flexShrink: 0, maxWidth: '640px', paddingBottom: '16px' },
  warning: { flexShrink: 0, marginBottom: '12px' },
  inline: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
});

/** One reseller: who it is, whether it can be sold to now, its customers, and the way to a new one. */
export function ResellerDetail({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const resellers = useMirror(['resellers', 'customers'], (mirror) => mirror.resellers(), []);
  if (resellers === undefined) return null;
  const reseller = resellers.find((row) => row.id === id);
  const breadcrumbs = [{ label: t('nav.resellers'), to: '/resellers' }];
  if (reseller === undefined) {
    return (
      <Page title={t('reseller.notFound')} breadcrumbs={breadcrumbs}>
        <EmptyState icon={<BuildingPeople20Regular />} title={t('reseller.notFound')} text={t('reseller.notFoundHint')} />
      </Page>
    );
  }
  return <KnownReseller reseller={reseller} breadcrumbs={breadcrumbs} />;
}

interface KnownResellerProps {
  readonly reseller: ResellerRow;
  readonly breadcrumbs: readonly { readonly label: string; readonly to: string }[];
}

function KnownReseller({ reseller, breadcrumbs }: KnownResellerProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const copied = (text: string, label: string) => (
    <span className={styles.inline}>{text}<CopyButton label={label} copy={() => copyText(text)} /></span>
  );
  return (
    <Page
      title={reseller.name}
      breadcrumbs={breadcrumbs}
      isFilled
      actions={
        <LinkButton to={`/customers/new?reseller=${reseller.id}`} appearance="primary" icon={<PersonAdd20Regular />}>
          {t('action.addCustomer')}
        </LinkButton>
      }
    >
      {!isActive(reseller) && (
        <MessageBar intent="warning" layout="multiline" className={styles.warning}>
          <MessageBarBody>
            <MessageBarTitle>{t('reseller.suspendedWhat')}</MessageBarTitle>
            {t('reseller.suspendedDo')}
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.facts}>
        <FactList
          facts={[
            { label: t('reseller.status'), value: <ResellerState reseller={reseller} /> },
            {
              label: t('reseller.partnerId'),
              value: reseller.partnerId && copied(reseller.partnerId, t('action.copyPartnerId')),
            },
            { label: t('reseller.tenantId'), value: copied(reseller.id, t('action.copyTenantId')) },
            { label: t('reseller.location'), value: format.country(reseller.location) },
          ]}
        />
      </div>
      <ResellerCustomers resellerId={reseller.id} />
    </Page>
  );
}
