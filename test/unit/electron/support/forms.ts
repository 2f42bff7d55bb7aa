import type { CustomerForm } from '../../../../shared/domain/customer/customer-form.ts';

/** A new Italian customer the practice tenant accepts. */
export const customerForm = (domain: string): CustomerForm => ({
  companyName: 'Panificio Rossi S.r.l.',
  domain: `${domain}.onmicrosoft.com`,
  registrationNumber: '',
  address: { country: 'IT', addressLine1: 'Via Garibaldi 7', addressLine2: '', city: 'Milano', state: 'MI', postalCode: '20121' },
  firstName: 'Carla',
  lastName: 'Rossi',
  email: 'carla.rossi@example.com',
  phoneNumber: '',
  language: 'it',
  culture: 'it-IT',
});
