/** The body of a reseller of the sandbox that the practice tenant accepts; prefix and Partner ID must be free. */
export function newSandboxReseller(domainPrefix: string, mpnId: string): Readonly<Record<string, unknown>> {
  return {
    mpnId,
    tenant: {
      domainPrefix,
      name: 'Palestra',
      displayName: 'Palestra Cloud',
      adminUserName: 'admin',
      adminFirstName: 'Ada',
      adminLastName: 'Neri',
      adminAlternateEmail: 'ada.neri@palestra.example',
      country: 'IT',
      culture: 'it-IT',
    },
    legalBusinessProfile: {
      companyName: 'Palestra Cloud S.r.l.',
      address: { country: 'IT', city: 'Milano', state: '', addressLine1: 'Via Roma 1', addressLine2: '', postalCode: '20121' },
      primaryContact: { firstName: 'Ada', lastName: 'Neri', email: 'ada.neri@palestra.example', phoneNumber: '0255512345' },
      culture: 'it-IT',
    },
    organizationProfileLanguage: 'it',
  };
}
