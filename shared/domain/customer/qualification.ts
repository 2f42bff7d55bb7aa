import { z } from 'zod';
import { Instant } from '../../instant.ts';

/** What a partner may ask for; `None` and `Nonprofit` cannot be set (update-customer-qualification). */
export const requestableQualifications = ['Education', 'StateOwnedEntity', 'GovernmentCommunityCloud'] as const;
export const RequestableQualification = z.enum(requestableQualifications);
export type RequestableQualification = z.infer<typeof RequestableQualification>;

/** One qualification of a customer; several may stand beside each other (get-customer-qualifications). */
export const Qualification = z.object({
  /** As the service writes it: newer ones than ours stay readable. */
  name: z.string().min(1),
  /** `unknown`: the service used a word of its own. One without any word is in force. */
  vetting: z.enum(['in-review', 'approved', 'denied', 'unknown']),
  /** Why it was denied, in the service's words. */
  reason: z.string().optional(),
  requestedAt: Instant.optional(),
});
export type Qualification = z.infer<typeof Qualification>;

export const QualificationRequest = z.object({
  qualification: RequestableQualification,
  /** Needed with Education. */
  educationSegment: z.enum(['K12', 'HigherEducation']).optional(),
  website: z.string().max(500).optional(),
  /** Needed with GovernmentCommunityCloud. */
  validationCode: z.string().max(50).optional(),
});
export type QualificationRequest = z.infer<typeof QualificationRequest>;

/** Names of those in force, as the service writes them; undefined while they were never read. */
export const approvedNames = (listed: readonly Qualification[] | undefined): readonly string[] | undefined =>
  listed?.filter(({ vetting }) => vetting === 'approved').map(({ name }) => name);

/** Whether asking for it again would be refused: it is there, or somebody looks into it. */
export const isHeld = ({ vetting }: Qualification): boolean => vetting === 'approved' || vetting === 'in-review';

/** What is missing in a request, by field; empty when it may be sent. */
export function requestProblems(request: QualificationRequest): readonly ('educationSegment' | 'validationCode')[] {
  const { qualification, educationSegment, validationCode = '' } = request;
  if (qualification === 'Education' && educationSegment === undefined) return ['educationSegment'];
  return qualification === 'GovernmentCommunityCloud' && validationCode.trim() === '' ? ['validationCode'] : [];
}
