import type { JournalEvent } from '../../../../shared/domain/journal/journal-entry.ts';
import { PartnershipRequest, stepRequest } from '../../../../shared/domain/partnership/request.ts';
import type { RequestStep } from '../../../../shared/domain/partnership/request.ts';
import { newPartnershipRequestId } from '../../../../shared/ids.ts';
import type { Instant } from '../../../../shared/instant.ts';
import type { PartnershipStore } from '../../../../shared/ports/partnership-store.ts';
import { err } from '../../../../shared/result.ts';
import { readRow, readRows } from '../readable-rows.ts';
import { addNotes, putRows } from './partnership-context.ts';
import type { PartnershipContext, PartnershipNote } from './partnership-context.ts';

const eventOf = (step: RequestStep): JournalEvent => {
  if (step.name !== 'opened') return `partnership-${step.name}`;
  return step.as === 'copy' ? 'partnership-copied' : 'partnership-opened';
};

/** What the journal keeps of a request: whom it is for, never its words. */
export const requestNote = (
  { reseller }: PartnershipRequest, note: Pick<PartnershipNote, 'at' | 'who' | 'what'>,
): PartnershipNote => ({
  ...note,
  subject: reseller.name,
  details: { email: reseller.email, ...(reseller.partnerId === undefined ? {} : { partnerId: reseller.partnerId }) },
});

/** The requests for a partnership. */
export function storedRequests(
  context: PartnershipContext,
): Pick<PartnershipStore, 'requests' | 'request' | 'prepare' | 'advance'> {
  const { database, account, clock } = context;
  const { requests, journal } = database;
  const who = account.userName;
  const made = (at: Instant, asked: Parameters<PartnershipStore['prepare']>[0][number]): PartnershipRequest =>
    PartnershipRequest.parse({
      ...asked, id: newPartnershipRequestId(), accountId: account.id, tenantId: account.tenantId,
      state: 'prepared', createdAt: at, createdBy: who,
    });
  return {
    requests: async () => readRows(PartnershipRequest, await requests.orderBy('id').toArray()).toReversed(),
    request: async (id) => readRow(PartnershipRequest, await requests.get(id)),
    prepare: async (asked) => {
      const at = clock.now();
      const prepared = asked.map((one) => made(at, one));
      await database.transaction('rw', requests, journal, async () => {
        await putRows(requests, prepared);
        await addNotes(context, prepared.map((one) => requestNote(one, { at, who, what: 'partnership-prepared' })));
      });
      return prepared;
    },
    advance: (id, step) =>
      database.transaction('rw', requests, journal, async () => {
        const stored = readRow(PartnershipRequest, await requests.get(id));
        if (stored === undefined) return err('not-possible');
        const at = clock.now();
        const stepped = stepRequest(stored, step, at);
        if (!stepped.ok) return stepped;
        await requests.put(PartnershipRequest.parse(stepped.value));
        await addNotes(context, [requestNote(stepped.value, { at, who, what: eventOf(step) })]);
        return stepped;
      }),
  };
}
