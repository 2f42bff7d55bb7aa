import { Button, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/contract/failure.ts';
import { copyText } from '../platform/copy-text.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { Page } from '../ui/page.tsx';

const useStyles = makeStyles({ main: { height: '100%', maxWidth: '720px', margin: '0 auto' } });

/** The account could not be opened on this computer. */
export function StartFailed({ failure, onRetry }: { readonly failure: Failure; readonly onRetry: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <main className={styles.main}>
      <Page title={t('app.startFailed')}>
        <FailureMessage
          failure={failure}
          copy={copyText}
          actions={<Button appearance="primary" onClick={onRetry}>{t('app.tryAgain')}</Button>}
        />
      </Page>
    </main>
  );
}
