import { Radio, RadioGroup } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useLive, useServices } from '../../platform/services.tsx';
import { languages, ownNameOf, readLanguageChoice } from '../../text/language.ts';
import { Panel } from '../../ui/panel.tsx';

/** The language of the whole app: the system's, Italian or English. The frame follows the setting at once. */
export function LanguagePanel() {
  const { t } = useTranslation();
  const { work } = useServices();
  const setting = useLive((store) => store.setting('language'), []);
  return (
    <Panel title={t('settings.language')}>
      <RadioGroup
        aria-label={t('settings.language')}
        value={readLanguageChoice(setting)}
        onChange={(_event, data) => void work.saveSetting('language', data.value)}
      >
        <Radio value="system" label={t('settings.languageSystem')} />
        {languages.map((language) => <Radio key={language} value={language} label={ownNameOf(language)} />)}
      </RadioGroup>
    </Panel>
  );
}
