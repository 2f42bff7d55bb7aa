import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './en.json' with { type: 'json' };
import it from './it.json' with { type: 'json' };
import type { Language } from './language.ts';

/** Loads both languages (they are part of the bundle, so this needs no network) and shows one of them. */
export async function startText(language: Language): Promise<void> {
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      lng: language,
      fallbackLng: 'en',
      resources: { en: { translation: en }, it: { translation: it } },
      // React escapes already; escaping twice would show &#39; in Italian sentences.
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  }
  await showLanguage(language);
}

/** Changes the language at once, everywhere, and tells the document (screen readers choose the voice by it). */
export async function showLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
