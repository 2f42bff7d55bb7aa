import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CartDraft } from '../../../../shared/domain/draft.ts';
import { newDraftId } from '../../../../shared/ids.ts';
import { instantOf } from '../../../../shared/instant.ts';
import { useServices } from '../../../platform/services.tsx';
import { cartName } from './cart-rows.ts';
import { copiedCart, renamedCart } from './copied-cart.ts';

export interface CartListCommands {
  readonly copy: (cart: CartDraft) => Promise<void>;
  readonly rename: (cart: CartDraft, name: string) => Promise<void>;
  readonly drop: (cart: CartDraft) => Promise<void>;
  /** What was done last, for screen readers. */
  readonly said: string;
}

/** What can be done with a cart without opening it. */
export function useCartList(): CartListCommands {
  const { work } = useServices();
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  return {
    said,
    copy: async (cart) => {
      const name = t('carts.list.copyOf', { name: cartName(t, cart) });
      await work.saveDraft(copiedCart(cart, { id: newDraftId(), at: instantOf(new Date()), name }));
      setSaid(t('carts.list.copied', { name, customer: cart.customerName }));
    },
    rename: async (cart, name) => {
      await work.saveDraft({ ...renamedCart(cart, name), updatedAt: instantOf(new Date()) });
      setSaid(t('carts.list.renamed'));
    },
    drop: async (cart) => {
      await work.dropDraft(cart.id);
      setSaid(t('carts.list.dropped', { name: cartName(t, cart), customer: cart.customerName }));
    },
  };
}
