/** Qualifications a partner may ask for; the other two of the contract are never asked for (update-customer-qualification). */
export const requestable = ['Education', 'GovernmentCommunityCloud', 'StateOwnedEntity'] as const;
export type QualificationName = (typeof requestable)[number] | 'Nonprofit';

/** A qualification as it was asked for. How it stands follows from it and from the tenant's clock. */
export interface QualificationRecord {
  readonly qualification: QualificationName;
  readonly requestedAt: string;
  readonly website?: string | undefined;
  readonly validationCode?: string | undefined;
  /** Set by the old synchronous call, or there from the start: nobody looks into it. */
  readonly isSettled?: boolean | undefined;
}

export interface Standing {
  readonly vettingStatus: 'InReview' | 'Approved' | 'Denied';
  readonly vettingReason?: string;
}

/** How long somebody is said to look into it. */
const VETTING_MINUTES = 3;

/** A label of the host tells a school or an authority; the rest of the address proves nothing. */
const labelsOf = (website: string | undefined): readonly string[] => {
  const host = /^(?:https?:\/\/)?([^/?#:]+)/iu.exec(website ?? '')?.[1] ?? '';
  return host.toLowerCase().split('.');
};
const isSchool = (website: string | undefined): boolean => labelsOf(website).some((label) => label === 'edu' || label === 'scuola');
const isAuthority = (website: string | undefined): boolean => labelsOf(website).some((label) => label === 'gov' || label === 'gouv');

function verdictOn({ qualification, website }: QualificationRecord): Standing {
  switch (qualification) {
    case 'Education':
      return isSchool(website) ? { vettingStatus: 'Approved' } : { vettingStatus: 'Denied', vettingReason: 'Not an Education Customer' };
    case 'StateOwnedEntity':
      return isAuthority(website) ? { vettingStatus: 'Approved' } : { vettingStatus: 'Denied', vettingReason: 'Not a State-owned Entity' };
    case 'GovernmentCommunityCloud':
    case 'Nonprofit':
      return { vettingStatus: 'Approved' };
  }
}

/**
 * How a qualification stands: three minutes under review, then approved or denied by the website. Rules of practice: an
 * address of a school (a label `edu` or `scuola`) makes Education, one of an authority (`gov`, `gouv`) a state-owned entity,
 * and a good validation code the Government Community Cloud.
 */
export function standingOf(record: QualificationRecord, now: Date): Standing {
  if (record.isSettled === true) return { vettingStatus: 'Approved' };
  const isOver = now.getTime() >= Date.parse(record.requestedAt) + VETTING_MINUTES * 60_000;
  return isOver ? verdictOn(record) : { vettingStatus: 'InReview' };
}
