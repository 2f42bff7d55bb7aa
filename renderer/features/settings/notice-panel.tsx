import { Field, Switch } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { endRemindersSetting } from '../../platform/read-ends.ts';
import { useLive, useServices } from '../../platform/services.tsx';
import { Panel } from '../../ui/panel.tsx';

/** Which notices of the desktop are shown. */
export function NoticePanel() {
  const { t } = useTranslation();
  const { work } = useServices();
  const stored = useLive(async (store) => ({ isOff: (await store.setting(endRemindersSetting)) === 'off' }), []);
  if (stored === undefined) return null;
  return (
    <Panel title={t('settings.notices')}>
      <Field hint={t('ending.remindersHint')}>
        <Switch
          label={t('ending.reminders')}
          checked={!stored.isOff}
          onChange={(_event, data) => void work.saveSetting(endRemindersSetting, data.checked ? 'on' : 'off')}
        />
      </Field>
    </Panel>
  );
}
