import { bridge } from '../platform/bridge.ts';
import { showLanguage } from '../text/i18n.ts';
import { chooseLanguage, readLanguageChoice } from '../text/language.ts';

/** Shows the language of the settings (or the system's) here and in the native menus. */
export async function applyLanguage(setting: string | undefined): Promise<void> {
  const language = chooseLanguage(readLanguageChoice(setting), navigator.languages);
  await showLanguage(language);
  await bridge.call('app.setLanguage', { language });
}
