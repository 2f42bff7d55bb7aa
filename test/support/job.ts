import type { Desk } from './desk.ts';

/** One product of the order: real ids come with the catalogue, the pair of term and billing cycle is chosen by hand. */
export interface JobProduct {
  readonly title: string;
  readonly term: string;
  readonly cycle: string;
  readonly seats: number;
}

/** What a field seller has on the notepad. */
export interface Job {
  readonly reseller: { readonly name: string; readonly partnerId: string };
  readonly company: string;
  readonly domain: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly state: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phoneNumber: string;
  /** All of one term and billing cycle: the server makes one order of them (checkout-cart: one order an order group). */
  readonly products: readonly JobProduct[];
}

/** A customer in Milan, for a reseller of the practice tenant's seed. */
export const milanJob: Job = {
  reseller: { name: 'Monteluce Sistemi S.r.l.', partnerId: '5100148' },
  company: 'Officine Verdi S.r.l.',
  domain: 'officineverdi',
  street: 'Via Roma 1',
  postalCode: '20121',
  city: 'Milano',
  state: 'MI',
  firstName: 'Paola',
  lastName: 'Verdi',
  email: 'paola.verdi@officineverdi.example',
  phoneNumber: '0255512345',
  products: [
    { title: 'Microsoft 365 Business Premium', term: 'P1Y', cycle: 'annual', seats: 25 },
    { title: 'Exchange Online (Plan 1)', term: 'P1Y', cycle: 'annual', seats: 5 },
  ],
};

/** What the outbox calls the order of the job. */
export const orderTitle = ({ text }: Desk, job: Job): string =>
  text('operation.title.place-order', { name: job.company, count: job.products.length });

/** Titles of the three operations of the job, in the order in which they must be sent. */
export const jobTitles = (desk: Desk, job: Job): readonly string[] => [
  desk.text('operation.title.create-customer', { name: job.company }),
  desk.text('operation.title.confirm-agreement', { name: job.company }),
  orderTitle(desk, job),
];
