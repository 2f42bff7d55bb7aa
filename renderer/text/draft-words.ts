import type { TFunction } from 'i18next';
import type { Draft } from '../../shared/domain/draft.ts';

/** What a draft is, in a line: a cart with its name and lines, or the customer that is being added. */
export function draftTitle(t: TFunction, draft: Draft): string {
  if (draft.kind === 'cart') {
    const cart = t('home.cartDraft', { name: draft.customerName, count: draft.lines.length });
    return draft.name === undefined ? cart : t('home.cartDraftNamed', { cartName: draft.name, cart });
  }
  const { companyName = '' } = draft.fields;
  return companyName === '' ? t('home.customerDraftUnnamed') : t('home.customerDraft', { name: companyName });
}

/** Where it is gone on with. */
export const draftPath = (draft: Draft): string => (draft.kind === 'cart' ? `/carts/${draft.id}` : `/customers/new?draft=${draft.id}`);
