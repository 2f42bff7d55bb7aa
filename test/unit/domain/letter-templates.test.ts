import { describe, expect, it } from 'vitest';
import { checkLetter, letterLanguages, letterPurposes, linkOfPurpose } from '../../../shared/domain/letter/letter.ts';
import { reasonIn } from '../../../shared/domain/letter/reason.ts';
import { filledWording, openPlaces, wordingOf } from '../../../shared/domain/letter/wording.ts';
import { verdictStandings } from '../../../shared/domain/partnership/verdict.ts';

const link = 'https://partner.microsoft.com/commerce/relationship?mpnId=5380000';
const values = {
  name: 'Alba Sistemi S.r.l.', provider: 'Own Distribution', sender: 'Giulia Rossi', reseller: 'Bruma Cloud S.p.A.', partnerId: '4847383',
  ownPartnerId: '5380000', link,
};
const others = letterLanguages.filter((language) => language !== 'en');
/** Sentences as they stand between line breaks, long enough that an equal one is no accident. */
const sentencesOf = (text: string): string[] =>
  text.split(/\n|(?<=[.:!?]) /u).map((part) => part.replaceAll(/\{\{\w+\}\}/gu, '').trim()).filter((part) => part.split(' ').length > 2);

const cases = letterPurposes.flatMap((purpose) => letterLanguages.map((language) => [purpose, language] as const));

describe('wordings of letters', () => {
  it.each(cases)('%s in %s passes the check of letters when it is filled in', (purpose, language) => {
    const { subject, body } = filledWording(wordingOf(purpose, language), { ...values, reason: reasonIn(language, 'unknown-id') });
    const needed = linkOfPurpose[purpose] === 'none' ? undefined : link;
    expect(checkLetter({ to: ['info@alba.example'], bcc: [], subject, body }, needed)).toMatchObject({ ok: true });
    expect([...openPlaces(subject), ...openPlaces(body)]).toEqual([]);
  });

  it.each(cases)('%s in %s ends no sentence with a name: "S.p.A." has its full stop already', (purpose, language) => {
    const { subject, body } = wordingOf(purpose, language);
    expect(`${subject}\n${body}`).not.toMatch(/\{\{(?:name|provider|reseller)\}\}\./u);
  });

  it.each(letterPurposes)('%s has the same places in every language', (purpose) => {
    const placesIn = (part: 'subject' | 'body', language: (typeof letterLanguages)[number]): string[] =>
      [...new Set(openPlaces(wordingOf(purpose, language)[part]))].toSorted();
    const places = letterLanguages.map((language) => [placesIn('subject', language), placesIn('body', language)]);
    expect(places).toEqual(letterLanguages.map(() => places[letterLanguages.indexOf('en')]));
  });

  it.each(letterPurposes.flatMap((purpose) => others.map((language) => [purpose, language] as const)))(
    '%s leaves no English sentence in %s', (purpose, language) => {
      const english = wordingOf(purpose, 'en');
      const translated = wordingOf(purpose, language);
      expect(translated.subject).not.toBe(english.subject);
      const known = new Set([...sentencesOf(english.subject), ...sentencesOf(english.body)]);
      expect(sentencesOf(`${translated.subject}\n${translated.body}`).filter((sentence) => known.has(sentence))).toEqual([]);
      expect(translated.body).not.toMatch(/\b(?:Dear|Kind regards|Please|the|your)\b/u);
    },
  );

  it.each(letterLanguages)('say in %s what is wrong with a Partner ID, each finding by itself', (language) => {
    const told = verdictStandings.map((standing) => reasonIn(language, standing));
    const distinct = new Set(told.map((text) => text.trim()));
    // Two findings have a letter of their own and "good" is none: they ask for a confirmation.
    expect(distinct.size).toBe(5);
    expect(distinct).not.toContain('');
    const english = verdictStandings.map((standing) => reasonIn('en', standing));
    expect(told.some((text) => english.includes(text))).toBe(language === 'en');
  });
});
