import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppInfo } from '../../../shared/contract/contract.ts';
import { bridge } from '../../platform/bridge.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

/** Version, runtime, and where secrets are kept. */
export function AboutPanel() {
  const { t } = useTranslation();
  const [info, setInfo] = useState<AppInfo>();
  useEffect(() => {
    void bridge.call('app.info', {}).then((answer) => answer.ok && setInfo(answer.value));
  }, []);
  if (info === undefined) return null;
  const hasKeychain = info.keychain === 'os';
  return (
    <Panel title={t('settings.about')}>
      <FactList
        facts={[
          { label: t('settings.version'), value: `${t('app.name')} ${info.version}` },
          { label: t('settings.runtime'), value: t(`settings.runtimeIs.${info.runtime}`) },
          {
            label: t('settings.secrets'),
            value: (
              <StatusMark kind={hasKeychain ? 'ok' : 'attention'}>
                {t(hasKeychain ? 'settings.keychainOs' : 'settings.keychainNone')}
              </StatusMark>
            ),
          },
        ]}
      />
    </Panel>
  );
}
