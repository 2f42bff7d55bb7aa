/** The languages of the portal. */
export type PortalLanguage = 'en' | 'it';

function weightOf(parameters: readonly string[]): number {
  const quality = parameters.map((text) => /^\s*q=([\d.]{1,5})\s*$/iu.exec(text)?.[1]).find((text) => text !== undefined);
  return quality === undefined ? 1 : Number(quality);
}

/** Italian or English, whichever the browser asks for first; English when it asks for neither. */
export function languageOf(acceptLanguage: string | undefined): PortalLanguage {
  const wanted = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .flatMap((text) => {
      const [name = '', ...parameters] = text.split(';');
      const language = /^(en|it)(?:-|$)/iu.exec(name.trim())?.[1]?.toLowerCase();
      const weight = weightOf(parameters);
      return language === undefined || !(weight > 0) ? [] : [{ language, weight }];
    })
    .toSorted((left, right) => right.weight - left.weight);
  return wanted[0]?.language === 'it' ? 'it' : 'en';
}

/** The name of a country in a language of the portal. */
export function countryName(language: PortalLanguage, iso2: string): string {
  return new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(iso2) ?? iso2;
}
