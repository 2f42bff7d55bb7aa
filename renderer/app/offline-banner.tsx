import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CloudOff16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useConnectivity, useMirror } from '../platform/services.tsx';
import { useWorkOffline } from '../platform/use-work-offline.ts';
import { Age } from '../ui/age.tsx';
import { dataAge } from './sync-state.ts';

const useStyles = makeStyles({
  banner: {
    display: 'flex', alignItems: 'center', gap: '8px', flexWrap: 'wrap', padding: '4px 16px', minHeight: '32px',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground4, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground1,
  },
});

/** One line under the top bar while the server is out of reach: why, how old the data is, what happens to work. */
export function OfflineBanner() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { isOnline, reason } = useConnectivity();
  const { turn } = useWorkOffline();
  const status = useMirror(['status'], (mirror) => mirror.status(), []);
  const isChosen = reason === 'work-offline';
  return (
    <div role="status">
      {!isOnline && status !== undefined && (
        <div className={styles.banner}>
          <CloudOff16Regular aria-hidden />
          <span>{isChosen ? t('offline.chosen') : t('offline.noNetwork')}</span>
          <span>{t('offline.data')} <Age isBare instant={dataAge(status)} /></span>
          {isChosen && <Button size="small" onClick={() => void turn(false)}>{t('sync.goOnline')}</Button>}
        </div>
      )}
    </div>
  );
}
