import type { JournalEvent } from '../../../../shared/domain/journal/journal-entry.ts';
import { Removal, isRemovalOpen, stepRemoval } from '../../../../shared/domain/partnership/removal.ts';
import type { RemovalStep } from '../../../../shared/domain/partnership/removal.ts';
import { newRemovalId } from '../../../../shared/ids.ts';
import type { PartnershipStore } from '../../../../shared/ports/partnership-store.ts';
import { err } from '../../../../shared/result.ts';
import { readRow, readRows } from '../readable-rows.ts';
import { addNotes } from './partnership-context.ts';
import type { PartnershipContext, PartnershipNote } from './partnership-context.ts';

const events: Readonly<Record<RemovalStep['name'], JournalEvent>> = {
  'portal-opened': 'removal-portal-opened',
  told: 'removal-told',
  gone: 'removal-seen',
  withdrawn: 'removal-withdrawn',
};

/** What the journal keeps of a step. */
export const removalNote = (
  { name, partnerId }: Removal, step: RemovalStep, { at, who }: Pick<PartnershipNote, 'at' | 'who'>,
): PartnershipNote => ({
  at, who,
  what: events[step.name],
  subject: name,
  details: { partnerId, ...(step.name === 'told' ? { whom: step.whom } : {}) },
});

/** All that was attested, and the numbers that were on the screen. */
const attestedDetails = ({ partnerId, points, impact }: Removal): Record<string, string> => ({
  partnerId,
  points: points.join(', '),
  ...Object.fromEntries(Object.entries(impact).map(([name, count]) => [name, String(count)])),
});

/** The removals of partnerships, from their attestation on. */
export function storedRemovals(
  context: PartnershipContext,
): Pick<PartnershipStore, 'removals' | 'attestRemoval' | 'advanceRemoval'> {
  const { database, account, clock } = context;
  const { removals, journal } = database;
  const who = account.userName;
  const all = async (): Promise<Removal[]> => readRows(Removal, await removals.orderBy('id').toArray()).toReversed();
  return {
    removals: all,
    attestRemoval: (asked) =>
      database.transaction('rw', removals, journal, async () => {
        // two clicks are one removal
        const open = (await all()).find((one) => one.resellerId === asked.resellerId && isRemovalOpen(one));
        if (open !== undefined) return open;
        const at = clock.now();
        const removal = Removal.parse({
          ...asked, id: newRemovalId(), accountId: account.id, tenantId: account.tenantId,
          state: 'attested', attestedAt: at, attestedBy: who,
        });
        await removals.add(removal);
        const details = attestedDetails(removal);
        await addNotes(context, [{ at, who, what: 'removal-attested', subject: removal.name, details }]);
        return removal;
      }),
    advanceRemoval: (id, step) =>
      database.transaction('rw', removals, journal, async () => {
        const stored = readRow(Removal, await removals.get(id));
        if (stored === undefined) return err('not-possible');
        const at = clock.now();
        const stepped = stepRemoval(stored, step, at);
        if (!stepped.ok) return stepped;
        await removals.put(Removal.parse(stepped.value));
        await addNotes(context, [removalNote(stepped.value, step, { at, who })]);
        return stepped;
      }),
  };
}
