import { guidFromText } from './numbers.ts';

/** The distributor the practice tenant belongs to: invented, the same in every practice tenant. */
export const provider = {
  tenantId: guidFromText('practice provider tenant'),
  clientId: guidFromText('practice client'),
  userId: guidFromText('practice user'),
  mpnId: '4890001',
  companyName: 'Distribuzione Esempio S.p.A.',
  domain: 'distribuzioneesempio.onmicrosoft.com',
  email: 'csp@distribuzioneesempio.example',
  userName: 'vendite@distribuzioneesempio.onmicrosoft.com',
  displayName: 'Giulia Ferrani',
  firstName: 'Giulia',
  lastName: 'Ferrani',
  phoneNumber: '0255500100',
  address: { country: 'IT', city: 'Milano', state: 'MI', addressLine1: 'Via dei Tigli 12', postalCode: '20121' },
  language: 'it',
  culture: 'it-IT',
  country: 'IT',
  currency: 'EUR',
} as const;

/** A Partner ID that exists but belongs to a company that is no indirect reseller (800016, 2204). */
export const advisorMpnId = '4890099';
/** A Partner ID of another CSP region (2201). */
export const otherRegionMpnId = '4890077';
/** A customer that exists but has no relationship with the provider (403/20002). */
export const strangerTenantId = guidFromText('practice customer of somebody else');
/** The template of the Microsoft Customer Agreement (get-agreement-metadata). */
export const customerAgreementTemplateId = guidFromText('practice customer agreement template');
/** The template of the former Microsoft Cloud Agreement. */
export const cloudAgreementTemplateId = guidFromText('practice cloud agreement template');
/** The agreement a reseller of the sandbox is said to have signed (create-sandbox-indirect-reseller). */
export const valueAddedResellerAgreementId = guidFromText('practice value added reseller agreement');
