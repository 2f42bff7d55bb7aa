import { createInstance } from 'i18next';
import en from '../../renderer/text/en.json' with { type: 'json' };
import it from '../../renderer/text/it.json' with { type: 'json' };

export type Language = 'en' | 'it';
export type TextValues = Readonly<Record<string, string | number>>;

/** The sentences on screen in one language, by key, as the window itself would say them. */
export interface ScreenText {
  readonly language: Language;
  /** The whole sentence; throws when there is no such key, so that a renamed one is noticed. */
  (key: string, values?: TextValues): string;
  /** The sentence as a pattern: values that are not given may be anything. */
  pattern(key: string, values?: TextValues): RegExp;
  /** The whole sentence as the beginning of a longer one. */
  startOf(key: string): RegExp;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/** Reads the product's own texts. */
export async function screenText(language: Language): Promise<ScreenText> {
  const texts = createInstance();
  await texts.init({
    lng: language,
    fallbackLng: false,
    resources: { en: { translation: en }, it: { translation: it } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  const read = (key: string, options: Readonly<Record<string, unknown>>): string => {
    if (!texts.exists(key, { ...options })) throw new Error(`no text '${key}'`);
    return texts.t(key, { ...options });
  };
  const pattern = (key: string, values: TextValues = {}): RegExp => {
    const parts = read(key, { ...values, skipInterpolation: true }).split(/\{\{(\w+)\}\}/u);
    const value = (name: string): string => (name in values ? escaped(`${values[name]}`) : '.+');
    return new RegExp(parts.map((part, index) => (index % 2 === 0 ? escaped(part) : value(part))).join(''), 'u');
  };
  const startOf = (key: string): RegExp => new RegExp(`^${escaped(read(key, {}))}`, 'u');
  return Object.assign((key: string, values: TextValues = {}) => read(key, values), { language, pattern, startOf });
}
