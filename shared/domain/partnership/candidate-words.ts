import { LetterLanguage } from '../letter/letter.ts';
import { foldedWord } from './folded-word.ts';

const languageWords: Readonly<Record<LetterLanguage, readonly string[]>> = {
  it: ['italian', 'italiano', 'italienisch', 'italien', 'ita'],
  en: ['english', 'inglese', 'englisch', 'anglais', 'ingles', 'eng'],
  de: ['german', 'tedesco', 'deutsch', 'allemand', 'aleman', 'ger', 'deu'],
  fr: ['french', 'francese', 'franzosisch', 'francais', 'frances', 'fre', 'fra'],
  es: ['spanish', 'spagnolo', 'spanisch', 'espagnol', 'espanol', 'castellano', 'spa', 'esp'],
};
const languageByWord = new Map(LetterLanguage.options.flatMap((code) => languageWords[code].map((word) => [word, code] as const)));
const languageTag = /^([a-z]{2})(?:[-_][a-z0-9]+)*$/u;

/** A language as people and programs write it: `it`, `it-IT`, `Italiano`, `German`. */
export function readLanguage(text: string): LetterLanguage | undefined {
  const tag = languageTag.exec(text.trim().toLowerCase())?.[1];
  const code = LetterLanguage.safeParse(tag);
  return code.success ? code.data : languageByWord.get(foldedWord(text));
}

export type CandidateField = 'name' | 'email' | 'language' | 'partnerId';

const headerWords: Readonly<Record<CandidateField, readonly string[]>> = {
  name: [
    'name', 'company', 'companyname', 'reseller', 'resellername', 'partner', 'partnername', 'organization', 'organisation',
    'nome', 'azienda', 'societa', 'nomesocieta', 'nomeazienda', 'ragionesociale', 'rivenditore', 'denominazione', 'organizzazione',
    'firma', 'firmenname', 'unternehmen', 'vertriebspartner', 'handler',
    'nom', 'societe', 'entreprise', 'raisonsociale', 'revendeur',
    'nombre', 'empresa', 'razonsocial', 'revendedor', 'sociedad',
  ],
  email: [
    'email', 'mail', 'emailaddress', 'mailaddress', 'address', 'contact', 'contactemail',
    'posta', 'postaelettronica', 'indirizzoemail', 'indirizzodipostaelettronica', 'indirizzopostaelettronica',
    'emailadresse', 'mailadresse', 'epost',
    'courriel', 'adresseemail', 'adressemail', 'adresseelectronique', 'adressedecourriel',
    'correo', 'correoelectronico', 'direcciondecorreo', 'direcciondecorreoelectronico',
  ],
  language: ['language', 'lang', 'lingua', 'sprache', 'langue', 'idioma', 'lengua'],
  partnerId: [
    'partnerid', 'partneridentifier', 'mpn', 'mpnid', 'pla', 'plaid', 'locationid', 'idpartner', 'idmpn', 'idpla', 'codicepartner',
    'partnernummer', 'partnerkennung', 'idpartenaire', 'identifiantpartenaire', 'iddepartner', 'idsocio',
  ],
};
const fieldByWord = new Map(
  (['name', 'email', 'language', 'partnerId'] as const).flatMap((field) => headerWords[field].map((word) => [word, field] as const)),
);

/** Which field a column's heading names, in Italian, English, German, French or Spanish. */
export const readHeading = (text: string): CandidateField | undefined => fieldByWord.get(foldedWord(text));
