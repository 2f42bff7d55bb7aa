import { PartnerId } from '../../ids.ts';
import type { Instant } from '../../instant.ts';
import { MailAddress } from '../letter/letter.ts';
import type { LetterLanguage } from '../letter/letter.ts';
import type { Reseller } from '../reseller/reseller.ts';
import { readLanguage } from './candidate-words.ts';
import { foldedWord } from './folded-word.ts';
import { isRequestOpen, standingOf } from './request.ts';
import type { PartnershipRequest, RequestedReseller } from './request.ts';

/** A reseller somebody wants to ask, as it was typed or pasted: nothing is checked yet. */
export interface Candidate {
  readonly name: string;
  readonly email: string;
  /** A code or a word, as it came; empty for the language to begin with. */
  readonly language: string;
  readonly partnerId: string;
}

/** What may be said about a candidate. Each has its sentence (`candidate.problem.<code>`). */
export const candidateProblemCodes = [
  'email-invalid', 'name-missing', 'partner-id-malformed', 'own-partner-id', 'duplicate',
  'language-unknown', 'already-partner', 'already-requested',
] as const;
export type CandidateProblem = (typeof candidateProblemCodes)[number];

/** What a person should know before asking all the same; anything else keeps a candidate from being asked. */
const warnings: ReadonlySet<CandidateProblem> = new Set(['language-unknown', 'already-partner', 'already-requested']);
export const isCandidateError = (problem: CandidateProblem): boolean => !warnings.has(problem);

/** More rows than this are not taken at once: each one is a letter that a person sends. */
export const maximumCandidates = 500;

/** The partners there are, made ready to be looked up: of thousands that is worth doing once, not at each key. */
export interface KnownPartners {
  readonly partnerIds: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

export const knownPartners = (partners: readonly Pick<Reseller, 'name' | 'partnerId'>[]): KnownPartners => ({
  partnerIds: new Set(partners.map(({ partnerId }) => partnerId)),
  names: new Set(partners.map(({ name }) => foldedWord(name))),
});

/** What is known of partnerships when candidates are looked at. */
export interface Known {
  /** Addresses and Partner IDs that were asked and may still answer (`askedMarks`). */
  readonly asked: ReadonlySet<string>;
  readonly partners: KnownPartners;
  readonly ownPartnerId: string | undefined;
}

/** A row in which nothing is typed: it asks nobody and has no problems. */
export const isBlank = ({ name, email, partnerId }: Candidate): boolean => `${name}${email}${partnerId}`.trim() === '';

const folded = (text: string): string => text.trim().toLowerCase();

/** Addresses and Partner IDs of requests that are waited for. */
export function askedMarks(requests: readonly PartnershipRequest[], now: Instant): ReadonlySet<string> {
  const waiting = requests.filter((request) => isRequestOpen(request) && standingOf(request, now) !== 'expired');
  return new Set(waiting.flatMap(({ reseller: { email, partnerId } }) => [folded(email), ...(partnerId === undefined ? [] : [partnerId])]));
}

/** What one candidate says by itself. */
interface Looked {
  readonly problems: readonly CandidateProblem[];
  /** The name as it is compared. */
  readonly name: string;
}

function look({ name, email, language, partnerId }: Candidate): Looked {
  const id = partnerId.trim();
  return {
    name: foldedWord(name),
    problems: [
      ...(MailAddress.safeParse(email.trim()).success ? [] : ['email-invalid' as const]),
      ...(name.trim() === '' ? ['name-missing' as const] : []),
      ...(language.trim() === '' || readLanguage(language) !== undefined ? [] : ['language-unknown' as const]),
      ...(id === '' || PartnerId.safeParse(id).success ? [] : ['partner-id-malformed' as const]),
    ],
  };
}

/** Each row is looked at once: of hundreds, a key changes only one. */
const looks = new WeakMap<Candidate, Looked>();

function lookedAt(row: Candidate): Looked {
  const known = looks.get(row) ?? look(row);
  looks.set(row, known);
  return known;
}

/**
 * What is to be said about each candidate, in the order of the rows. A Partner ID or an address that stands in an earlier
 * row is a duplicate; who is a partner already, or was asked and has not answered yet, is a warning: companies of the same
 * name do exist, and a person may want to write again.
 */
export function candidateProblems(rows: readonly Candidate[], known: Known): readonly (readonly CandidateProblem[])[] {
  const { asked, partners } = known;
  const earlier = new Set<string>();
  return rows.map((row) => {
    if (isBlank(row)) return [];
    const marks = [folded(row.email), row.partnerId.trim()].filter((mark) => mark !== '');
    const isDouble = marks.some((mark) => earlier.has(mark));
    for (const mark of marks) earlier.add(mark);
    const id = row.partnerId.trim();
    const { problems, name } = lookedAt(row);
    // With two Partner IDs to compare, the name says nothing.
    const isPartner = id === '' ? name !== '' && partners.names.has(name) : partners.partnerIds.has(id);
    return [
      ...problems,
      ...(id !== '' && id === known.ownPartnerId ? ['own-partner-id' as const] : []),
      ...(isDouble ? ['duplicate' as const] : []),
      ...(isPartner ? ['already-partner' as const] : []),
      ...(marks.some((mark) => asked.has(mark)) ? ['already-requested' as const] : []),
    ];
  });
}

/** The language a candidate is written to: its own, or the one to begin with. */
export const languageOf = ({ language }: Pick<Candidate, 'language'>, otherwise: LetterLanguage): LetterLanguage =>
  readLanguage(language) ?? otherwise;

/** The candidate as a request names it; undefined while it has an error of its own. */
export function requestedReseller(row: Candidate, otherwise: LetterLanguage): RequestedReseller | undefined {
  const email = MailAddress.safeParse(row.email.trim());
  const partnerId = row.partnerId.trim() === '' ? undefined : PartnerId.safeParse(row.partnerId.trim());
  const name = row.name.trim().slice(0, 200);
  if (!email.success || partnerId?.success === false || name === '') return undefined;
  return {
    name, email: email.data, language: languageOf(row, otherwise),
    ...(partnerId === undefined ? {} : { partnerId: partnerId.data }),
  };
}
