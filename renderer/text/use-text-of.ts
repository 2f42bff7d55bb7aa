import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { createFormat } from './format.ts';
import type { Format } from './format.ts';
import { sentencesIn } from './i18n.ts';
import { localeFor } from './language.ts';
import type { Language } from './language.ts';

/** Sentences and formats of one language. */
export interface TextOf {
  readonly language: Language;
  readonly t: TFunction;
  readonly format: Format;
}

async function textOf(language: Language): Promise<TextOf> {
  const t = await sentencesIn(language);
  return { language, t, format: createFormat(localeFor(language, navigator.languages), t('ui.justNow')) };
}

/** For what is written in a language of its own, whatever the interface speaks; undefined until it is read. */
export function useTextOf(language: Language): TextOf | undefined {
  const [text, setText] = useState<TextOf>();
  useEffect(() => {
    let isWanted = true;
    void textOf(language).then((read) => isWanted && setText(read));
    return () => {
      isWanted = false;
    };
  }, [language]);
  return text?.language === language ? text : undefined;
}
