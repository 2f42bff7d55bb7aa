import { z } from 'zod';
import { ResellerTenantId } from '../../ids.ts';
import { Instant } from '../../instant.ts';
import { LetterLanguage, MailAddress } from '../letter/letter.ts';

/** Whom to write to at a reseller. The service tells no address (list-indirect-resellers), so it is kept here. */
export const ResellerContact = z.object({
  id: ResellerTenantId,
  email: MailAddress,
  /** Person or office written to; the company's name stands in when empty. */
  name: z.string().max(200),
  language: LetterLanguage,
  updatedAt: Instant,
});
export type ResellerContact = z.infer<typeof ResellerContact>;
