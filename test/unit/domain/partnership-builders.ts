import { PartnershipRequest } from '../../../shared/domain/partnership/request.ts';
import { Sighting } from '../../../shared/domain/partnership/sighting.ts';
import { Reseller } from '../../../shared/domain/reseller/reseller.ts';
import { newPartnershipRequestId } from '../../../shared/ids.ts';
import { Instant, plusSeconds } from '../../../shared/instant.ts';
import { account } from '../sync/sync-builders.ts';

/** Noon of a day; the requests of these tests are prepared then. */
export const noon = Instant.parse('2026-03-20T12:00:00.000Z');
export const daysLater = (days: number, seconds = 0): Instant => plusSeconds(noon, days * 24 * 3600 + seconds);

export const idOf = (number: number): string => `e0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
export const partnerIdOf = (number: number): string => String(4_000_000 + number);

export const requestOf = (more: Partial<Omit<PartnershipRequest, 'reseller'>> & { readonly reseller?: object } = {}): PartnershipRequest =>
  PartnershipRequest.parse({
    id: newPartnershipRequestId(), accountId: account.id, tenantId: account.tenantId, subject: 'Subject', body: 'Body',
    state: 'prepared', createdAt: noon, createdBy: 'me', remindAfterDays: 7, expiresAfterDays: 30, ...more,
    reseller: { name: 'Alba S.r.l.', email: 'info@alba.example', language: 'it', ...more.reseller },
  });
export const resellerOf = (number: number, more: object = {}): Reseller =>
  Reseller.parse({ id: idOf(number), name: `Reseller ${number}`, partnerId: partnerIdOf(number), state: 'Active', location: 'IT', ...more });
export const sightingOf = (number: number, more: object = {}): Sighting =>
  Sighting.parse({
    id: idOf(number), name: `Reseller ${number}`, partnerId: partnerIdOf(number), location: 'IT', firstSeenAt: daysLater(1), isFromStart: false,
    ...more,
  });
