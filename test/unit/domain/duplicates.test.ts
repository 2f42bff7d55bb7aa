import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duplicateTest } from '../../../shared/domain/customer/duplicates.ts';
import { comparedName, isNearName } from '../../../shared/domain/customer/near-name.ts';

const near = (a: string, b: string): boolean => isNearName(comparedName(a), comparedName(b));

describe('names of what may be one company', () => {
  it.each([
    ['Officina Bianchi S.r.l.', 'OFFICINA BIANCHI SRL'],
    ['Officina Bianchi S.r.l.', 'Officina Bianchi S. p. A.'],
    ['Caffè Niccolò', 'Caffe Niccolo Ltd'],
    ['Müller Maschinenbau GmbH & Co. KG', 'Mueller Maschinenbau GmbH'],
    ['Bianchi Officina', 'Officina Bianchi'],
    ['Blue Sky S.A.', 'BlueSky'],
    ['Fornace Bianchi', 'Fornace Biancchi'],
    ['Fornace Bianchi', 'Fornace Bainchi'],
    ['Pasticceria Niccolo', 'Pasticceria Niccolo Torino'],
    ['Metallurgica', 'Metalurgica SpA'],
    ['SARL Dupont', 'Dupont'],
    ['Torrefazione', 'Torrefzaione'],
    ['Фирма Ромашка', 'ФИРМА РОМАШКА'],
  ])('%s and %s', (a, b) => {
    expect([near(a, b), near(b, a)]).toEqual([true, true]);
  });

  it.each([
    ['Rossi S.r.l.', 'Rossi & Figli S.r.l.'],
    ['Ferrari', 'Ferraro'],
    ['Officina Conti', 'Officina Conte'],
    ['Filiale 12', 'Filiale 13'],
    ['Studio Uno', 'Studio Due'],
    ['Officina Bianchi', 'Officina Verdi'],
    ['Bianchi', 'Bianchi Trasporti'],
    ['S.r.l.', 'S.p.A.'],
    ['Alba', 'Alma'],
    ['', ''],
    ['AB', 'AB'],
  ])('not %s and %s', (a, b) => {
    expect([near(a, b), near(b, a)]).toEqual([false, false]);
  });

  it('are the same whichever is compared with which, and every name of three letters is near itself', () => {
    const word = fc.constantFrom(
      'officina', 'bianchi', 'biancchi', 'verdi', 'srl', 'caffè', 'blue', 'sky', 'bluesky', '12', 'torino', 'metallurgica',
    );
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(near(a, b)).toBe(near(b, a));
        expect(near(a, a)).toBe(comparedName(a).joined.length >= 3);
      }),
    );
  });
});

describe('the same customer', () => {
  const asked = { name: 'Fornace Bianchi', domain: 'fornace.onmicrosoft.com', registrationNumber: '12345678-1-42' };
  const other = { name: 'Anything', domain: 'any.onmicrosoft.com', registrationNumber: '' };
  const why = duplicateTest(asked);

  it('is told by its domain, its number however it is grouped, or a near name, in this order', () => {
    expect(why({ ...other, domain: 'FORNACE.onmicrosoft.com', name: asked.name })).toBe('domain');
    expect(why({ ...other, registrationNumber: '12345678 142' })).toBe('registration-number');
    expect(why({ ...other, name: 'Fornace Bianchi S.r.l.' })).toBe('name');
    expect(why(other)).toBeUndefined();
  });

  it('is not told by what is empty on both sides', () => {
    expect(duplicateTest({ name: '', domain: '', registrationNumber: '' })({ name: '', domain: '', registrationNumber: '' })).toBeUndefined();
  });
});
