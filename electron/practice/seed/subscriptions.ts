import { catalogItemIdOf, catalogue, type CatalogueItem, software } from './catalogue.ts';
import type { Position } from '../subscription-position.ts';
import { guidFor, indexFromGuid, numberFor, pick } from './numbers.ts';
import { countryOf, type SeedCountry } from './places.ts';

const SPACE = 11;
const FIRST_DAY = Date.UTC(2022, 0, 10);
const DAYS = 1000;
const SOFTWARE_SLOT = 15;
const DAY_MS = 86_400_000;

/** What a subscription was bought as; the wire form is made from it and the time of the question. */
export interface SubscriptionRecord {
  readonly id: string;
  readonly customerTenantId: string;
  readonly catalogItemId: string;
  readonly title: string;
  readonly quantity: number;
  readonly termDuration: string;
  readonly billingCycle: string;
  readonly createdAt: string;
  readonly orderId: string;
  readonly partnerId?: string | undefined;
  readonly friendlyName?: string | undefined;
  readonly customTermEndDate?: string | undefined;
  readonly parentSubscriptionId?: string | undefined;
  readonly promotionId?: string | undefined;
  readonly isTrial?: boolean | undefined;
  /** What a trial becomes at its end: P1M or P1Y. */
  readonly renewsTo?: string | undefined;
  /** Told not to renew after the term that runs when the tenant is opened for the first time. */
  readonly lapses?: boolean | undefined;
  /** Where it stands at first, when a transition made it out of another one. */
  readonly startsAs?: Position | undefined;
}

// what any customer may have had for years: no trials, nothing that asks for a qualification
const longSold = catalogue.filter((item) => !item.isTrial && item.segment === 'commercial');

function itemFor(index: number, slot: number): CatalogueItem {
  // steps of 7 through the list never meet within ten slots, so a customer has ten different products
  const start = numberFor(index, 51) % longSold.length;
  const item = longSold[(start + slot * 7) % longSold.length];
  if (item === undefined) throw new Error('the catalogue is empty');
  return item;
}

function orderIdFor(index: number, pair: number): string {
  return guidFor(index * 8 + pair, SPACE + 1)
    .replaceAll('-', '')
    .slice(0, 12);
}

// names as somebody at the provider gave them, so that two of the same offer can be told apart
const nicknames: Readonly<Record<SeedCountry, readonly string[]>> = {
  IT: ['Sede centrale', 'Filiale di Torino', 'Reparto vendite', 'Magazzino'],
  DE: ['Hauptsitz', 'Niederlassung Köln', 'Vertrieb', 'Lager'],
  FR: ['Siège social', 'Agence de Lyon', 'Service commercial', 'Entrepôt'],
  ES: ['Sede central', 'Delegación de Sevilla', 'Departamento comercial', 'Almacén'],
};

/** One in seven does not renew, one in nine has a nickname. */
function oddities(index: number, slot: number): Pick<SubscriptionRecord, 'lapses' | 'friendlyName'> {
  const place = index * 16 + slot;
  return {
    ...(numberFor(place, 53) % 7 === 3 ? { lapses: true } : {}),
    ...(numberFor(place, 54) % 9 === 4 ? { friendlyName: pick(nicknames[countryOf(index)], place, 55) } : {}),
  };
}

/** The base that an add-on of the same customer hangs on, if it has one. */
function parentOf(index: number, count: number, item: CatalogueItem): Pick<SubscriptionRecord, 'parentSubscriptionId'> {
  if (!item.isAddon) return {};
  const slot = Array.from({ length: count }, (_unused, place) => itemFor(index, place)).findIndex((base) =>
    item.prerequisiteSkus.includes(`${base.productId}:${base.skuId}`),
  );
  return slot < 0 ? {} : { parentSubscriptionId: guidFor(index * 16 + slot, SPACE) };
}

/** A software subscription beside the seats: of one customer in fifty in the small seed. */
export function softwareAt(index: number, customerTenantId: string, partnerId: string | undefined): readonly SubscriptionRecord[] {
  const [item] = software;
  if (index % 50 !== 17 || item === undefined) return [];
  const createdAt = new Date(FIRST_DAY + (numberFor(index, 56) % DAYS) * DAY_MS + 9 * 3_600_000).toISOString();
  return [
    {
      id: guidFor(index * 16 + SOFTWARE_SLOT, SPACE),
      customerTenantId,
      catalogItemId: catalogItemIdOf(item),
      title: item.title,
      quantity: 5 + (numberFor(index, 57) % 20),
      termDuration: 'P3Y',
      billingCycle: 'annual',
      createdAt,
      orderId: orderIdFor(index, 7),
      ...(partnerId === undefined ? {} : { partnerId }),
    },
  ];
}

/** Subscriptions of the seeded customer with an index: `count` of them, two to an order. */
export function subscriptionsAt(
  index: number,
  count: number,
  customerTenantId: string,
  partnerId: string | undefined,
): readonly SubscriptionRecord[] {
  return Array.from({ length: count }, (_unused, slot) => {
    const item = itemFor(index, slot);
    const term = pick(item.terms, index, 60 + Math.floor(slot / 2));
    const pair = Math.floor(slot / 2);
    const createdAt = new Date(FIRST_DAY + (numberFor(index, 70 + pair) % DAYS) * DAY_MS + 9 * 3_600_000).toISOString();
    const seats = 1 + (numberFor(index, 80 + slot) % 60);
    return {
      id: guidFor(index * 16 + slot, SPACE),
      customerTenantId,
      catalogItemId: catalogItemIdOf(item),
      title: item.title,
      quantity: Math.min(Math.max(seats, item.minimumQuantity), item.maximumQuantity),
      termDuration: term.duration,
      billingCycle: term.billingCycle,
      createdAt,
      orderId: orderIdFor(index, pair),
      ...(partnerId === undefined ? {} : { partnerId }),
      ...parentOf(index, count, item),
      ...oddities(index, slot),
    };
  });
}

/** True for every fifth seeded subscription, counted over all customers: its reseller gives support, not the provider. */
export function isSupportedByReseller(subscriptionId: string): boolean {
  const index = indexFromGuid(subscriptionId, SPACE);
  return index !== undefined && index % 5 === 4;
}

/** How many subscriptions a customer of the small seed has: none for a quarter of them, up to four for the others. */
export function smallSeedSubscriptionCount(index: number): number {
  return index % 4 === 2 ? 0 : 1 + (numberFor(index, 52) % 4);
}
