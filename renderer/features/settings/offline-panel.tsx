import { Switch } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useWorkOffline } from '../../platform/use-work-offline.ts';
import { Panel } from '../../ui/panel.tsx';

/** The user's own switch between working online and offline. */
export function OfflinePanel() {
  const { t } = useTranslation();
  const { isOn, turn } = useWorkOffline();
  return (
    <Panel title={t('settings.network')}>
      <Switch checked={isOn} label={t('settings.workOffline')} onChange={(_event, data) => void turn(data.checked)} />
      <p>{t('settings.workOfflineHint')}</p>
    </Panel>
  );
}
