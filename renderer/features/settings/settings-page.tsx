import { makeStyles } from '@fluentui/react-components';
import { History20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { AboutPanel } from './about-panel.tsx';
import { AccountPanel } from './account-panel.tsx';
import { AgreementPanel } from './agreement-panel.tsx';
import { DataPanel } from './data-panel.tsx';
import { LanguagePanel } from './language-panel.tsx';
import { NoticePanel } from './notice-panel.tsx';
import { OfflinePanel } from './offline-panel.tsx';
import { OrderPanel } from './order-panel.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(340px, 1fr))', gap: '16px', alignItems: 'start',
    maxWidth: '1160px',
  },
  column: { display: 'flex', flexDirection: 'column', gap: '16px', minWidth: 0 },
});

/** Everything that can be set, and the facts about account, data and program. */
export function SettingsPage() {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Page
      title={t('nav.settings')}
      actions={<LinkButton to="/settings/journal" icon={<History20Regular />}>{t('action.openJournal')}</LinkButton>}
    >
      <div className={styles.columns}>
        <div className={styles.column}>
          <LanguagePanel />
          <OfflinePanel />
          <AccountPanel />
          <AgreementPanel />
          <OrderPanel />
          <NoticePanel />
        </div>
        <div className={styles.column}>
          <DataPanel />
          <AboutPanel />
        </div>
      </div>
    </Page>
  );
}
