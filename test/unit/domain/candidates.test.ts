import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AccountId, PartnershipRequestId, ProviderTenantId } from '../../../shared/ids.ts';
import { Instant } from '../../../shared/instant.ts';
import {
  askedMarks, candidateProblems, knownPartners, languageOf, maximumCandidates, requestedReseller,
} from '../../../shared/domain/partnership/candidates.ts';
import type { Candidate, Known } from '../../../shared/domain/partnership/candidates.ts';
import { nameFromAddress, readCandidates } from '../../../shared/domain/partnership/read-candidates.ts';
import { PartnershipRequest } from '../../../shared/domain/partnership/request.ts';

const row = (changes: Partial<Candidate> = {}): Candidate => ({
  name: 'Alba Sistemi S.r.l.', email: 'info@alba.example', language: 'it', partnerId: '4847383', ...changes,
});
const now = Instant.parse('2026-11-24T09:12:00.000Z');
const known: Known = { asked: new Set(), partners: knownPartners([]), ownPartnerId: '5380000' };

const requestOf = (changes: object): PartnershipRequest =>
  PartnershipRequest.parse({
    id: PartnershipRequestId.parse(crypto.randomUUID()), accountId: AccountId.parse(crypto.randomUUID()),
    tenantId: ProviderTenantId.parse(crypto.randomUUID()), subject: 's', body: 'b', createdAt: now, createdBy: 'me', state: 'sent', sentAt: now,
    reseller: { name: 'Alba', email: 'info@alba.example', language: 'it' }, remindAfterDays: 7, expiresAfterDays: 30, ...changes,
  });

describe('reading candidates', () => {
  const alba = { name: 'Alba Sistemi S.r.l.', email: 'info@alba.example', language: 'it', partnerId: '4847383' };

  it.each([
    ['comma, English', 'Company,E-mail,Language,Partner ID\nAlba Sistemi S.r.l.,info@alba.example,it,4847383'],
    ['semicolon, Italian', 'Ragione sociale;Posta elettronica;Lingua;ID partner\nAlba Sistemi S.r.l.;info@alba.example;it;4847383'],
    ['tab, German, another order', 'E-Mail-Adresse\tFirma\tPartner-ID\tSprache\ninfo@alba.example\tAlba Sistemi S.r.l.\t4847383\tit'],
    ['comma, French', 'Société,Courriel,Langue,ID partenaire\r\nAlba Sistemi S.r.l.,info@alba.example,it,4847383'],
    ['semicolon, Spanish', 'Empresa;Correo electrónico;Idioma;Id. de partner\nAlba Sistemi S.r.l.;info@alba.example;it;4847383'],
    ['a byte order mark and quotes', '\uFEFF"name","email","language","mpn"\n"Alba Sistemi S.r.l.","info@alba.example","it","4847383"'],
  ])('knows the headings: %s', (_what, text) => {
    expect(readCandidates(text)).toMatchObject({ rows: [{ ...alba, line: 2 }], leftOver: '', unusedColumns: [] });
  });

  it.each([
    ['Alba Sistemi S.r.l.;info@alba.example;it;4847383', alba],
    ['4847383, info@alba.example, Alba Sistemi S.r.l., it', alba],
    ['Alba Sistemi S.r.l. <info@alba.example>', { ...alba, language: '', partnerId: '' }],
    ['"Alba Sistemi, S.r.l." <info@alba.example>', { ...alba, name: 'Alba Sistemi, S.r.l.', language: '', partnerId: '' }],
    ['info@alba-sistemi.it', { name: 'Alba Sistemi', email: 'info@alba-sistemi.it', language: '', partnerId: '' }],
    ['Alba Sistemi S.r.l., info at alba.example', { name: 'Alba Sistemi S.r.l.', email: 'info at alba.example', language: '', partnerId: '' }],
    ['what is this', { name: 'what is this', email: '', language: '', partnerId: '' }],
  ])('makes a row of the line %s', (text, expected) => {
    expect(readCandidates(text).rows).toEqual([{ ...expected, line: 1 }]);
  });

  it('takes recipients in one line as a mail client writes them', () => {
    const { rows } = readCandidates('Alba <a@alba.example>; "Bruma, S.p.A." <b@bruma.example>; c@cirro.example');
    expect(rows.map(({ name, email }) => [name, email])).toEqual([
      ['Alba', 'a@alba.example'], ['Bruma, S.p.A.', 'b@bruma.example'], ['Cirro', 'c@cirro.example'],
    ]);
  });

  it('numbers lines as they stand, blank ones and quoted breaks included, and names columns it does not use', () => {
    const text = 'name,email,Telefono\n\n"Alba\nSistemi",a@alba.example,011\nBruma,b@bruma.example,02';
    const { rows, unusedColumns } = readCandidates(text);
    expect(rows.map(({ line }) => line)).toEqual([3, 5]);
    expect(unusedColumns).toEqual(['Telefono']);
  });

  it('lets an unclosed quote swallow nothing', () => {
    const { rows } = readCandidates('name,email\n"Alba,a@alba.example\nBruma,b@bruma.example');
    expect(rows.map(({ email }) => email)).toEqual(['a@alba.example', 'b@bruma.example']);
  });

  it('takes the first rows of a text that is too long, and gives the rest back as it was', () => {
    const lines = Array.from({ length: maximumCandidates + 3 }, (_, index) => `Reseller ${index};r${index}@r.example`);
    const read = readCandidates(lines.join('\n'));
    expect(read.rows).toHaveLength(maximumCandidates);
    expect(read.leftOver).toBe(lines.slice(maximumCandidates).join('\n'));
    expect(read.leftOverLines).toBe(3);
  });

  it('loses no address, whatever stands around it', () => {
    const address = fc.integer({ min: 0, max: 99_999 }).map((id) => `x${id}@reseller.example`);
    const noise = fc.string({ maxLength: 12 }).filter((text) => !/[@<>\n\r]/u.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(noise, address), { minLength: 1, maxLength: 12 }), (lines) => {
        const { rows } = readCandidates(lines.map(([before, email]) => `${before} <${email}>`).join('\n'));
        const shown = rows.map((one) => `${one.name} ${one.email}`).join(' ');
        for (const [, email] of lines) expect(shown).toContain(email);
      }),
    );
  });

  it.each([
    ['info@alba-sistemi.it', 'Alba Sistemi'], ['x@mail.bruma.co.uk', 'Bruma'], ['rossi@gmail.com', ''], ['nobody', ''],
  ])('guesses the company of %s', (email, name) => {
    expect(nameFromAddress(email)).toBe(name);
  });
});

describe('problems of candidates', () => {
  it('are none for a good row and for an empty one', () => {
    expect(candidateProblems([row(), row({ name: '', email: '', partnerId: '' })], known)).toEqual([[], []]);
  });

  it.each([
    ['email-invalid', { email: 'info(at)alba.example' }],
    ['email-invalid', { email: 'a@b.example, c@d.example' }],
    ['name-missing', { name: '  ' }],
    ['language-unknown', { language: 'Klingon' }],
    ['partner-id-malformed', { partnerId: 'MPN 1' }],
    ['own-partner-id', { partnerId: '5380000' }],
  ] as const)('name %s', (problem, changes) => {
    expect(candidateProblems([row(changes)], known)).toEqual([[problem]]);
  });

  it('find doubles by address or Partner ID, in the later row', () => {
    const rows = [row(), row({ email: 'INFO@alba.example', partnerId: '' }), row({ email: 'other@alba.example' })];
    expect(candidateProblems(rows, known)).toEqual([[], ['duplicate'], ['duplicate']]);
  });

  it('warn of a partner: by Partner ID where there is one, else by name', () => {
    const partners = knownPartners([{ name: 'ALBA SISTEMI SRL', partnerId: '4847383' }]);
    const rows = [row(), row({ email: 'b@b.example', partnerId: '' }), row({ email: 'c@c.example', partnerId: '4890002' })];
    expect(candidateProblems(rows, { ...known, partners })).toEqual([['already-partner'], ['already-partner'], []]);
  });

  it('warn of who was asked and may still answer, not of withdrawn or expired requests', () => {
    const problems = (changes: object) => candidateProblems([row({ partnerId: '' })], { ...known, asked: askedMarks([requestOf(changes)], now) });
    expect(problems({})).toEqual([['already-requested']]);
    expect(problems({ state: 'withdrawn' })).toEqual([[]]);
    expect(problems({ sentAt: '2026-10-01T00:00:00.000Z' })).toEqual([[]]);
  });

  it('fall back to a language to begin with, and refuse to make a request of a row with an error', () => {
    expect(languageOf({ language: 'Deutsch' }, 'it')).toBe('de');
    expect(languageOf({ language: 'Klingon' }, 'it')).toBe('it');
    expect(requestedReseller(row({ language: '', partnerId: '' }), 'fr')).toEqual({
      name: 'Alba Sistemi S.r.l.', email: 'info@alba.example', language: 'fr',
    });
    expect(requestedReseller(row({ partnerId: 'x' }), 'fr')).toBeUndefined();
  });
});
