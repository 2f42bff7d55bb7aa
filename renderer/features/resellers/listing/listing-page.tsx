import { makeStyles } from '@fluentui/react-components';
import { Mail20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { Organization } from '../../../../shared/ports/organization.ts';
import { copyText } from '../../../platform/copy-text.ts';
import { useMirror } from '../../../platform/services.tsx';
import { useFormat } from '../../../text/use-format.ts';
import { Age } from '../../../ui/age.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { FactList } from '../../../ui/fact-list.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Page } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { ExternalLink } from '../external-link.tsx';
import { letterPath } from '../reseller-rules.ts';
import { ResellersTabs } from '../resellers-tabs.tsx';
import { HelpPanel } from './help-panel.tsx';
import { PartnershipLink } from './partnership-link.tsx';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '16px' },
  pair: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 380px), 1fr))', gap: '16px', alignItems: 'start' },
  text: { margin: '0 0 8px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  inline: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
});

/** How Microsoft's vetting of the legal business stands (VettingStatus of get-legal-business-profile); another is shown as it came. */
const vettingStatuses = ['none', 'pending', 'authorized', 'rejected'] as const;

/** Microsoft's public search for partners; the portal's page names it as the list of official indirect providers. */
const publicList = 'https://partner.microsoft.com/partnership/find-a-partner';

/** The provider's own listing as the service knows it (portal task T1), its personal link, and help (T11). */
export function ListingPage() {
  const styles = useStyles();
  const { t } = useTranslation();
  const answer = useMirror(['organization', 'status'], async (mirror) => ({
    organization: await mirror.organization(), readAt: (await mirror.status()).collections.organization.pulledAt,
  }), []);
  return (
    <Page title={t('listing.title')} subtitle={<Age instant={answer?.readAt} />}>
      <ResellersTabs />
      <div className={styles.column}>
        <Panel title={t('listing.changeTitle')}>
          <p className={styles.text}>{t('listing.changeText')}</p>
          <div className={styles.buttons}>
            <LinkButton to={letterPath('own-listing', { back: '/resellers/listing' })} appearance="primary" icon={<Mail20Regular />}>
              {t('listing.write')}
            </LinkButton>
            <ExternalLink url={publicList} label={t('listing.publicList')} />
          </div>
        </Panel>
        {answer !== undefined && answer.organization === undefined && <Panel title={t('listing.organization')}>{t('listing.neverRead')}</Panel>}
        {answer?.organization !== undefined && <Profiles organization={answer.organization} />}
        <PartnershipLink />
        <HelpPanel />
      </div>
    </Page>
  );
}

function Profiles({ organization }: { readonly organization: Organization }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const { partnerId, legal, support } = organization;
  // The service ends an address with the code of its country.
  const address = (line = ''): string => line.replace(/(?<=, )[A-Z]{2}$/u, (code) => format.country(code));
  const vetting = (status: string): string => {
    const known = vettingStatuses.find((one) => one === status.toLowerCase());
    return known === undefined ? status : t(`listing.vettingIs.${known}`);
  };
  const id = (
    <span className={styles.inline}>{partnerId}<CopyButton label={t('action.copyPartnerId')} copy={() => copyText(partnerId)} /></span>
  );
  return (
    <div className={styles.pair}>
      <Panel title={t('listing.organization')}>
        <FactList
          facts={[
            { label: t('listing.company'), value: organization.companyName },
            { label: t('reseller.partnerId'), value: partnerId === '' ? t('listing.noPartnerId') : id },
            { label: t('reseller.tenantId'), value: organization.tenantId },
            { label: t('customer.domain'), value: organization.domain },
            { label: t('customer.country'), value: format.country(organization.country) },
            { label: t('customer.address'), value: address(organization.address) },
            { label: t('customer.email'), value: organization.email },
          ]}
        />
      </Panel>
      <Panel title={t('listing.legal')}>
        {legal === undefined ? t('listing.legalMissing') : (
          <FactList
            facts={[
              { label: t('listing.company'), value: legal.companyName },
              { label: t('customer.address'), value: address(legal.address) },
              { label: t('customer.contact'), value: legal.contact },
              { label: t('listing.vetting'), value: vetting(legal.vettingStatus) },
            ]}
          />
        )}
      </Panel>
      <Panel title={t('listing.support')}>
        {support === undefined ? t('listing.supportMissing') : (
          <FactList
            facts={[
              { label: t('customer.email'), value: support.email },
              { label: t('customer.phone'), value: support.telephone },
              { label: t('listing.website'), value: support.website },
            ]}
          />
        )}
      </Panel>
    </div>
  );
}
