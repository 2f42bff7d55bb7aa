import type { Offer } from '../catalogue/offer.ts';

const qualifications: Readonly<Record<Offer['segment'], string | undefined>> = {
  commercial: undefined,
  education: 'Education',
  government: 'GovernmentCommunityCloud',
  nonprofit: 'Nonprofit',
};

/** The qualification a customer needs for offers of a segment (reference.json, qualification and targetSegment); none for commercial. */
export const qualificationFor = (segment: Offer['segment']): string | undefined => qualifications[segment];
