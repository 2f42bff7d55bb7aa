import { describe, expect, it } from 'vitest';
import { readListName } from '../../../renderer/data/mirror/lists/list-name.ts';

const now = '2026-11-24T09:00:00.000Z';

describe('the name of a list’s file', () => {
  it.each([
    ['Nov_NCE_LicenseBasedPL_GA_IT.csv', now, { month: '2026-11', market: 'IT' }],
    // Poland, and no year: the December that is about to be
    ['Dec_NCE_LicenseBasedPL_GA_PL.csv', now, { month: '2026-12', market: 'PL' }],
    ['Jan_NCE_LicenseBasedPL_GA_DE.zip', now, { month: '2026-01', market: 'DE' }],
    ['Jan_NCE_LicenseBasedPL_GA_DE.csv', '2026-12-30T00:00:00.000Z', { month: '2027-01', market: 'DE' }],
    ['prices 202610.csv', now, { month: '2026-10' }],
    ['pricesheet_2025-07_FR.csv', now, { month: '2025-07', market: 'FR' }],
    ['September list.csv', now, { month: '2026-09' }],
    ['updatedoffice.csv', now, {}],
    ['marketing decoy 123456.csv', now, {}],
  ])('%s, on %s', (name, moment, read) => {
    expect(readListName(name, moment)).toEqual(read);
  });
});
