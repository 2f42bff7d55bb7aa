import type { TFunction } from 'i18next';
import type { CartDraft } from '../../../../shared/domain/draft.ts';
import type { CustomerRef } from '../../../../shared/sync/operation.ts';
import { hasWords } from '../../../text/word-match.ts';

/** A cart in the list. The carts of one customer stand together, under its name. */
export interface CartRow {
  readonly cart: CartDraft;
  /** The first of its customer: it carries the name, the others repeat it for screen readers alone. */
  readonly isFirst: boolean;
  /** How many carts this customer has in the list. */
  readonly siblings: number;
}

const keyOf = (customer: CustomerRef): string => (customer.kind === 'tenant' ? customer.customerId : customer.operationId);
const byChange = (a: CartDraft, b: CartDraft): number => b.updatedAt.localeCompare(a.updatedAt);

const subjectOf = (cart: CartDraft): string =>
  [
    cart.customerName, cart.domain, cart.name, cart.purchaseOrderReference, cart.notes,
    cart.reseller?.kind === 'reseller' ? `${cart.reseller.name} ${cart.reseller.partnerId}` : '',
    ...cart.lines.map((line) => line.title),
  ].join(' ');

/** The carts that match, by customer: the customer touched last on top, and of each the cart touched last. */
export function cartRows(carts: readonly CartDraft[], search: string): readonly CartRow[] {
  const groups = Map.groupBy(
    carts.filter((cart) => hasWords(subjectOf(cart), search)).toSorted(byChange),
    (cart) => keyOf(cart.customer),
  );
  return [...groups.values()].flatMap((group) => group.map((cart, index) => ({ cart, isFirst: index === 0, siblings: group.length })));
}

/** What a cart is, in a few words: its first product and how many lines more. */
export function cartContent(t: TFunction, { lines }: Pick<CartDraft, 'lines'>): string {
  const [first, ...others] = lines;
  if (first === undefined) return t('carts.list.empty');
  return others.length === 0 ? first.title : t('carts.list.andMore', { title: first.title, count: others.length });
}

/** How a cart is called among those of its customer: by its name, else by what is in it. */
export const cartName = (t: TFunction, cart: Pick<CartDraft, 'name' | 'lines'>): string => cart.name ?? cartContent(t, cart);
