import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { JournalEntry } from '../../shared/domain/journal/journal-entry.ts';
import { journalSentence } from '../text/journal-words.ts';
import { DateText } from './date-text.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  entry: {
    display: 'flex', gap: '16px', padding: '6px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    alignItems: 'baseline',
  },
  when: { width: '164px', flexShrink: 0, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  what: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  who: {
    color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, flexShrink: 0,
    maxWidth: '30%', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap',
  },
  none: { color: tokens.colorNeutralForeground2, margin: 0 },
});

export interface JournalListProps {
  readonly entries: readonly JournalEntry[];
  /** Names whom each entry is about; off where all are about the same. */
  readonly withSubject?: boolean;
}

/** Who did what, when; newest first. */
export function JournalList({ entries, withSubject = false }: JournalListProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (entries.length === 0) return <p className={styles.none}>{t('journal.empty')}</p>;
  return (
    <ol className={styles.list}>
      {entries.map((entry) => (
        <li key={entry.id} className={styles.entry}>
          <span className={styles.when}><DateText instant={entry.at} as="exact" /></span>
          <span className={styles.what}>
            {withSubject && entry.subject !== undefined && <strong>{entry.subject}: </strong>}
            {journalSentence(t, entry)}
          </span>
          {entry.who === 'app'
            ? <span className={styles.who}>{t('journal.byApp')}</span>
            : <span className={styles.who} title={entry.who}>{entry.who}</span>}
        </li>
      ))}
    </ol>
  );
}
