import i18next from 'i18next';
import type { ResourceKey, TFunction } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from './language.ts';

/** The sentences of one language: part of the app, so no network; a file of its own, so a start reads only what it shows. */
const sentencesOf: Readonly<Record<Language, () => Promise<{ readonly default: ResourceKey }>>> = {
  en: () => import('./en.json', { with: { type: 'json' } }),
  it: () => import('./it.json', { with: { type: 'json' } }),
};

/** Gets the text ready and shows one language. A check keeps both languages complete, so there is no language to fall back on. */
export async function startText(language: Language): Promise<void> {
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      lng: language,
      fallbackLng: false,
      resources: {},
      // React escapes already; escaping twice would show &#39; in Italian sentences.
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  }
  await showLanguage(language);
}

async function readSentences(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'translation')) return;
  const { default: sentences } = await sentencesOf[language]();
  i18next.addResourceBundle(language, 'translation', sentences);
}

/** The sentences of a language that need not be the one on screen. */
export async function sentencesIn(language: Language): Promise<TFunction> {
  await readSentences(language);
  return i18next.getFixedT(language);
}

/** Changes the language at once, everywhere, and tells the document (screen readers choose the voice by it). */
export async function showLanguage(language: Language): Promise<void> {
  await readSentences(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
