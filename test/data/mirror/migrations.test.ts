import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openMirrorDatabase, readDocument, writeDocument } from '../../../renderer/data/mirror/mirror-database.ts';
import { newAccountId } from '../../../shared/ids.ts';

const folder = new URL('../../../renderer/data/mirror/migrations/', import.meta.url);
const files = readdirSync(folder).toSorted();

describe('migrations of the mirror', () => {
  const versions = files.map((file, position) => [file, position + 1] as const);
  it.each(versions)('%s is version %i, frozen and on its own', async (file, version) => {
    expect(file).toMatch(/^\d{4}-[a-z0-9-]+\.ts$/u);
    expect(Number(file.slice(0, 4))).toBe(version);
    const text = readFileSync(new URL(file, folder), 'utf8');
    expect(text).not.toMatch(/from '\.|import\(/u);
    const accountId = newAccountId();
    const database = await openMirrorDatabase(accountId, version);
    expect(database.verno).toBe(version);
    const stopped = { collections: {}, stopped: undefined };
    await database.table('documents').put({ key: 'status', value: stopped });
    database.close();
    const latest = await openMirrorDatabase(accountId);
    expect(latest.verno).toBe(files.length);
    expect(await readDocument(latest, 'status')).toEqual(stopped);
    latest.close();
  });

  it('opens a new account at the latest version, apart from every other account', async () => {
    const [one, other] = [await openMirrorDatabase(newAccountId()), await openMirrorDatabase(newAccountId())];
    await writeDocument(one, 'resellers', []);
    expect(await readDocument(other, 'resellers')).toBeUndefined();
    one.close();
    other.close();
  });
});
