import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addonsOf, linesInOrder, newAddonLine, withoutLine } from '../../../../shared/domain/cart/addons.ts';
import type { AddonBase, CartLine } from '../../../../shared/domain/cart/cart-line.ts';
import { newLine, withTerm } from '../../../../shared/domain/cart/line-rules.ts';
import { splitAtPromotion } from '../../../../shared/domain/cart/promotions.ts';
import type { Offer } from '../../../../shared/domain/catalogue/offer.ts';
import type { CartDraft } from '../../../../shared/domain/draft.ts';
import { termText } from '../term-words.ts';
import type { CartState } from '../use-cart.ts';

/** What can be done with one line. The same object for as long as the screen stands, so that unchanged lines are not drawn again. */
export interface LineCommands {
  readonly edit: (line: CartLine) => void;
  /** Another pair of term and billing; what was for the old pair alone goes, and that is said. */
  readonly changeTerm: (line: CartLine, offer: Offer, pair: Pick<CartLine, 'termDuration' | 'billingCycle'>) => void;
  readonly remove: (line: CartLine) => void;
  /** As many seats as the promotion allows with it, the others without. */
  readonly split: (line: CartLine) => void;
  /** An add-on under a base of the cart or of the customer. */
  readonly addAddon: (offer: Offer, base: AddonBase) => void;
}

export interface CartLines {
  readonly commands: LineCommands;
  readonly add: (offer: Offer) => void;
  /** The add-on that was found in the catalogue and asks what it belongs to. */
  readonly asking: Offer | undefined;
  readonly stopAsking: () => void;
  /** What was done last, for screen readers. */
  readonly said: string;
}

/** The cart with one more line. The first line decides the currency. */
const withLine = (cart: CartDraft, line: CartLine, offer: Offer): CartDraft => ({
  ...cart,
  lines: linesInOrder([...cart.lines, line]),
  currency: cart.lines.length === 0 ? (line.unitPrice?.currency ?? cart.currency) : cart.currency,
  ...(offer.listDate === undefined ? {} : { listDate: offer.listDate }),
});

/** Adding, changing, splitting and removing the lines of the cart on screen. */
export function useLines({ cart, change }: CartState): CartLines {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const [asking, setAsking] = useState<Offer>();
  const { lines, reseller } = cart;
  const shown = useRef(cart);
  useEffect(() => {
    shown.current = cart;
  }, [cart]);
  const add = (offer: Offer): void => {
    if (offer.isAddon) {
      setAsking(offer);
      return;
    }
    const line = newLine(offer, lines, reseller);
    if (line.ok) change((before) => withLine(before, line.value, offer));
    setSaid(line.ok
      ? t('carts.added', { title: offer.title, count: lines.length + 1 })
      : t(`carts.notAdded.${line.error}`, { title: offer.title }));
  };
  const edit = useCallback((line: CartLine): void => {
    change((before) => ({ ...before, lines: before.lines.map((one) => (one.id === line.id ? line : one)) }));
  }, [change]);
  const changeTerm = useCallback((line: CartLine, offer: Offer, pair: Pick<CartLine, 'termDuration' | 'billingCycle'>): void => {
    const next = withTerm(line, offer, pair.termDuration, pair.billingCycle);
    edit(next);
    const lost = [
      ...(line.promotion !== undefined && next.promotion === undefined ? [t('carts.lost.promotion', { name: line.promotion.name })] : []),
      ...(line.customTermEnd !== undefined && next.customTermEnd === undefined ? [t('carts.lost.end')] : []),
    ];
    setSaid([t('carts.termChanged', { title: line.title, term: termText(t, next) }), ...lost].join(' '));
  }, [edit, t]);
  const remove = useCallback((line: CartLine): void => {
    change((before) => ({ ...before, lines: withoutLine(before.lines, line.id) }));
    const addons = addonsOf(shown.current.lines, line.id).length;
    setSaid(addons === 0 ? t('carts.removed', { title: line.title }) : t('carts.removedWith', { title: line.title, count: addons }));
  }, [change, t]);
  const split = useCallback((line: CartLine): void => {
    change((before) => ({ ...before, lines: linesInOrder(splitAtPromotion(line, before.lines) ?? before.lines) }));
    setSaid(t('carts.promotion.wasSplit', { title: line.title }));
  }, [change, t]);
  const addAddon = useCallback((offer: Offer, base: AddonBase): void => {
    const { current } = shown;
    const line = newAddonLine(offer, base, current.lines, current.reseller);
    if (line.ok) change((before) => withLine(before, line.value, offer));
    setSaid(line.ok
      ? t('carts.added', { title: offer.title, count: current.lines.length + 1 })
      : t(`carts.notAdded.${line.error}`, { title: offer.title }));
  }, [change, t]);
  const commands = useMemo(() => ({ edit, changeTerm, remove, split, addAddon }), [edit, changeTerm, remove, split, addAddon]);
  return { commands, add, asking, stopAsking: () => setAsking(undefined), said };
}
