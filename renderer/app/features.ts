import { feature as briefcase } from '../features/briefcase/feature.ts';
import { feature as carts } from '../features/carts/feature.ts';
import { feature as catalogue } from '../features/catalogue/feature.ts';
import { feature as customers } from '../features/customers/feature.ts';
import { feature as envelopes } from '../features/envelopes/feature.ts';
import { feature as home } from '../features/home/feature.ts';
import { feature as orders } from '../features/orders/feature.ts';
import { feature as outbox } from '../features/outbox/feature.ts';
import { feature as quotes } from '../features/quotes/feature.ts';
import { feature as resellers } from '../features/resellers/feature.ts';
import { feature as settings } from '../features/settings/feature.ts';
import { feature as subscriptions } from '../features/subscriptions/feature.ts';
import type { Feature, NavEntry } from '../platform/feature.ts';

/** The only place where features are joined. */
export const features: readonly Feature[] = [
  home, resellers, customers, catalogue, carts, quotes, outbox, envelopes, orders, subscriptions, briefcase, settings,
];

/** Entries of the left rail, from the top. */
export const navEntries: readonly NavEntry[] = features
  .flatMap((feature) => (feature.nav === undefined ? [] : [feature.nav]))
  .toSorted((a, b) => a.order - b.order);
