import type { Offer } from '../../../shared/domain/catalogue/offer.ts';

/** What catalogues that were pulled by earlier releases do not say of an offer. */
const unsaid = {
  segment: 'commercial', isAddon: false, prerequisiteSkus: [], needsAttestation: false,
} as const satisfies Partial<Offer>;

/** An offer as it is stored, with what an older record leaves out. */
export const storedOffer = (offer: Offer): Offer => ({ ...unsaid, ...offer });
