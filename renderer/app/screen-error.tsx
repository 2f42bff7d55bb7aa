import { Button } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useRouteError } from 'react-router';
import { failure } from '../../shared/contract/failure.ts';
import { copyText } from '../platform/copy-text.ts';
import { reportBug } from '../platform/report-bug.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { Page } from '../ui/page.tsx';

/** What stands where a screen broke: a bug of ours. Reports it once and offers the way back. */
export function ScreenError() {
  const error = useRouteError();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const message = error instanceof Error ? error.message : String(error);
  useEffect(() => reportBug(error, `${pathname}: `), [error, pathname]);
  return (
    <Page title={t('app.screenError')}>
      <FailureMessage
        failure={failure('internal', { serverText: message.slice(0, 2000) })}
        copy={copyText}
        actions={
          <>
            <Button onClick={() => void navigate(-1)}>{t('ui.back')}</Button>
            <Button appearance="primary" onClick={() => void navigate('/')}>{t('app.goHome')}</Button>
          </>
        }
      />
    </Page>
  );
}
