import type { Quote } from './quote.ts';

/** Letters and digits that nobody reads for one another (Crockford's base 32). */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The number on the paper, `Q-7F3K9Q-v2`: six signs of the random part of the cart's id, the same for all versions of a cart. It
 * begins with Q so that nobody takes it for an order number (decision D6).
 */
export function quoteNumber({ draftId, version }: Pick<Quote, 'draftId' | 'version'>): string {
  const random = Number.parseInt(draftId.slice(-8), 16) % 32 ** 6;
  const places = Array.from({ length: 6 }, (_unused, place) => signs.charAt(Math.floor(random / 32 ** (5 - place)) % 32));
  return `Q-${places.join('')}-v${version}`;
}
