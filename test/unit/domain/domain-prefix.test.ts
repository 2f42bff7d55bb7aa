import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  domainOf, isDomainPrefix, maximumPrefixLength, prefixOf, proposeDomainPrefix, proposeOtherPrefixes,
} from '../../../shared/domain/customer/domain-prefix.ts';

describe('proposed domain prefix', () => {
  it.each([
    ['Pasticceria Caffè Niccolò S.r.l.', 'pasticceriacaffeniccolo'],
    ['Rossi & Figli S.p.A.', 'rossi'],
    ['Rossi e C. s.n.c.', 'rossi'],
    ['Società Agricola Il Melo S. r. l.', 'societaagricolailmelo'],
    ['Müller Maschinenbau GmbH & Co. KG', 'mullermaschinenbau'],
    ['Straßenbau Süd AG', 'strassenbausud'],
    ['SARL Dupont', 'dupont'],
    ['Boulangerie Lefèvre SARL', 'boulangerielefevre'],
    ['Construcciones Peña, S.L.', 'construccionespena'],
    ['Comercial Muñoz S.L.U.', 'comercialmunoz'],
    ['Øresund ApS', 'oresund'],
    ['SAS', 'sas'],
    ['3M Italia Srl', '3mitalia'],
    ['Фирма', ''],
    ['', ''],
  ])('of %s is "%s"', (name, prefix) => {
    expect(proposeDomainPrefix(name)).toBe(prefix);
  });

  it('is empty or allowed, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (name) => {
        const prefix = proposeDomainPrefix(name);
        expect(prefix === '' || isDomainPrefix(prefix)).toBe(true);
      }),
    );
  });

  it('keeps whole words where the first one fits', () => {
    const prefix = proposeDomainPrefix('Internazionale Distribuzione Alimentari Mediterranea');
    expect(prefix).toBe('internazionaledistribuzione');
    expect(prefix.length).toBeLessThanOrEqual(maximumPrefixLength);
  });

  it('turns into a domain and back', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,27}$/u), (prefix) => {
        expect(prefixOf(domainOf(prefix))).toBe(prefix);
      }),
    );
  });
});

describe('other prefixes where one is taken', () => {
  it('add country, town, further words, first letters or a number', () => {
    const asked = { companyName: 'Pasticceria Caffè Niccolò & Figli S.r.l.', city: 'Reggio Emilia', country: 'IT', taken: 'pasticceriacaffeniccolo' };
    expect(proposeOtherPrefixes(asked).slice(0, 5)).toEqual([
      'pasticceriacaffeniccoloit', 'pasticceriacaffreggioemilia', 'pasticceriacaffeniccolofigl', 'pasticceriacnf', 'pasticceriacaffeniccolgroup',
    ]);
  });

  it('are all allowed, all different and never the taken one, whatever the name', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(text, text, fc.stringMatching(/^[a-z0-9]{3,27}$/u), (companyName, city, taken) => {
        const proposals = proposeOtherPrefixes({ companyName, city, country: 'IT', taken });
        expect(proposals.every(isDomainPrefix)).toBe(true);
        expect(proposals).not.toContain(taken);
        expect(new Set(proposals).size).toBe(proposals.length);
        expect(proposals.length).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});
