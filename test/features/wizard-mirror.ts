import { completeRules, fallbackRules } from '../../shared/domain/customer/country-fallback.ts';
import type { Offer } from '../../shared/domain/catalogue/offer.ts';
import type { CountryRules } from '../../shared/domain/customer/country-rules.ts';
import { duplicateTest } from '../../shared/domain/customer/duplicates.ts';
import { CustomerReseller } from '../../shared/domain/reseller/customer-reseller.ts';
import { CustomerTenantId, ResellerTenantId } from '../../shared/ids.ts';
import type { CustomerRecord, Mirror, MirrorStatus, ResellerRow } from '../../shared/ports/mirror.ts';
import { now, offerOf } from '../unit/domain/cart-fixtures.ts';

export const alba = ResellerTenantId.parse('b0000000-0000-4000-8000-000000000001');
export const bruma = ResellerTenantId.parse('b0000000-0000-4000-8000-000000000002');
export const ourselves = ResellerTenantId.parse('b0000000-0000-4000-8000-000000000003');
/** The reseller as customers and orders name it. */
export const albaSistemi = CustomerReseller.parse({
  kind: 'reseller',
  id: alba,
  partnerId: '4847383',
  name: 'Alba Sistemi S.r.l.',
});
export const knownCustomer = CustomerTenantId.parse('c0000000-0000-4000-8000-000000000001');

const resellers: readonly ResellerRow[] = [
  { id: alba, name: 'Alba Sistemi S.r.l.', partnerId: '4847383', state: 'Active', location: 'IT', customerCount: 1 },
  { id: bruma, name: 'Bruma Cloud S.p.A.', partnerId: '4890002', state: 'Suspended', location: 'IT', customerCount: 0 },
  { id: ourselves, name: 'Own Distribution', partnerId: '5380000', state: 'Active', location: 'IT', customerCount: 0 },
];
const italy: CountryRules = completeRules({
  ...fallbackRules('IT'),
  isPostalCodeRequired: true,
  postalCodeRegex: '^\\d{5}$',
  callingCodes: ['39'],
  phoneNumberRegex: '^\\d{6,11}$',
});
const offers: readonly Offer[] = [
  offerOf('CFQ7TTC0LH16', { title: 'Exchange Online (Plan 1)', listDate: now }),
  offerOf('CFQ7TTC0LCHC', { title: 'Microsoft 365 Business Premium', maximumQuantity: 300, listDate: now }),
  offerOf('CFQ7TTC0LH18', { title: 'Microsoft 365 Business Basic', maximumQuantity: 300, listDate: now }),
];
const customers: readonly CustomerRecord[] = [
  {
    row: {
      id: knownCustomer,
      name: 'Officina Caffè',
      domain: 'officinacaffe.onmicrosoft.com',
      relationship: 'reseller',
      resellerIds: [alba],
    },
    detail: {
      id: knownCustomer,
      companyName: 'Officina Caffè',
      domain: 'officinacaffe.onmicrosoft.com',
      relationship: 'reseller',
      country: 'IT',
    },
    agreement: { isAccepted: true, acceptedAt: now },
    subscriptions: [
      {
        id: 'subscription-1', offerName: 'Exchange Online', friendlyName: 'Exchange Online', quantity: 5, status: 'active',
        autoRenewEnabled: true, partnerId: '1111111',
      },
    ],
  },
];

const status: MirrorStatus = {
  collections: {
    organization: { count: 1, pulledAt: now },
    resellers: { count: 3, pulledAt: now },
    customers: { count: 1, pulledAt: now },
    associations: { count: 1, pulledAt: now },
    'country-rules': { count: 1, pulledAt: now },
    catalogue: { count: 3, pulledAt: now },
  },
  pull: undefined,
  stopped: undefined,
};

const noBusiness = { customers: [], customersRead: 0, customerEmails: [], subscriptions: [], supported: [], orders: [] };

/** The offline copy as a few rows in memory: the port alone, without a worker and a pull. */
export const memoryMirror = (): Mirror => ({
  customers: async ({ text }) => {
    const rows = customers
      .map(({ row }) => row)
      .filter((row) => `${row.name} ${row.domain}`.toLowerCase().includes(text.toLowerCase()));
    return { rows, total: rows.length };
  },
  customerFacets: async () => ({ countries: [], relationships: [] }),
  customerTwins: async (asked) => {
    const whyOf = duplicateTest(asked);
    return customers.flatMap(({ row }) => {
      const why = whyOf({ ...row, registrationNumber: '' });
      return why === undefined ? [] : [{ row, why }];
    });
  },
  customer: async (id) => customers.find(({ row }) => row.id === id),
  resellers: async () => resellers,
  resellerBusiness: async () => noBusiness,
  replaceResellers: async () => undefined,
  offers: async ({ country, text }) =>
    offers.filter((one) => one.country === country && one.title.toLowerCase().includes(text.toLowerCase())),
  offer: async (key) => offers.find((one) => one.key === key),
  promotions: async () => [],
  catalogueCountries: async () => ['IT'],
  priceLists: async () => [],
  importPriceList: async () => ({ kind: 'cancelled' }),
  downloadPriceList: async () => ({ kind: 'cancelled' }),
  priceListImport: async () => undefined,
  cancelPriceListImport: async () => undefined,
  removePriceList: async () => undefined,
  listedPrice: async () => undefined,
  skuInLists: async () => ({ prices: [] }),
  countryRules: async (iso2) => (iso2 === 'IT' ? italy : undefined),
  openOrders: async () => [],
  orders: async () => [],
  subscriptions: async () => [],
  subscriptionCoverage: async () => ({ customers: 1, read: 1 }),
  briefcase: async () => ({ customers: [], markets: [], others: { customers: 0, bytes: 0 } }),
  wantCountries: async () => undefined,
  lightenOthers: async () => 0,
  organization: async () => ({
    companyName: 'Own',
    tenantId: 'e0000000-0000-4000-8000-000000000000',
    domain: 'own.example',
    country: 'IT',
    partnerId: '5380000',
  }),
  status: async () => status,
  apply: async () => undefined,
  pull: async () => status,
  stopPull: async () => undefined,
  clear: async () => undefined,
  subscribe: () => () => undefined,
});
