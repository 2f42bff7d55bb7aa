import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { usePartners } from '../../../platform/use-partners.ts';
import { ListSkeleton } from '../../../ui/list-skeleton.tsx';
import { Page } from '../../../ui/page.tsx';
import { useKeptFocus } from '../../../ui/use-kept-focus.ts';
import { ResellersTabs } from '../resellers-tabs.tsx';
import { isBad } from '../reseller-rules.ts';
import { useShownVerdict } from '../use-shown-verdict.ts';
import { BadPartnerIds } from './bad-partner-ids.tsx';
import { RadarRunPanel } from './radar-run-panel.tsx';
import { RadarSummary } from './radar-summary.tsx';
import { UncheckedPartnerIds } from './unchecked-partner-ids.tsx';
import { VerifyPartnerId } from './verify-partner-id.tsx';

const useStyles = makeStyles({ column: { display: 'flex', flexDirection: 'column', gap: '16px' } });

/** Partner IDs of all resellers: how they stand, checking them all, and what to do about those that are refused. */
export function RadarPage() {
  const styles = useStyles();
  const { t } = useTranslation();
  const partners = usePartners();
  const shown = useShownVerdict();
  // a row that was checked and is good leaves its list
  const kept = useKeptFocus();
  if (partners === undefined) return <Page title={t('radar.title')}><ListSkeleton /></Page>;
  const { rows } = partners;
  const bad = rows.filter((row) => isBad(row) || row.partnerId === '');
  const unchecked = rows.filter((row) => row.partnerId !== '' && !isBad(row) && (shown(row.verdict)?.isOld ?? true));
  return (
    <Page title={t('radar.title')} subtitle={t('radar.hint')}>
      <ResellersTabs />
      <div className={styles.column} {...kept}>
        <RadarRunPanel total={rows.length} />
        <RadarSummary rows={rows} unchecked={unchecked.length} />
        <BadPartnerIds rows={bad} />
        {unchecked.length > 0 && <UncheckedPartnerIds rows={unchecked} />}
        <VerifyPartnerId />
      </div>
    </Page>
  );
}
