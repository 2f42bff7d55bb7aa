import { z } from 'zod';
import { AccountId, PartnerId, PartnershipRequestId, ProviderTenantId, ResellerTenantId } from '../../ids.ts';
import { Instant, isBefore, plusSeconds } from '../../instant.ts';
import { err, ok } from '../../result.ts';
import type { Result } from '../../result.ts';
import { LetterLanguage, MailAddress } from '../letter/letter.ts';

/** Whom a request is for. Its e-mail address is all that is needed; the Partner ID makes its acceptance certain to see. */
export const RequestedReseller = z.object({
  name: z.string().trim().min(1).max(200),
  email: MailAddress,
  language: LetterLanguage,
  partnerId: PartnerId.optional(),
});
export type RequestedReseller = z.infer<typeof RequestedReseller>;

/**
 * A request for a partnership (portal task T2). There is no call for it: it goes out as an e-mail that the person sends, and
 * its acceptance is seen in the list of resellers (contract: request-reseller-partnership).
 *
 *   prepared ──▶ opened ──▶ sent ──▶ (reminded) ──▶ accepted
 *       └───────────┴────────┴───────────┴────────▶ withdrawn
 *
 * `expired` is a sent one nobody accepted within the days chosen: worked out, never stored, and still accepted when the
 * reseller turns up in the list. Nothing is `sent` that the person did not say was sent.
 */
export const PartnershipRequest = z.object({
  id: PartnershipRequestId,
  accountId: AccountId,
  tenantId: ProviderTenantId,
  reseller: RequestedReseller,
  subject: z.string(),
  body: z.string(),
  state: z.enum(['prepared', 'opened', 'sent', 'accepted', 'withdrawn']),
  createdAt: Instant,
  createdBy: z.string(),
  openedAt: Instant.optional(),
  openedAs: z.enum(['mailto', 'draft', 'copy']).optional(),
  sentAt: Instant.optional(),
  /** Each time the person said that a reminder was sent. */
  remindedAt: z.array(Instant).default([]),
  acceptedAt: Instant.optional(),
  /** The reseller of the list that accepted it. */
  resellerId: ResellerTenantId.optional(),
  /** Resellers of the list of which the person said that they are not the one that was asked. */
  notThese: z.array(ResellerTenantId).default([]),
  withdrawnAt: Instant.optional(),
  /** Days without an answer until a reminder is offered, and until it counts as expired. */
  remindAfterDays: z.number().int().min(1).max(90),
  expiresAfterDays: z.number().int().min(1).max(365),
});
export type PartnershipRequest = z.infer<typeof PartnershipRequest>;

/** How a request stands now. */
export const requestStandings = ['prepared', 'opened', 'sent', 'reminded', 'accepted', 'expired', 'withdrawn'] as const;
export type RequestStanding = (typeof requestStandings)[number];

const secondsADay = 24 * 3600;
const lastWordAt = ({ remindedAt, sentAt, createdAt }: PartnershipRequest): Instant => remindedAt.at(-1) ?? sentAt ?? createdAt;

/** Where a request stands at a moment. */
export function standingOf(request: PartnershipRequest, now: Instant): RequestStanding {
  if (request.state !== 'sent') return request.state;
  const end = plusSeconds(lastWordAt(request), request.expiresAfterDays * secondsADay);
  if (!isBefore(now, end)) return 'expired';
  return request.remindedAt.length > 0 ? 'reminded' : 'sent';
}

/** Whether a reminder is to be offered: sent, not expired, and no answer for the days chosen. */
export function isReminderDue(request: PartnershipRequest, now: Instant): boolean {
  const standing = standingOf(request, now);
  if (standing !== 'sent' && standing !== 'reminded') return false;
  return !isBefore(now, plusSeconds(lastWordAt(request), request.remindAfterDays * secondsADay));
}

/** Not accepted and not withdrawn: its reseller may still turn up in the list. */
export const isRequestOpen = ({ state }: PartnershipRequest): boolean => state !== 'accepted' && state !== 'withdrawn';

/** Nobody said that its letter was sent: its words may still change. */
export const isUnsent = ({ state }: Pick<PartnershipRequest, 'state'>): boolean => state === 'prepared' || state === 'opened';

export type RequestStep =
  /** Handed to the mail client, or copied. Says nothing about sending. */
  | { readonly name: 'opened'; readonly as: 'mailto' | 'draft' | 'copy' }
  /** The person says that it was sent. */
  | { readonly name: 'sent' }
  | { readonly name: 'reminded' }
  | { readonly name: 'reworded'; readonly subject: string; readonly body: string }
  /** Its reseller stands in the list; by itself, or because the person says which one it is. */
  | { readonly name: 'accepted'; readonly resellerId: ResellerTenantId }
  /** The person says that none of these resellers is the one that was asked: they are not asked about again. */
  | { readonly name: 'not-these'; readonly resellerIds: readonly ResellerTenantId[] }
  | { readonly name: 'withdrawn' };

/** What a step makes of a request; `not-possible` when it does not fit, and nothing changes. */
export function stepRequest(request: PartnershipRequest, step: RequestStep, now: Instant): Result<PartnershipRequest, 'not-possible'> {
  if (!isRequestOpen(request)) return err('not-possible');
  switch (step.name) {
    case 'opened': {
      // Opened again to remind: what was sent stays sent.
      const state = request.state === 'prepared' ? 'opened' : request.state;
      return ok({ ...request, state, openedAt: now, openedAs: step.as });
    }
    case 'sent':
      return request.state === 'sent' ? err('not-possible') : ok({ ...request, state: 'sent', sentAt: now });
    case 'reminded':
      return request.state === 'sent' ? ok({ ...request, remindedAt: [...request.remindedAt, now] }) : err('not-possible');
    case 'reworded':
      return request.state === 'sent' ? err('not-possible') : ok({ ...request, subject: step.subject, body: step.body });
    case 'accepted':
      return ok({ ...request, state: 'accepted', acceptedAt: now, resellerId: step.resellerId });
    case 'not-these':
      return ok({ ...request, notThese: [...new Set([...request.notThese, ...step.resellerIds])] });
    case 'withdrawn':
      return ok({ ...request, state: 'withdrawn', withdrawnAt: now });
  }
}
