import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../../shared/domain/partnership/verdict.ts';
import type { PartnerId } from '../../../shared/ids.ts';
import { useLive } from '../../platform/services.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { ResellerSubject } from './reseller-subject.ts';
import { usablePartnerId } from './reseller-subject.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '16px' },
  text: { margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What was found about its Partner ID over time, since when it is in the list, and removals that were begun. */
export function ResellerHistory({ subject }: { readonly subject: ResellerSubject }) {
  const styles = useStyles();
  return (
    <div className={styles.column}>
      <ListHistory subject={subject} />
      <Verdicts partnerId={usablePartnerId(subject)} />
    </div>
  );
}

function ListHistory({ subject }: { readonly subject: ResellerSubject }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const kept = useLive(async ({ partnerships }) => ({
    sighting: (await partnerships.sightings()).find(({ id }) => id === subject.id),
    removals: (await partnerships.removals()).filter(({ resellerId }) => resellerId === subject.id),
  }), [subject.id]);
  if (kept === undefined) return null;
  const { sighting, removals } = kept;
  return (
    <Panel title={t('resellerHistory.list')}>
      <ul className={styles.list}>
        {sighting === undefined && <li>{t('resellerHistory.notNoticed')}</li>}
        {sighting?.goneAt !== undefined && <li>{t('resellerHistory.gone')} <DateText instant={sighting.goneAt} as="exact" /></li>}
        {sighting !== undefined && (
          <li>
            {t(sighting.isFromStart ? 'resellerHistory.fromStart' : 'resellerHistory.since')}{' '}
            <DateText instant={sighting.firstSeenAt} as="exact" />
          </li>
        )}
        {removals.map((removal) => (
          <li key={removal.id}>
            {t(`resellerHistory.removal.${removal.state}`, { who: removal.attestedBy })} <DateText instant={removal.attestedAt} as="exact" />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Verdicts({ partnerId }: { readonly partnerId: PartnerId | undefined }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const rows = useLive<readonly Verdict[]>(
    async (work) => (partnerId === undefined ? [] : work.partnerships.verdictsOf(partnerId)), [partnerId],
  );
  if (rows === undefined) return null;
  if (rows.length === 0) return <Panel title={t('resellerHistory.verdicts')}><p className={styles.muted}>{t('verdict.neverDo')}</p></Panel>;
  return (
    <Panel title={t('resellerHistory.verdicts')}>
      <PlainTable
        label={t('resellerHistory.verdicts')}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            id: 'standing', header: t('resellerHistory.finding'),
            cell: ({ standing }) => <StatusMark kind={standing === 'good' ? 'ok' : 'attention'}>{t(`verdict.${standing}.short`)}</StatusMark>,
          },
          { id: 'first', header: t('resellerHistory.firstFound'), cell: (row) => <DateText instant={row.firstFoundAt} as="exact" /> },
          { id: 'last', header: t('resellerHistory.lastChecked'), cell: (row) => <DateText instant={row.checkedAt} as="exact" /> },
          { id: 'checks', header: t('resellerHistory.checks'), align: 'end', cell: (row) => row.checks },
          { id: 'server', header: t('ui.detail.serverCode'), canWrap: true, cell: (row) => row.code ?? '–' },
        ]}
      />
    </Panel>
  );
}
