import type { Job, JobProduct } from './job.ts';
import { milanJob } from './job.ts';

/** An order of five lines: one with a promotion, one add-on under it, one that the server will refuse. */
export interface OrderJob extends Job {
  readonly base: JobProduct;
  readonly addon: JobProduct;
  /** Name of the promotion of the base line, and its id in the practice tenant. */
  readonly promotion: { readonly name: string; readonly id: string };
  readonly refused: JobProduct & { readonly productId: string; readonly skuId: string };
}

const base: JobProduct = { title: 'Microsoft 365 E3', term: 'P1Y', cycle: 'annual', seats: 20 };
const addon: JobProduct = { title: 'Advanced Communications', term: 'P1Y', cycle: 'annual', seats: 10 };
const refused = { title: 'Visio Plan 2', term: 'P1Y', cycle: 'monthly', seats: 3, productId: 'CFQ7TTC0HD32', skuId: '0002' };

/** Five lines for a new customer in Bologna. */
export const bolognaJob: OrderJob = {
  ...milanJob,
  company: 'Ceramiche Lenzi S.r.l.', domain: 'ceramichelenzi',
  street: 'Via Indipendenza 8', postalCode: '40121', city: 'Bologna', state: 'BO',
  firstName: 'Marta', lastName: 'Lenzi', email: 'marta.lenzi@ceramichelenzi.example',
  base, addon, refused,
  promotion: { name: 'Microsoft 365 E3: 15 percent in the first year', id: '39NFJQT1PQE3:0001:39NFJQT1Q5E3' },
  products: [
    base,
    { title: 'Exchange Online (Plan 1)', term: 'P1Y', cycle: 'annual', seats: 5 },
    { title: 'Power BI Pro', term: 'P1M', cycle: 'monthly', seats: 2 },
    refused,
  ],
};

/** All lines of the order: those that are searched for, and the add-on that is put under its base. */
export const lineCount = (job: OrderJob): number => job.products.length + 1;
