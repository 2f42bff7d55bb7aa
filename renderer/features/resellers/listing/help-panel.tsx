import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { enforcedSince } from '../../../../shared/domain/partnership/verdict.ts';
import { useFormat } from '../../../text/use-format.ts';
import { Panel } from '../../../ui/panel.tsx';
import { ExternalLink } from '../external-link.tsx';
import { helpPages, helpTopics } from './help-topics.ts';

const useStyles = makeStyles({
  topic: { borderTop: `1px solid ${tokens.colorNeutralStroke3}`, padding: '8px 0', ':first-of-type': { borderTop: 'none' } },
  question: {
    cursor: 'pointer', fontWeight: tokens.fontWeightSemibold, width: 'fit-content',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  answer: { margin: '6px 0', maxWidth: '80ch' },
});

/** Short answers about working with resellers, each with Microsoft's own page; they are here without a network too. */
export function HelpPanel() {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const values = { orders: format.date(`${enforcedSince.orders}T12:00:00Z`), changes: format.date(`${enforcedSince.changes}T12:00:00Z`) };
  return (
    <Panel title={t('resellerHelp.title')}>
      {helpTopics.map((topic) => (
        <details key={topic} className={styles.topic}>
          <summary className={styles.question}>{t(`resellerHelp.${topic}.question`)}</summary>
          <p className={styles.answer}>{t(`resellerHelp.${topic}.answer`, values)}</p>
          <ExternalLink isQuiet url={helpPages[topic]} label={t(`resellerHelp.${topic}.page`)} />
        </details>
      ))}
    </Panel>
  );
}
