import { MessageBar, MessageBarBody, Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { BuildingPeople20Regular } from '@fluentui/react-icons';
import { useId } from 'react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { usePartners } from '../../platform/use-partners.ts';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { Page } from '../../ui/page.tsx';
import { ResellerActions } from './reseller-actions.tsx';
import { ResellerBusiness } from './reseller-business.tsx';
import { ResellerCustomers } from './reseller-customers.tsx';
import { ResellerHistory } from './reseller-history.tsx';
import { ResellerOverview } from './reseller-overview.tsx';
import { subjectOf } from './reseller-subject.ts';
import type { ResellerSubject } from './reseller-subject.ts';
import { ResellerWork } from './reseller-work.tsx';

const useStyles = makeStyles({
  gone: { flexShrink: 0, marginBottom: '12px' },
  bar: { whiteSpace: 'normal' },
  tabs: { flexShrink: 0, flexWrap: 'wrap', marginBottom: '12px', marginLeft: '-12px' },
  panel: {
    flexGrow: 1, minHeight: 0, minWidth: 0, display: 'flex', flexDirection: 'column', overflow: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '& > *': { flexShrink: 0 },
    // The table of customers scrolls by itself.
    '& > [role="grid"]': { flexShrink: 1 },
    '@media (max-height: 520px)': { overflow: 'visible', flexShrink: 0 },
  },
});

/** One reseller, of the list or of the past: who it is, its customers, its business, what is under way, what was. */
export function ResellerDetail({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const partners = usePartners();
  if (partners === undefined) {
    return <Page title={t('reseller.name')} breadcrumbs={[{ label: t('nav.resellers'), to: '/resellers' }]}><ListSkeleton /></Page>;
  }
  const subject = subjectOf(id, partners.rows, partners.sightings);
  if (subject !== undefined) return <KnownReseller subject={subject} />;
  return (
    <Page title={t('reseller.notFound')} breadcrumbs={[{ label: t('nav.resellers'), to: '/resellers' }]}>
      <EmptyState icon={<BuildingPeople20Regular />} title={t('reseller.notFound')} text={t('reseller.notFoundHint')} />
    </Page>
  );
}

const tabs = ['overview', 'customers', 'business', 'work', 'history'] as const;
type ResellerTab = (typeof tabs)[number];

const contents: Readonly<Record<ResellerTab, ComponentType<{ readonly subject: ResellerSubject }>>> = {
  overview: ResellerOverview,
  customers: ResellerCustomers,
  business: ResellerBusiness,
  work: ResellerWork,
  history: ResellerHistory,
};

function KnownReseller({ subject }: { readonly subject: ResellerSubject }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const base = useId();
  const [search, setSearch] = useSearchParams();
  const tab = tabs.find((one) => one === search.get('tab')) ?? 'overview';
  const Content = contents[tab];
  return (
    <Page
      title={subject.name} breadcrumbs={[{ label: t('nav.resellers'), to: '/resellers' }]} isFilled
      actions={<ResellerActions subject={subject} />}
    >
      {subject.goneAt !== undefined && (
        <MessageBar intent="warning" layout="multiline" className={styles.gone}>
          <MessageBarBody className={styles.bar}>
            {t('reseller.goneWhat')} <DateText instant={subject.goneAt} as="date" />. {t('reseller.goneDo')}
          </MessageBarBody>
        </MessageBar>
      )}
      <TabList
        className={styles.tabs} selectedValue={tab} aria-label={t('reseller.tabsLabel')}
        onTabSelect={(_event, data) => setSearch({ tab: String(data.value) }, { replace: true })}
      >
        {tabs.map((one) => (
          <Tab key={one} value={one} id={`${base}-${one}`} {...(one === tab ? { 'aria-controls': `${base}-panel` } : {})}>
            {t(`reseller.tab.${one}`)}
          </Tab>
        ))}
      </TabList>
      <div id={`${base}-panel`} role="tabpanel" tabIndex={0} aria-labelledby={`${base}-${tab}`} className={styles.panel}>
        <Content subject={subject} />
      </div>
    </Page>
  );
}
