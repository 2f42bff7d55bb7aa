import { z } from 'zod';
import type { Instant } from '../../instant.ts';

/** The customer's person by an attestation on file. */
export const AgreementSigner = z.object({ name: z.string(), email: z.string() });
export type AgreementSigner = z.infer<typeof AgreementSigner>;

/** How a customer stands with the Microsoft Customer Agreement, as last read. */
export interface AgreementState {
  readonly isAccepted: boolean;
  /** By itself in the Microsoft 365 admin center, or attested by a partner; missing in copies of old. */
  readonly how?: 'direct' | 'attested' | 'none';
  /** The day of the newest attestation. */
  readonly acceptedAt?: Instant;
  readonly contact?: AgreementSigner;
  /** When it was read; missing in copies of old. */
  readonly readAt?: Instant;
}

interface Read {
  readonly isAccepted: boolean;
  readonly how: 'direct' | 'attested' | 'none';
  readonly acceptedAt?: Instant | undefined;
  readonly contact?: AgreementSigner | undefined;
}

/** What the server answered about the agreement, with when it was asked. */
export const agreementRead = ({ isAccepted, how, acceptedAt, contact }: Read, readAt: Instant): AgreementState => ({
  isAccepted, how, readAt, ...(acceptedAt && { acceptedAt }), ...(contact && { contact }),
});
