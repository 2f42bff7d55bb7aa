import { join } from 'node:path';
import { z } from 'zod';
import type { AccountId, ResellerTenantId } from '../../shared/ids.ts';
import { Instant } from '../../shared/instant.ts';
import { jsonFile } from '../files/json-file.ts';
import type { JsonFile } from '../files/json-file.ts';

const RelationshipLink = z.object({ link: z.string(), readAt: Instant });
export type RelationshipLink = z.infer<typeof RelationshipLink>;

const LinksFile = z.object({
  partnership: z.string().optional(),
  /** Where customers accept the agreement: told by the practice tenant, elsewhere the same for everybody. */
  agreement: z.string().optional(),
  /** By reseller tenant; `provider` is the link that names no reseller. */
  relationships: z.record(z.string(), RelationshipLink),
});
type LinksFile = z.infer<typeof LinksFile>;

/** The links of each account as they were read or pasted last, one file an account: letters are prepared offline with them. */
export interface KeptLinks {
  partnership(id: AccountId): Promise<string | undefined>;
  keepPartnership(id: AccountId, link: string): Promise<void>;
  agreement(id: AccountId): Promise<string | undefined>;
  keepAgreement(id: AccountId, link: string): Promise<void>;
  relationship(id: AccountId, resellerId: ResellerTenantId | undefined): Promise<RelationshipLink | undefined>;
  keepRelationship(id: AccountId, resellerId: ResellerTenantId | undefined, link: RelationshipLink): Promise<void>;
}

const keyOf = (resellerId: ResellerTenantId | undefined): string => resellerId ?? 'provider';

export function openKeptLinks(folder: string): KeptLinks {
  const files = new Map<AccountId, JsonFile<LinksFile>>();
  let lastChange: Promise<unknown> = Promise.resolve();

  const fileOf = (id: AccountId): JsonFile<LinksFile> => {
    const known = files.get(id) ?? jsonFile<LinksFile>(join(folder, `${id}.json`), LinksFile, { relationships: {} });
    files.set(id, known);
    return known;
  };
  /** One change after the other: each begins with what the one before left. */
  const change = (id: AccountId, make: (kept: LinksFile) => LinksFile): Promise<void> => {
    const mine = lastChange.then(async () => fileOf(id).write(make(await fileOf(id).read())));
    lastChange = mine.catch(() => undefined);
    return mine;
  };
  return {
    partnership: async (id) => (await fileOf(id).read()).partnership,
    keepPartnership: (id, partnership) => change(id, (kept) => ({ ...kept, partnership })),
    agreement: async (id) => (await fileOf(id).read()).agreement,
    keepAgreement: (id, agreement) => change(id, (kept) => ({ ...kept, agreement })),
    relationship: async (id, resellerId) => (await fileOf(id).read()).relationships[keyOf(resellerId)],
    keepRelationship: (id, resellerId, link) =>
      change(id, (kept) => ({ ...kept, relationships: { ...kept.relationships, [keyOf(resellerId)]: link } })),
  };
}
