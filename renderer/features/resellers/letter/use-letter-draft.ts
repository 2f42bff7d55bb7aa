import { useState } from 'react';
import { LetterParts, checkLetter, linkOfPurpose } from '../../../../shared/domain/letter/letter.ts';
import type { LetterLanguage, LetterProblem } from '../../../../shared/domain/letter/letter.ts';
import { filled, openPlaces, wordingOf } from '../../../../shared/domain/letter/wording.ts';
import type { Wording } from '../../../../shared/domain/letter/wording.ts';
import { linkOf, useOwnLink } from './use-own-link.ts';
import type { KnownLink, OwnLink } from './use-own-link.ts';
import type { LetterContext } from './use-letter-context.ts';
import { useRelationshipLink } from './use-relationship-link.ts';

/** What keeps the letter from being opened or copied; `ready` when nothing does. */
export type LetterStanding = LetterProblem | 'link-unknown' | 'places-open' | 'too-many' | 'ready';

export interface LetterDraft {
  readonly to: string;
  readonly bcc: string;
  readonly language: LetterLanguage;
  readonly text: Wording;
  readonly isEdited: boolean;
  readonly setTo: (to: string) => void;
  readonly setBcc: (bcc: string) => void;
  readonly setText: (text: Wording) => void;
  /** Begins again with the wording of a language: what was typed is gone. */
  readonly rewrite: (language: LetterLanguage) => void;
  readonly parts: LetterParts;
  readonly standing: LetterStanding;
  /** The link the letter must carry; undefined when it carries none. */
  readonly link: KnownLink | undefined;
  readonly own: OwnLink;
}

/** Addresses as they are typed in one field: commas, semicolons and blanks part them. */
export const addressesIn = (text: string): string[] => text.split(/[\s,;]+/u).filter((address) => address !== '');

function wordingFor({ purpose, valuesIn, greeted }: LetterContext, language: LetterLanguage, link: string | undefined): Wording {
  const { subject, body } = wordingOf(purpose, language);
  const values = { ...valuesIn(language), ...(link === undefined ? {} : { link }) };
  return { subject: filled(subject, values), body: filled(body, greeted === undefined ? values : { ...values, name: greeted }) };
}

function standingOf(parts: LetterParts, needsLink: boolean, link: string | undefined): LetterStanding {
  if (needsLink && link === undefined) return 'link-unknown';
  const checked = checkLetter(parts, link);
  if (!checked.ok) return checked.error;
  if (!LetterParts.safeParse(parts).success) return 'too-many';
  return openPlaces(`${parts.subject}${parts.body}`).length > 0 ? 'places-open' : 'ready';
}

/** The letter as it is typed. Untouched, its text follows what it is made of: the link may come a moment later. */
export function useLetterDraft(context: LetterContext): LetterDraft {
  const kind = linkOfPurpose[context.purpose];
  const own = useOwnLink();
  const relationship = useRelationshipLink(kind === 'relationship', context.resellerId);
  const link = kind === 'none' ? undefined : kind === 'partnership' ? own.link : relationship;
  const [to, setTo] = useState(context.to.join(', '));
  const [bcc, setBcc] = useState<string>();
  const [language, setLanguage] = useState(context.language);
  const [typed, setText] = useState<Wording>();
  const text = typed ?? wordingFor(context, language, linkOf(link));
  const hidden = bcc ?? context.bcc.join('\n');
  const parts = { to: addressesIn(to), bcc: addressesIn(hidden), ...text };
  const rewrite = (next: LetterLanguage): void => {
    setLanguage(next);
    setText(undefined);
  };
  return {
    to, setTo, bcc: hidden, setBcc, language, text, setText, isEdited: typed !== undefined, rewrite, parts,
    standing: standingOf(parts, kind !== 'none', linkOf(link)), link, own,
  };
}
