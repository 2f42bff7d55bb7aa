const english = 'en-US';

/**
 * Countries whose Microsoft Customer Agreement is there in a second language beside English (agreement template page, 2020,
 * as collected in the reference tables). Every other country has the English text alone.
 */
const countriesOf: Readonly<Record<string, string>> = {
  'ar-SA': 'AE BH EG IQ JO KW LB LY MU OM QA YE',
  'bg-BG': 'BG', 'cs-CZ': 'CZ', 'da-DK': 'DK', 'de-DE': 'AT DE LI', 'el-GR': 'GR',
  'es-ES': 'AR BO BZ CL CO CR DO ES GT HN MX NI PA PE PY SV UY VE',
  'et-EE': 'EE', 'fi-FI': 'FI', 'fr-FR': 'CA CH CI CM DZ FR GF LU MA MC RW SN ST TN',
  'he-IL': 'IL', 'hi-IN': 'IN', 'hr-HR': 'HR', 'hu-HU': 'HU', 'id-ID': 'ID', 'it-IT': 'IT', 'ja-JP': 'JP',
  'kk-KZ': 'KZ', 'ko-KR': 'KR', 'lt-LT': 'LT', 'lv-LV': 'LV', 'ms-MY': 'MY', 'nb-NO': 'NO', 'nl-NL': 'BE NL', 'pl-PL': 'PL',
  'pt-BR': 'BR', 'pt-PT': 'AO CV PT', 'ro-RO': 'MD RO', 'ru-RU': 'BY KG RU UZ', 'sk-SK': 'SK', 'sl-SI': 'SI',
  'sr-Latn-RS': 'RS', 'sv-SE': 'SE', 'th-TH': 'TH', 'tr-TR': 'TR', 'uk-UA': 'UA', 'vi-VN': 'VN', 'zh-HK': 'HK MO TW', 'zh-SG': 'SG',
};
/** There is no such agreement: China has a cloud and contracts of its own, the Netherlands Antilles are no more. */
const countriesWithout: ReadonlySet<string> = new Set(['AN', 'CN']);

const secondLanguages: ReadonlyMap<string, string> = new Map(
  Object.entries(countriesOf).flatMap(([language, countries]) => countries.split(' ').map((iso2) => [iso2, language] as const)),
);

/** The languages in which the agreement of a country is there; none where there is no such agreement. Case counts. */
export function agreementLanguagesOf(iso2: string): readonly string[] {
  if (!/^[A-Z]{2}$/u.test(iso2) || countriesWithout.has(iso2)) return [];
  const second = secondLanguages.get(iso2);
  return second === undefined ? [english] : [english, second];
}

/** The languages of Norwegian have two codes, one for both and one for the written one. */
const languageOf = (culture: string): string => (culture.split('-')[0] ?? '').toLowerCase().replace(/^no$/u, 'nb');

/**
 * The text to begin with for a customer: the one in its own language, else English; the country's own where nobody knows
 * which language the customer reads. Undefined where there is none at all.
 */
export function agreementLanguageFor(iso2: string, culture: string | undefined): string | undefined {
  const offered = agreementLanguagesOf(iso2);
  if (culture === undefined || culture === '') return offered.at(-1);
  return offered.find((one) => languageOf(one) === languageOf(culture)) ?? offered[0];
}
