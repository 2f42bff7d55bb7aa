import { foldedWord } from '../partnership/folded-word.ts';
import type { Wish } from './wish.ts';

/** What a column of a table of changes says. */
export const changeColumns = [
  'subscriptionId', 'customer', 'seats', 'addSeats', 'autoRenew', 'newName', 'newStatus', 'reseller', 'contact',
] as const;
export type ChangeColumn = (typeof changeColumns)[number];

/** As programs and people head them, in English and Italian; the first of each language is what our own files say. */
const headings: Readonly<Record<ChangeColumn, readonly string[]>> = {
  subscriptionId: [
    'subscriptionid', 'idsottoscrizione', 'subscription', 'sottoscrizione', 'idsubscription', 'abbonamento', 'idabbonamento',
  ],
  customer: [
    'customerid', 'idcliente', 'customer', 'cliente', 'customertenantid', 'tenant', 'tenantid', 'idtenant', 'customertenant', 'tenantcliente',
    'microsoftid', 'idmicrosoft', 'domain', 'dominio', 'customerdomain', 'domainname', 'dominiocliente', 'dominiodelcliente', 'primarydomain',
  ],
  seats: [
    'seats', 'licenze', 'newseats', 'nuovelicenze', 'quantity', 'quantita', 'newquantity', 'nuovaquantita', 'licenses', 'licences', 'posti',
    'nuoviposti', 'numerodilicenze', 'numerolicenze',
  ],
  addSeats: [
    'seatstoadd', 'licensestoadd', 'licencestoadd', 'licenzedaaggiungere', 'addseats', 'addlicenses', 'additionalseats', 'additionallicenses',
    'aggiungilicenze', 'licenzeaggiuntive', 'postidaaggiungere',
  ],
  autoRenew: ['autorenew', 'rinnovoautomatico', 'autorenewal', 'autorenewenabled', 'renewal', 'rinnovo', 'automaticrenewal'],
  newName: ['newname', 'nuovonome', 'friendlyname', 'nomedescrittivo', 'nickname', 'nomesottoscrizione', 'subscriptionname'],
  newStatus: ['newstatus', 'nuovostato'],
  reseller: [
    'resellerpartnerid', 'idpartnerdelrivenditore', 'partnerid', 'idpartner', 'reseller', 'rivenditore', 'mpnid', 'mpn', 'idmpn', 'plaid',
    'idpla', 'idpartnerrivenditore', 'partneridofthereseller', 'newpartnerid', 'nuovoidpartner',
  ],
  contact: [
    'supportcontact', 'contattodisupporto', 'supportpartnerid', 'idpartnersupporto', 'designatedsupportcontact', 'contattodisupportodesignato',
    'contattosupporto', 'support', 'supporto', 'supportcontactpartnerid',
  ],
};
const columnByWord = new Map(changeColumns.flatMap((column) => headings[column].map((word) => [word, column] as const)));

/** Which column a heading names; undefined when it says nothing that is changed here. */
export const readChangeHeading = (text: string): ChangeColumn | undefined => columnByWord.get(foldedWord(text));

const yes = new Set(['yes', 'y', 'true', 'on', '1', 'si', 's', 'vero', 'attivo', 'attivato', 'active', 'enabled', 'x']);
const no = new Set(['no', 'n', 'false', 'off', '0', 'falso', 'disattivo', 'disattivato', 'nonattivo', 'disabled']);

/** Yes or no as people and spreadsheets write them in both languages. */
export function readYesNo(text: string): boolean | undefined {
  const word = foldedWord(text);
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
}

const ends = new Set(['end', 'ends', 'cancel', 'cancelled', 'termina', 'terminare', 'annulla', 'annullare']);
const goesOn = new Set(['extend', 'extends', 'extended', 'est', 'estendi', 'estendere', 'estesa', 'esteso']);

/** What is to become of the end of a term: yes and no of auto-renew, or what follows without it. */
export function readRenewal(text: string): Pick<Wish, 'autoRenew' | 'atTermEnd'> | undefined {
  const word = foldedWord(text);
  if (ends.has(word)) return { autoRenew: false, atTermEnd: 'cancel' };
  if (goesOn.has(word)) return { autoRenew: false, atTermEnd: 'extend' };
  const autoRenew = word === 'renew' || word === 'rinnova' || word === 'rinnovare' ? true : readYesNo(text);
  return autoRenew === undefined ? undefined : { autoRenew };
}

const active = new Set(['active', 'reactivate', 'reactivated', 'attiva', 'attivo', 'riattiva', 'riattivare', 'riattivata']);
const suspended = new Set(['suspended', 'suspend', 'sospesa', 'sospeso', 'sospendi', 'sospendere']);

/** A status that can be asked for. */
export function readWantedStatus(text: string): 'active' | 'suspended' | undefined {
  const word = foldedWord(text);
  if (active.has(word)) return 'active';
  return suspended.has(word) ? 'suspended' : undefined;
}

const own = new Set(['own', 'us', 'ourselves', 'provider', 'noi', 'propria', 'proprio', 'nostra', 'providerindiretto']);

/** The provider itself as the support contact, in a word. */
export const isOwnWord = (text: string): boolean => own.has(foldedWord(text));
