import { z } from 'zod';

const Row = z.looseObject({
  id: z.string(),
  companyProfile: z.looseObject({ companyName: z.string(), domain: z.string() }),
});
const Page = z.looseObject({ items: z.array(z.unknown()) });

/** A row as the plain store keeps it: the item as it came, and what its indexes are over. */
export interface PlainRow {
  readonly id: string;
  readonly companyProfile: { readonly companyName: string; readonly domain: string };
  readonly resellerId: string;
  readonly country: string;
  readonly updatedAt: string;
}

const decoder = new TextDecoder();
export const parsePage = (bytes: Uint8Array): readonly unknown[] => Page.parse(JSON.parse(decoder.decode(bytes))).items;

/** Reseller, country and time of change are not in the list: made up, of usual size and spread. */
export function plainRow(item: unknown, number: number): PlainRow {
  const row = Row.parse(item);
  return {
    ...row,
    resellerId: `e${String(number % 2000).padStart(7, '0')}-0000-4000-8000-000000000000`,
    country: ['IT', 'DE', 'FR', 'ES'][number % 4] ?? 'IT',
    updatedAt: new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString(),
  };
}
