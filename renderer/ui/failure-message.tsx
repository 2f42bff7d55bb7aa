import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/contract/failure.ts';
import { failureDetails, failureWords } from '../text/failure-words.ts';
import { CopyButton } from './copy-button.tsx';

const useStyles = makeStyles({
  body: { whiteSpace: 'normal' },
  details: { marginTop: '6px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  summary: { cursor: 'pointer', width: 'fit-content' },
  pre: {
    margin: '6px 0', padding: '8px', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontFamily: tokens.fontFamilyMonospace,
    backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusMedium,
  },
});

export interface FailureMessageProps {
  readonly failure: Failure;
  readonly intent?: 'error' | 'warning' | 'info';
  /** Buttons that do the next step. */
  readonly actions?: ReactNode;
  /** Copies the details for support; true when it worked. */
  readonly copy?: (text: string) => Promise<boolean>;
}

/** A failure in words: what happened and what it means, what to do; the code and correlation id one click away. */
export function FailureMessage({ failure, intent = 'error', actions, copy }: FailureMessageProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const words = failureWords(t, failure);
  const details = failureDetails(t, failure);
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{words.what}</MessageBarTitle>
        <div>{words.act}</div>
        <details className={styles.details}>
          <summary className={styles.summary}>{t('ui.details')}</summary>
          <pre className={styles.pre}>{details}</pre>
          {copy !== undefined && <CopyButton isWide label={t('ui.copyDetails')} copy={() => copy(details)} />}
        </details>
      </MessageBarBody>
      {actions !== undefined && <MessageBarActions>{actions}</MessageBarActions>}
    </MessageBar>
  );
}
