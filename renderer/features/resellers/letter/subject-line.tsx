import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { copyText } from '../../../platform/copy-text.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';

const useStyles = makeStyles({
  line: { display: 'flex', gap: '4px', alignItems: 'center', minWidth: 0 },
  label: { color: tokens.colorNeutralForeground2 },
  text: { overflowWrap: 'anywhere', minWidth: 0 },
});

export interface SubjectLineProps {
  /** Whom the letter is for: tells the buttons of several letters apart. */
  readonly name: string;
  readonly subject: string;
}

/** The subject of a letter, to be copied by itself: "Copy to clipboard" gives the text alone. */
export function SubjectLine({ name, subject }: SubjectLineProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div className={styles.line}>
      <span className={styles.text}><span className={styles.label}>{t('letter.subject')}:</span> {subject}</span>
      <CopySubject name={name} subject={subject} />
    </div>
  );
}

/** Copies the subject alone. */
export function CopySubject({ name, subject }: SubjectLineProps) {
  const { t } = useTranslation();
  return <CopyButton label={t('letter.copySubject', { name })} copy={() => copyText(subject)} />;
}
