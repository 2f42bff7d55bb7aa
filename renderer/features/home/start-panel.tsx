import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/panel.tsx';
import { TextLink } from '../../ui/text-link.tsx';

const useStyles = makeStyles({ steps: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '8px' } });

/** The first steps, for as long as nothing was ever begun. */
export function StartPanel() {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Panel title={t('home.start')}>
      <ol className={styles.steps}>
        <li><TextLink isInline to="/resellers">{t('home.startReseller')}</TextLink> {t('home.startResellerHint')}</li>
        <li><TextLink isInline to="/customers">{t('home.startProducts')}</TextLink> {t('home.startProductsHint')}</li>
        <li><TextLink isInline to="/outbox">{t('home.startOutbox')}</TextLink> {t('home.startOutboxHint')}</li>
      </ol>
    </Panel>
  );
}
