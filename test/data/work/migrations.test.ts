import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { giveRevisions } from '../../../renderer/data/work/operation-rows.ts';
import { WorkDatabase, workMigrations } from '../../../renderer/data/work/work-database.ts';
import type { WorkMigration } from '../../../renderer/data/work/work-database.ts';
import { newOrder, start } from '../../unit/sync/sync-builders.ts';

interface Exercise {
  /** Fills a database of the version before. */
  readonly prepare: (before: WorkDatabase) => Promise<void>;
  /** Whether all of it is where the version puts it. */
  readonly isCarriedOver: (after: WorkDatabase) => Promise<boolean>;
}
/** Rows that this version cannot even read are carried over as they are. */
const oldRow = { id: 'old', anything: [1, { deep: true }] };
/** One for each migration. */
const exercises: Readonly<Record<number, Exercise>> = {
  1: {
    prepare: async () => undefined,
    isCarriedOver: async (after) =>
      after.tables.map(({ name }) => name).toSorted().join() === 'drafts,journal,operations,parked,settings' &&
      (await after.journal.where('operationId').equals('none').count()) === 0,
  },
  2: {
    prepare: async (before) => {
      await before.drafts.put(oldRow);
      await before.operations.put(oldRow);
      await before.journal.put({ ...oldRow, operationId: 'none' });
      await before.settings.put({ name: 'language', value: 'it' });
      await before.parked.put({ table: 'drafts', key: 'k', raw: oldRow, parkedAt: start });
    },
    isCarriedOver: async (after) => {
      const kept = await Promise.all(after.tables.map((table) => table.toArray()));
      const rows = Object.fromEntries(after.tables.map(({ name }, index) => [name, kept[index]]));
      expect(rows).toEqual({
        drafts: [oldRow], operations: [oldRow], journal: [{ ...oldRow, operationId: 'none' }],
        settings: [{ name: 'language', value: 'it' }], parked: [{ table: 'drafts', key: 'k', raw: oldRow, parkedAt: start }],
        requests: [], contacts: [], verdicts: [], sightings: [], removals: [],
      });
      return (await after.verdicts.where('partnerId').equals('none').count()) === 0;
    },
  },
  3: {
    prepare: async (before) => {
      await before.drafts.put(oldRow);
      await before.removals.put(oldRow);
      await before.parked.put({ table: 'drafts', key: 'k', raw: oldRow, parkedAt: start });
    },
    isCarriedOver: async (after) => {
      expect([await after.drafts.toArray(), await after.removals.toArray()]).toEqual([[oldRow], [oldRow]]);
      expect(await after.parked.count()).toBe(1);
      await after.quotes.add({ id: 'a', draftId: 'd', version: 1 });
      await expect(after.quotes.add({ id: 'b', draftId: 'd', version: 1 })).rejects.toThrow(/already exists|constraint/iu);
      return (await after.quotes.where('draftId').equals('d').count()) === 1;
    },
  },
  4: {
    prepare: async (before) => {
      await before.operations.bulkPut([oldRow, newOrder()]);
      await before.quotes.put({ id: 'q', draftId: 'd', version: 1 });
    },
    isCarriedOver: async (after) => {
      expect([await after.operations.get(oldRow.id), await after.quotes.count()]).toEqual([oldRow, 1]);
      // the store gives revisions to what it can read when it opens
      await giveRevisions(after);
      expect([await after.operations.get(oldRow.id), await after.operations.orderBy('revision').count()]).toEqual([oldRow, 1]);
      return (await after.known.all()).length === 1;
    },
  },
  5: {
    prepare: async (before) => {
      await before.operations.bulkPut([oldRow, newOrder()]);
    },
    isCarriedOver: async (after) => {
      await after.batches.add({ id: 'b' });
      await after.batchContents.add({ id: 'b', rows: [] });
      return (await after.operations.count()) === 2 && (await after.batches.get('b')) !== undefined;
    },
  },
};

describe('migrations', () => {
  const folder = new URL('../../../renderer/data/work/migrations/', import.meta.url);
  const files = readdirSync(folder).toSorted();

  it('are one file a version, all of them used, in order', () => {
    expect(files.map((file) => Number(file.slice(0, 4)))).toEqual(workMigrations.map(({ version }) => version));
    expect(workMigrations.map(({ version }) => version)).toEqual(files.map((_, index) => index + 1));
  });

  it.each(files)('%s imports nothing of ours', async (file) => {
    const { readFileSync } = await import('node:fs');
    expect(readFileSync(new URL(file, folder), 'utf8')).not.toMatch(/from '\./);
  });

  it.each(workMigrations)('version $version brings an older database up to date', async ({ version }) => {
    const upTo = (last: number): readonly WorkMigration[] => workMigrations.filter((one) => one.version <= last);
    const name = `migration-${crypto.randomUUID()}`;
    const exercise = exercises[version];
    if (version > 1) {
      const before = new WorkDatabase(name, upTo(version - 1));
      await before.open();
      await exercise?.prepare(before);
      before.close();
    }
    const after = new WorkDatabase(name, upTo(version));
    await after.open();
    // Undefined when nobody wrote an exercise for this version.
    expect(await exercise?.isCarriedOver(after)).toBe(true);
    after.close();
  });
});
