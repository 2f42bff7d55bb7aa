import { Map20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { Page } from '../ui/page.tsx';

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('app.notFound.title')}>
      <EmptyState
        icon={<Map20Regular />}
        title={t('app.notFound.what')}
        text={t('app.notFound.do')}
        actions={<LinkButton to="/" appearance="primary">{t('app.goHome')}</LinkButton>}
      />
    </Page>
  );
}
