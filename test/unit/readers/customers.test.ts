import { describe, expect, it } from 'vitest';
import { readRows } from '../../../shared/partner-center/readers/collection.ts';
import { readCustomerDetail, readCustomerListRow } from '../../../shared/partner-center/readers/customers.ts';
import { readReseller } from '../../../shared/partner-center/readers/relationships.ts';
import { inPascalCase, sampleReply } from './sample-reply.ts';

describe('customers and resellers as published', () => {
  it('reads the list of customers', () => {
    const page = readRows(sampleReply('list-customers'), readCustomerListRow);
    expect(page).toEqual({
      totalCount: 2,
      skipped: 0,
      rows: [
        { id: 'b44bb1fb-c595-45b0-9e09-d657365580bf', name: 'companyName', domain: 'domain', relationship: 'reseller' },
        { id: '45c44870-ef77-4fdd-b6fe-3dacb075cff2', name: 'companyName', domain: 'domain', relationship: 'reseller' },
      ],
    });
  });

  it('reads a whole customer, the same in PascalCase', () => {
    const detail = readCustomerDetail(sampleReply('get-customer'));
    expect(detail).toMatchObject({
      id: 'eebd1b55-5360-4438-a11d-5c06918c3014',
      companyName: '1kl as kjk',
      domain: 'abcdefgh1234.ccsctp.net',
      country: 'US',
      address: { city: 'redmond', state: 'wa', postalCode: '98052' },
      contact: { email: 'a@a.com', phoneNumber: '1234567890' },
      culture: 'en-US',
    });
    expect(readCustomerDetail(inPascalCase(sampleReply('get-customer')))).toEqual(detail);
  });

  it('reads a customer whose company address is hidden from the partner', () => {
    const id = 'EEBD1B55-5360-4438-A11D-5C06918C3014';
    const billingProfile = { defaultAddress: { country: 'it' } };
    const detail = readCustomerDetail({ id, companyProfile: { companyName: 'A' }, billingProfile });
    expect(detail).toEqual({
      id: id.toLowerCase(), companyName: 'A', domain: '', relationship: '', country: 'IT', address: { country: 'IT' },
    });
  });

  it('skips and counts a bad row, never the page', () => {
    const good = { Id: 'b44bb1fb-c595-45b0-9e09-d657365580bf', CompanyProfile: { CompanyName: 7 } };
    const page = readRows({ values: [null, 'x', { id: 'no guid' }, good] }, readCustomerListRow);
    expect(page?.skipped).toBe(3);
    expect(page?.rows).toEqual([{ id: good.Id, name: '7', domain: '', relationship: '' }]);
  });

  it('reads resellers in both cases', () => {
    const rows = readRows(sampleReply('list-indirect-resellers'), readReseller)?.rows;
    expect(rows?.[0]).toEqual({
      id: '484e548c-f5f3-4528-93a9-c16c6373cb59', name: 'First Up Consultants', partnerId: '4847383', state: 'Active',
      location: 'US',
    });
    expect(readRows(inPascalCase(sampleReply('list-indirect-resellers')), readReseller)?.rows).toEqual(rows);
  });
});
