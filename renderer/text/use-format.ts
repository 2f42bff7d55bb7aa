import { useTranslation } from 'react-i18next';
import { createFormat } from './format.ts';
import type { Format } from './format.ts';
import { localeFor } from './language.ts';

const formats = new Map<string, Format>();

/** The formats of the language on screen. */
export function useFormat(): Format {
  const { t, i18n } = useTranslation();
  const locale = localeFor(i18n.language, navigator.languages);
  const known = formats.get(locale);
  if (known !== undefined) return known;
  const made = createFormat(locale, t('ui.justNow'));
  formats.set(locale, made);
  return made;
}
