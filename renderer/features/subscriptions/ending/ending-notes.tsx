import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { copyText } from '../../../platform/copy-text.ts';
import { useMirror } from '../../../platform/services.tsx';
import { useFormat } from '../../../text/use-format.ts';
import { FailureMessage } from '../../../ui/failure-message.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import type { ChoiceDone } from './use-end-choice.ts';
import type { EndingFiles } from './use-ending-files.ts';

const useStyles = makeStyles({
  note: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', paddingBottom: '8px', flexShrink: 0, color: tokens.colorNeutralForeground2 },
});

export interface EndingNotesProps {
  readonly done: ChoiceDone | undefined;
  readonly files: Pick<EndingFiles, 'savedAs' | 'problem' | 'hasFailed'>;
}

/** What became of a choice or a file, and of how many customers nothing is known here. */
export function EndingNotes({ done, files: { savedAs, problem, hasFailed } }: EndingNotesProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const coverage = useMirror(['customers', 'orders'], (mirror) => mirror.subscriptionCoverage(), []);
  const unread = coverage === undefined ? 0 : coverage.customers - coverage.read;
  return (
    <>
      <div className={styles.note} role="status">
        {done !== undefined && done.sent > 0 && (
          <span>{t('ending.preview.done', { count: done.sent })} <TextLink to="/outbox" isInline>{t('nav.outbox')}</TextLink></span>
        )}
        {done !== undefined && done.noted > 0 && <span>{t('ending.preview.noted', { count: done.noted })}</span>}
        {savedAs !== undefined && <span>{t('ending.files.saved', { name: savedAs })}</span>}
        {hasFailed && <span>{t('ending.picture.failed')}</span>}
      </div>
      {problem !== undefined && <FailureMessage failure={problem} copy={copyText} />}
      {unread > 0 && (
        <div className={styles.note}>
          <span>{t('ending.coverage', { count: unread, shown: format.number(unread) })}</span>
          <TextLink to="/briefcase">{t('ending.takeAlong')}</TextLink>
        </div>
      )}
    </>
  );
}
