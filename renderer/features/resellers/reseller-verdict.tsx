import { makeStyles, tokens } from '@fluentui/react-components';
import { Mail20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../../shared/domain/partnership/verdict.ts';
import { usePartners } from '../../platform/use-partners.ts';
import { useFormat } from '../../text/use-format.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { CheckNow } from './check-now.tsx';
import { letterFor, letterPath } from './reseller-rules.ts';
import type { ResellerSubject } from './reseller-subject.ts';
import { usablePartnerId } from './reseller-subject.ts';
import { useShownVerdict } from './use-shown-verdict.ts';
import { verdictWords } from './verdict-words.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '8px' },
  words: { margin: 0 },
  server: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'flex-start' },
});

/** Whether the reseller's Partner ID may stand on an order: what was found, what follows, what to do, and how old that is. */
export function ResellerVerdict({ subject }: { readonly subject: ResellerSubject }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const shown = useShownVerdict();
  const kept = usePartners()?.verdictOf(subject.partnerId);
  const partnerId = usablePartnerId(subject);
  if (partnerId === undefined) {
    return (
      <Panel title={t('verdict.title')} tone="attention">
        <StatusMark kind="attention">{t('reseller.noPartnerId')}</StatusMark>
        <p className={styles.words}>{t('reseller.noPartnerIdDo')}</p>
      </Panel>
    );
  }
  const verdict = shown(kept);
  const isCalm = kept === undefined || (kept.standing === 'good' && verdict?.isOld === false);
  const letter = kept && letterFor(kept.standing);
  return (
    <Panel title={t('verdict.title')} tone={isCalm ? 'plain' : 'attention'}>
      <div className={styles.column}>
        <VerdictMark verdict={verdict} />
        {kept === undefined ? <p className={styles.words}>{t('verdict.neverDo')}</p> : <VerdictSentences verdict={kept} />}
        {verdict?.isOld === true && <p className={styles.words}>{t('verdict.oldDo')}</p>}
        <div className={styles.buttons}>
          {letter !== undefined && (
            <LinkButton
              to={letterPath(letter, { reseller: subject.id, back: `/resellers/${subject.id}` })} appearance="primary" icon={<Mail20Regular />}
            >
              {t('verdict.write')}
            </LinkButton>
          )}
          <CheckNow partnerId={partnerId} />
        </div>
      </div>
    </Panel>
  );
}

/** The sentences of a verdict; the server's own words below them. */
export function VerdictSentences({ verdict }: { readonly verdict: Verdict }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const words = verdictWords(t, format, verdict);
  const own = [verdict.code, verdict.text].filter((part) => part !== undefined && part !== '').join(' ');
  return (
    <>
      <p className={styles.words}>{words.what} {words.means}</p>
      <p className={styles.words}>{words.act}</p>
      {own !== '' && <p className={styles.server}>{t('ui.detail.serverText')}: {own}</p>}
    </>
  );
}
