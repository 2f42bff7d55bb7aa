import type { Account } from '../../shared/domain/account.ts';
import { CustomerDraft } from '../../shared/domain/draft.ts';
import { newDraftId } from '../../shared/ids.ts';
import { CreateCustomerPayload } from '../../shared/sync/operation.ts';

const at = '2026-11-24T09:00:00.000Z';

/** An empty draft, as the wizard keeps it. */
export const createCustomerDraft = (account: Account): CustomerDraft =>
  CustomerDraft.parse({
    id: newDraftId(), accountId: account.id, state: 'open', createdAt: at, updatedAt: at, kind: 'customer',
    fields: {},
  });

/** A new customer of a reseller, complete. */
export const waitingCustomer = (resellerId: string): CreateCustomerPayload =>
  CreateCustomerPayload.parse({
    form: {
      companyName: 'Nuova Bottega S.r.l.', domain: 'nuovabottega.onmicrosoft.com', firstName: 'Anna', lastName: 'Neri',
      email: 'anna@bottega.example', language: 'it', culture: 'it-IT', registrationNumber: '01234567890',
      phoneNumber: '0212345678',
      address: { country: 'IT', addressLine1: 'Via Roma 1', city: 'Milano', state: 'MI', postalCode: '20121' },
    },
    reseller: { kind: 'reseller', id: resellerId, partnerId: '4890002', name: 'Alba Sistemi S.r.l.' },
  });
