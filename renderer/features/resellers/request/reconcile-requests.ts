import { isRequestOpen, isUnsent } from '../../../../shared/domain/partnership/request.ts';
import type { PartnershipRequest } from '../../../../shared/domain/partnership/request.ts';
import type { PartnershipRequestId } from '../../../../shared/ids.ts';
import type { NewPartnershipRequest } from '../../../../shared/ports/partnership-store.ts';
import { typedRows } from './request-draft.ts';
import type { RequestDraft } from './request-draft.ts';

/** What makes the stored requests those that are wanted. */
export interface Reconciled {
  readonly prepare: readonly NewPartnershipRequest[];
  readonly reword: readonly { readonly id: PartnershipRequestId; readonly subject: string; readonly body: string }[];
  readonly withdraw: readonly PartnershipRequestId[];
  /** Requests that stay, as they are or with another text. */
  readonly kept: readonly PartnershipRequestId[];
}

const addressOf = ({ reseller }: Pick<NewPartnershipRequest, 'reseller'>): string => reseller.email.toLowerCase();

function isSameRequest(a: NewPartnershipRequest, b: NewPartnershipRequest): boolean {
  return (
    a.reseller.name === b.reseller.name && a.reseller.email === b.reseller.email && a.reseller.language === b.reseller.language &&
    a.reseller.partnerId === b.reseller.partnerId && a.remindAfterDays === b.remindAfterDays && a.expiresAfterDays === b.expiresAfterDays
  );
}

/**
 * Compares what is wanted with the draft's own requests. Each recipient has one request: entering the last step again, or
 * after a crash in the middle of it, prepares nobody twice. What was sent stays what it was; what was not and is for
 * somebody else now is withdrawn.
 */
export function reconcileRequests(wanted: readonly NewPartnershipRequest[], own: readonly PartnershipRequest[]): Reconciled {
  const byAddress = new Map(
    own
      .filter((request) => isRequestOpen(request) || request.state === 'accepted')
      .map((request) => [addressOf(request), request]),
  );
  const prepare: NewPartnershipRequest[] = [];
  const reword: Reconciled['reword'][number][] = [];
  const kept: PartnershipRequestId[] = [];
  for (const request of wanted) {
    const found = byAddress.get(addressOf(request));
    if (found === undefined || (isUnsent(found) && !isSameRequest(found, request))) {
      prepare.push(request);
      continue;
    }
    kept.push(found.id);
    const isChanged = found.subject !== request.subject || found.body !== request.body;
    if (isUnsent(found) && isChanged) reword.push({ id: found.id, subject: request.subject, body: request.body });
  }
  const staying = new Set(kept);
  const withdraw = own.filter((request) => isUnsent(request) && !staying.has(request.id)).map(({ id }) => id);
  return { prepare, reword, withdraw, kept };
}

/**
 * The draft's own among all requests (newest first): those it knows, and those that came after it was begun and are for
 * one of its recipients, should the app have died before the draft could note them.
 */
export function ownRequests(
  all: readonly PartnershipRequest[],
  known: { readonly requestIds: readonly PartnershipRequestId[]; readonly startedAfter: string },
  wanted: readonly NewPartnershipRequest[],
): readonly PartnershipRequest[] {
  const ids = new Set<string>(known.requestIds);
  const before = all.findIndex(({ id }) => id === known.startedAfter);
  const later = new Set(all.slice(0, before === -1 ? all.length : before).map(({ id }) => id));
  const addresses = new Set(wanted.map(addressOf));
  return all.filter((request) => ids.has(request.id) || (later.has(request.id) && addresses.has(addressOf(request))));
}

/** All that was typed is out of the app's hands already: the draft has nothing left to go on with. */
export function isDraftOver({ rows, pasted, requestIds }: RequestDraft, all: readonly PartnershipRequest[]): boolean {
  const ids = new Set<string>(requestIds);
  const own = all.filter(({ id }) => ids.has(id));
  const addresses = new Set(own.map(addressOf));
  return (
    own.length > 0 && pasted.trim() === '' && !own.some(isUnsent) &&
    typedRows(rows).every(({ email }) => addresses.has(email.trim().toLowerCase()))
  );
}
