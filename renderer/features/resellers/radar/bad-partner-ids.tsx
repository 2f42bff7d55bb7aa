import { makeStyles, tokens } from '@fluentui/react-components';
import { Mail16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { PartnerRow } from '../../../platform/use-partners.ts';
import { useFormat } from '../../../text/use-format.ts';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import { VerdictMark } from '../../../ui/verdict-mark.tsx';
import { CheckNow } from '../check-now.tsx';
import { letterFor, letterPath } from '../reseller-rules.ts';
import { usablePartnerId } from '../reseller-subject.ts';
import { VerdictSentences } from '../reseller-verdict.tsx';
import { useShownVerdict } from '../use-shown-verdict.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: '4px 16px', padding: '12px 0', alignItems: 'start',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`, ':first-child': { borderTop: 'none' },
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  words: { display: 'flex', flexDirection: 'column', gap: '4px', minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'flex-start' },
  text: { margin: 0 },
});

/** The list is drawn whole: a radar that finds more is worked off from the top. */
const mostShown = 100;

/** Resellers whose Partner ID is refused, each with what that means and what to do. */
export function BadPartnerIds({ rows }: { readonly rows: readonly PartnerRow[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const rest = rows.length - mostShown;
  return (
    <Panel title={t('radar.badTitle')} tone={rows.length > 0 ? 'attention' : 'plain'}>
      {rows.length === 0 && <p className={styles.text}>{t('radar.noneBad')}</p>}
      <ul className={styles.list}>{rows.slice(0, mostShown).map((row) => <BadPartnerId key={row.id} row={row} />)}</ul>
      {rest > 0 && <p className={styles.text}>{t('radar.more', { count: rest, shown: format.number(rest) })}</p>}
    </Panel>
  );
}

function BadPartnerId({ row }: { readonly row: PartnerRow }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const shown = useShownVerdict();
  const { verdict } = row;
  const partnerId = usablePartnerId(row);
  const letter = verdict === undefined ? 'reseller-partner-id' : letterFor(verdict.standing);
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <span>
          <span className={styles.name}><TextLink to={`/resellers/${row.id}`}>{row.name}</TextLink></span>
          {row.partnerId !== '' && <> · {t('reseller.partnerIdIs', { id: row.partnerId })}</>}
        </span>
        {verdict === undefined
          ? <><StatusMark kind="attention">{t('reseller.noPartnerId')}</StatusMark><p className={styles.text}>{t('reseller.noPartnerIdDo')}</p></>
          : <><VerdictMark verdict={shown(verdict)} /><VerdictSentences verdict={verdict} /></>}
      </div>
      <div className={styles.buttons}>
        {letter !== undefined && (
          <LinkButton to={letterPath(letter, { reseller: row.id, back: '/resellers/partner-ids' })} size="small" icon={<Mail16Regular />}>
            {t('verdict.write')}
          </LinkButton>
        )}
        {partnerId !== undefined && <CheckNow partnerId={partnerId} name={row.name} size="small" />}
      </div>
    </li>
  );
}
