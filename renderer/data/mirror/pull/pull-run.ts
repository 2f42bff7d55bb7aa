import { isStale } from '../list-pull.ts';
import { readDocument, writeDocument } from '../mirror-database.ts';
import type { ResellerList } from '../reseller-list.ts';
import { pullCatalogue, pullCountryRules } from './pull-catalogue.ts';
import type { PullContext, PullStep, Stop } from './pull-context.ts';
import { pullCustomers } from './pull-customers.ts';
import { pullAssociations, pullOrganization, pullResellers } from './pull-partners.ts';

const stepsWith = (partners: ResellerList): readonly PullStep[] => [
  pullOrganization, (context) => pullResellers(context, partners), pullCustomers, pullAssociations, pullCountryRules, pullCatalogue,
];

async function runSteps(context: PullContext, steps: readonly PullStep[]): Promise<Stop | undefined> {
  for (const step of steps) {
    const stop = await step(context);
    if (stop !== undefined) return stop;
  }
  return undefined;
}

/**
 * Pulls every collection, or goes on with a pull that was interrupted, also by the end of the app. A collection the
 * server refuses keeps its former rows and age, and the rest goes on; what stops the way to the server stops the pull.
 */
export async function runPull(context: PullContext, partners: ResellerList): Promise<void> {
  const { database, board, log, now } = context;
  const unfinished = await readDocument(database, 'pull');
  if (unfinished === undefined || isStale(unfinished.startedAt, now())) {
    await log.clear();
    await writeDocument(database, 'pull', { startedAt: now() });
  }
  const stop = await runSteps(context, stepsWith(partners));
  if (stop === undefined) {
    const [refused] = ['organization', 'resellers', 'customers'].flatMap((key) => log.failure(key) ?? []);
    await log.clear();
    await database.documents.delete('pull');
    await board.ended(refused);
  } else {
    await board.ended(stop.failure);
  }
}
