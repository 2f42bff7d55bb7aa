import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { verdictStandings } from '../../../../shared/domain/partnership/verdict.ts';
import type { PartnerRow } from '../../../platform/use-partners.ts';
import { useFormat } from '../../../text/use-format.ts';
import { Panel } from '../../../ui/panel.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', gap: '8px 24px', margin: 0 },
  pair: { display: 'flex', alignItems: 'center', gap: '8px' },
  number: { margin: 0, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
});

export interface RadarSummaryProps {
  readonly rows: readonly PartnerRow[];
  /** Never checked, or so long ago that it may have changed. */
  readonly unchecked: number;
}

/** How many Partner IDs stand how. Standings that nobody has are left out, "good" never is. */
export function RadarSummary({ rows, unchecked }: RadarSummaryProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const counts = verdictStandings.map((standing) => ({ standing, count: rows.filter((row) => row.verdict?.standing === standing).length }));
  const withoutId = rows.filter((row) => row.partnerId === '').length;
  return (
    <Panel title={t('radar.summary')}>
      <dl className={styles.list}>
        {counts.filter(({ standing, count }) => standing === 'good' || count > 0).map(({ standing, count }) => (
          <div key={standing} className={styles.pair}>
            <dt><StatusMark kind={standing === 'good' ? 'ok' : 'attention'}>{t(`verdict.${standing}.short`)}</StatusMark></dt>
            <dd className={styles.number}>{format.number(count)}</dd>
          </div>
        ))}
        {withoutId > 0 && (
          <div className={styles.pair}>
            <dt><StatusMark kind="attention">{t('reseller.noPartnerId')}</StatusMark></dt>
            <dd className={styles.number}>{format.number(withoutId)}</dd>
          </div>
        )}
        <div className={styles.pair}>
          <dt><StatusMark kind="info">{t('radar.unchecked')}</StatusMark></dt>
          <dd className={styles.number}>{format.number(unchecked)}</dd>
        </div>
      </dl>
    </Panel>
  );
}
