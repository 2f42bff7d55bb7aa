import { z } from 'zod';
import { CustomerTenantId } from '../../ids.ts';

/** An address as the contract wants it (create-customer-for-reseller: BillingProfile.DefaultAddress). */
export const AddressForm = z.object({
  country: z.string().regex(/^[A-Z]{2}$/),
  addressLine1: z.string().trim().min(1).max(200),
  addressLine2: z.string().trim().max(200).default(''),
  city: z.string().trim().min(1).max(100),
  state: z.string().trim().max(50).default(''),
  postalCode: z.string().trim().max(20).default(''),
});
export type AddressForm = z.infer<typeof AddressForm>;

/**
 * The details of a new customer, as checked without a country's own rules; those are in customer-rules.ts.
 * Lengths: reference.json limits.strings.
 */
export const CustomerForm = z.object({
  companyName: z.string().trim().min(1).max(256),
  /** Full domain, e.g. `name.onmicrosoft.com`. */
  domain: z.string().regex(/^[a-z0-9]{1,27}\.onmicrosoft\.com$/),
  registrationNumber: z.string().trim().max(64).default(''),
  address: AddressForm,
  firstName: z.string().trim().min(1).max(50),
  lastName: z.string().trim().min(1).max(50),
  email: z.email(),
  phoneNumber: z.string().trim().max(30).default(''),
  /** Two letters, from the country's rules. */
  language: z.string().regex(/^[a-z]{2}$/),
  /** e.g. `it-IT`, from the country's rules. */
  culture: z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?-[A-Z]{2}$/),
});
export type CustomerForm = z.infer<typeof CustomerForm>;

/** The person of the customer who accepted the Microsoft Customer Agreement (confirm-customer-agreement). */
export const AgreementContact = z.object({
  firstName: z.string().trim().min(1).max(50),
  lastName: z.string().trim().min(1).max(50),
  email: z.email(),
  phoneNumber: z.string().trim().max(30).default(''),
});
export type AgreementContact = z.infer<typeof AgreementContact>;

/** A customer as the server knows it (get-customer). Fields a partner may not see are simply missing. */
export const CustomerDetail = z.object({
  id: CustomerTenantId,
  companyName: z.string(),
  domain: z.string(),
  relationship: z.string(),
  country: z.string().optional(),
  address: z
    .object({
      addressLine1: z.string().optional(),
      addressLine2: z.string().optional(),
      city: z.string().optional(),
      state: z.string().optional(),
      postalCode: z.string().optional(),
      country: z.string().optional(),
    })
    .optional(),
  contact: z
    .object({ firstName: z.string().optional(), lastName: z.string().optional(), email: z.string().optional(), phoneNumber: z.string().optional() })
    .optional(),
  language: z.string().optional(),
  culture: z.string().optional(),
  registrationNumber: z.string().optional(),
  associatedPartnerId: z.string().optional(),
});
export type CustomerDetail = z.infer<typeof CustomerDetail>;
