import { z } from 'zod';
import { AccountId, JournalId, OperationId } from '../../ids.ts';
import { Instant } from '../../instant.ts';

/** What happened, as a code with a sentence in both languages (`journal.<what>`). Who did what, when; never a secret. */
export const journalEvents = [
  'confirmed', 'cancelled', 'edited', 'decided', 'sent-again', 'acknowledged',
  'step-sent', 'step-answered', 'step-no-answer', 'step-throttled', 'refused', 'needs-decision', 'done',
  'agreement-awaited', 'subscription-awaited', 'change-taken', 'on-its-own', 'price-taken', 'promotion-applied',
  'password-revealed', 'password-copied', 'password-printed', 'password-file-saved', 'hand-over-confirmed',
  'pulled', 'work-offline', 'work-online',
  'partnership-prepared', 'partnership-opened', 'partnership-copied', 'partnership-sent', 'partnership-reminded',
  'partnership-reworded', 'partnership-accepted', 'partnership-not-these', 'partnership-withdrawn',
  'partner-contact-kept', 'partnership-link-kept',
  'verdict-found', 'removal-attested', 'removal-portal-opened', 'removal-told', 'removal-seen', 'removal-withdrawn',
  'letter-opened', 'letter-copied', 'letter-sent',
  'quote-made', 'quote-saved', 'quote-mailed',
] as const;
export const JournalEvent = z.enum(journalEvents);
export type JournalEvent = z.infer<typeof JournalEvent>;

export const JournalEntry = z.object({
  id: JournalId,
  at: Instant,
  accountId: AccountId,
  /** User name of the account, or `app` for what happened by itself. */
  who: z.string(),
  what: JournalEvent,
  operationId: OperationId.optional(),
  /** Name of the customer or reseller it is about, for reading and searching. */
  subject: z.string().optional(),
  /** Values for the sentence: step name, code, correlation id, counts. */
  details: z.record(z.string(), z.string()).default({}),
});
export type JournalEntry = z.infer<typeof JournalEntry>;
