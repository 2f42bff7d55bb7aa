import type { FailureCode } from '../contract/failure.ts';

/** Where a code belongs when one number means two things (reference, errors: 2001). */
export type ErrorArea = 'reseller' | 'subscription';

type Listed = Exclude<FailureCode, 'unknown-server-code'>;

/**
 * The server's error codes by what they mean to the user (reference, errors: 2021, 2023 and 2026 editions). A code that
 * stands for two things carries its status (`404:3000`) or its area (`subscription/2001`); the bare code is the rest.
 */
const codesOf: Partial<Record<Listed, readonly string[]>> = {
  'sign-in-needed': ['401:400', '900420', '900316', '90000', '800001'],
  'mfa-needed': ['900329', '900309'],
  'role-missing': ['900308', '900150', '2032'],
  'own-agreement-missing': ['900124'],
  'program-not-active': ['900149'],
  'not-sold-in-country': ['800070'],
  'country-outside-region': ['2030'],
  'price-access-missing': ['800043'],
  'bad-request': ['2000', '2001', '800002', '900126', '900142', '800071'],
  'invalid-property': ['3000'],
  'not-supported': ['900127', '900141', '2100'],
  'not-found': ['1000'],
  'user-not-found': ['60002'],
  'provisioning-unknown': ['800007'],
  'server-trouble': ['800003', '900192', '0', '800094'],
  'partner-id-unknown': ['404:3000', '2200', '2205', '800015', '900400'],
  'partner-id-region': ['2201'],
  'partner-id-not-reseller': ['2204', '2071', '800016'],
  'partner-id-own': ['2072'],
  'partner-id-inactive': ['900154', '800039'],
  'reseller-agreement-missing': ['2203', '2206', '900123'],
  'customer-not-found': ['60003', '900118'],
  'no-customer-relationship': ['20002'],
  'customer-under-review': ['800073', '800074'],
  'customer-rejected': ['800075'],
  'customer-locked': ['900416'],
  'address-invalid': ['2007'],
  'registration-number-not-used': ['600002'],
  'registration-number-missing': ['600049'],
  'registration-number-malformed': ['600050'],
  'phone-missing': ['600051'],
  'sandbox-limit': ['800018', '900116'],
  'agreement-already-confirmed': ['600061'],
  'agreement-missing': ['13605'],
  'product-gone': ['400013', '400018', '800004', '2091'],
  'availability-gone': ['400019', '400072'],
  'inventory-missing': ['800010'],
  'segment-not-allowed': ['400030', '400036', '800086'],
  'promotion-invalid': ['27007'],
  'item-not-purchasable': ['403:2006', '2085', '800020', '27006', '800024', '4018', '900322'],
  'cart-expired': ['800008'],
  'cart-line-refused': ['800009'],
  'cart-busy': ['800064'],
  'cart-submitted': ['800065'],
  'quantity-out-of-range': ['800017', '900275', '2002'],
  'offer-attestation-missing': ['900203'],
  'attestation-missing': ['900206'],
  'currency-wrong': ['900169'],
  'end-date-wrong': ['900242', '900245', '900246'],
  'base-not-valid': ['800029'],
  'order-not-created': ['800005'],
  'order-in-progress': ['800060', '800014'],
  'order-not-found': ['20000'],
  'credit-limit': ['800023', '800025', '900121'],
  'too-many-subscriptions': ['800066', '900419'],
  'too-many-seats': ['800067', '800088', '800089'],
  'risk-check-failed': ['800069'],
  'eligibility-unclear': ['800022'],
  'subscription-not-found': ['20003'],
  'subscription-reseller-fixed': ['800098'],
  'resource-changed': ['2055'],
  'change-in-progress': ['900278'],
  'order-not-cancellable': ['800019', '800061', '800063', '800077'],
  // Seats go down, or leave, only within the window after a purchase; later at renewal (failure story F25).
  'seats-fixed': ['800090', '900214', '900257'],
  'billing-fixed': ['2054', '800097'],
  'billing-not-possible': ['6001', '900269', '900270'],
  'term-not-possible': ['800028', '800121', '800122', '900267'],
  'cancellation-window-over': ['900117', '900213'],
  'parent-not-active': ['27009'],
  'subscription-suspended': ['6000', '800091'],
  'subscription-not-ready': ['subscription/2001', '800082', '900261', '900280'],
  'subscription-over': ['2011', '900277', '900279'],
  'changed-too-often': ['900311'],
  'upgrade-not-possible': ['900258', '900259', '900260', '900263', '800107'],
  'subscription-not-changeable': ['2006', '800027'],
  'seats-not-changeable': ['800095'],
  // The same numbers of a cart are about an order.
  'seats-over-limit': ['subscription/800067', 'subscription/800088'],
  'auto-renew-not-possible': ['800093'],
  'status-fixed': ['800096'],
  'status-not-possible': ['800040'],
  'azure-plan-in-use': ['900115'],
  'end-date-not-for-product': ['900244'],
};

const isListed = (code: string): code is Listed => code in codesOf;

const meanings: ReadonlyMap<string, FailureCode> = new Map(
  Object.entries(codesOf).flatMap(([failure, codes]) => (isListed(failure) ? codes.map((code) => [code, failure] as const) : [])),
);

const byStatus: ReadonlyMap<number, FailureCode> = new Map([
  [400, 'bad-request'], [401, 'sign-in-needed'], [403, 'role-missing'], [404, 'not-found'], [405, 'not-supported'],
  [406, 'not-supported'],
  [408, 'no-answer'], [409, 'bad-request'], [412, 'resource-changed'], [417, 'bad-request'], [429, 'throttled'],
]);

const withoutCode = (status: number): FailureCode => {
  if (status >= 500) return 'server-trouble';
  return byStatus.get(status) ?? 'malformed-answer';
};

/** What an error answer means to the user. `code` is missing when the body named none. */
export function failureCodeOf(status: number, code: string | undefined, area?: ErrorArea): FailureCode {
  if (code === undefined) return withoutCode(status);
  const keys = [...(area === undefined ? [] : [`${area}/${code}`]), `${status}:${code}`, code];
  const found = keys.map((key) => meanings.get(key)).find((meaning) => meaning !== undefined);
  if (found !== undefined) return found;
  return status === 401 || status === 429 ? withoutCode(status) : 'unknown-server-code';
}

/** Errors of cart lines, by number and name (reference, cartErrorCodes: no sample shows which of them is on the wire). */
const lineCodesOf: readonly (readonly [number: string, name: string, meaning: Listed])[] = [
  // Zero is no error of the service here, but one it does not name.
  ['0', 'Unknown', 'cart-line-refused'],
  ['10000', 'CurrencyIsNotSupported', 'currency-wrong'],
  ['10001', 'CatalogItemIdIsNotValid', 'availability-gone'],
  ['10002', 'QuotaNotAvailable', 'quota-missing'],
  ['10003', 'InventoryNotAvailable', 'inventory-missing'],
  ['10004', 'ParticipantsIsNotSupportedForPartner', 'partner-id-not-reseller'],
  ['10006', 'UnableToProcessCartLineItem', 'line-not-processed'],
  ['10007', 'SubscriptionIsNotValid', 'base-not-valid'],
  ['10008', 'SubscriptionIsNotEnabledForRI', 'reservation-not-enabled'],
  ['10009', 'SandboxLimitExceeded', 'sandbox-limit'],
  ['10010', 'InvalidInput', 'invalid-property'],
  ['10011', 'SubscriptionNotRegistered', 'subscription-not-registered'],
];
const lineCodes: ReadonlyMap<string, Listed> = new Map(
  lineCodesOf.flatMap(([number, name, meaning]) => [[number, meaning], [name.toLowerCase(), meaning]] as const),
);

/**
 * What an error of one line of a cart or of one order of a checkout means to the user; `otherwise` when the code is not
 * known. Such errors come inside good answers and carry no HTTP status.
 */
export function lineFailureCodeOf(code: string, otherwise: Listed): FailureCode {
  const byLine = lineCodes.get(code.toLowerCase().replaceAll('_', ''));
  if (byLine !== undefined) return byLine;
  const general = failureCodeOf(400, code);
  return general === 'unknown-server-code' ? otherwise : general;
}
