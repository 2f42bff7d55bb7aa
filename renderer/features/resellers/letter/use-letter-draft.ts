import { useCallback, useState } from 'react';
import { addressesIn } from '../../../../shared/domain/letter/addresses-in.ts';
import { LetterParts, checkLetter, linkOfPurpose } from '../../../../shared/domain/letter/letter.ts';
import type { LetterLanguage, LetterProblem } from '../../../../shared/domain/letter/letter.ts';
import { filled, openPlaces, wordingOf } from '../../../../shared/domain/letter/wording.ts';
import type { Wording } from '../../../../shared/domain/letter/wording.ts';
import { useServices } from '../../../platform/services.tsx';
import { useAutosave } from '../../../platform/use-autosave.ts';
import type { KeptLetter } from './kept-letter.ts';
import { useAgreementLink } from './use-agreement-link.ts';
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
  /** The text was changed: another language would throw that away. */
  readonly isEdited: boolean;
  /** Anything was typed that leaving for good would throw away. */
  readonly isTyped: boolean;
  /** It was typed before, and is gone on with. */
  readonly isResumed: boolean;
  readonly setTo: (to: string) => void;
  readonly setBcc: (bcc: string) => void;
  /** Hidden recipients as they are known, in place of those that were typed. */
  readonly takeKnownBcc: () => void;
  readonly isBccTyped: boolean;
  readonly setText: (text: Wording) => void;
  /** Begins again with the wording of a language: what was typed is gone. */
  readonly rewrite: (language: LetterLanguage) => void;
  readonly parts: LetterParts;
  readonly standing: LetterStanding;
  /** The link the letter must carry; undefined when it carries none. */
  readonly link: KnownLink | undefined;
  readonly own: OwnLink;
  /** Forgets what was typed: it is sent, or thrown away. */
  readonly drop: () => Promise<void>;
}

/** A letter that may have been typed before. */
export interface OpenedLetter {
  /** Name of the setting that keeps it. */
  readonly setting: string;
  readonly kept: KeptLetter | undefined;
}

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

/** What is typed, kept some moments later, and dropped on demand. */
function useTyped(opened: OpenedLetter, language: LetterLanguage) {
  const { work } = useServices();
  const { setting } = opened;
  const [resumed] = useState(opened.kept);
  const [typed, setTyped] = useState<KeptLetter>(resumed ?? { language });
  const [isTouched, setTouched] = useState(false);
  const save = useCallback((letter: KeptLetter) => work.saveSetting(setting, JSON.stringify(letter)), [work, setting]);
  const autosave = useAutosave(typed, isTouched, save);
  const change = (part: Partial<KeptLetter>): void => {
    setTouched(true);
    setTyped((old) => ({ ...old, ...part }));
  };
  const drop = async (): Promise<void> => {
    autosave.discard();
    if (isTouched || resumed !== undefined) await work.saveSetting(setting, '');
  };
  return { typed, change, drop, isResumed: resumed !== undefined };
}

/** The letter as it is typed. Untouched, its text follows what it is made of: the link may come a moment later. */
export function useLetterDraft(context: LetterContext, opened: OpenedLetter): LetterDraft {
  const kind = linkOfPurpose[context.purpose];
  const own = useOwnLink();
  const relationship = useRelationshipLink(kind === 'relationship', context.resellerId);
  const agreement = useAgreementLink(kind === 'agreement');
  const link = { none: undefined, partnership: own.link, relationship, agreement }[kind];
  const { typed, change, drop, isResumed } = useTyped(opened, context.language);
  const { language } = typed;
  const knownTo = context.to.join(', ');
  const to = typed.to ?? knownTo;
  const bcc = typed.bcc ?? context.bcc.join('\n');
  const text = typed.text ?? wordingFor(context, language, linkOf(link));
  const parts = { to: addressesIn(to), bcc: addressesIn(bcc), ...text };
  return {
    to, bcc, language, text, parts, link, own, drop, isResumed,
    setTo: (next) => change({ to: next }),
    setBcc: (next) => change({ bcc: next }),
    takeKnownBcc: () => change({ bcc: undefined }),
    isBccTyped: typed.bcc !== undefined,
    setText: (next) => change({ text: next }),
    rewrite: (next) => change({ language: next, text: undefined }),
    isEdited: typed.text !== undefined,
    isTyped: typed.text !== undefined || typed.bcc !== undefined || to !== knownTo,
    standing: standingOf(parts, kind !== 'none', linkOf(link)),
  };
}
