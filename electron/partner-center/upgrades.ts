import { setTimeout as pause } from 'node:timers/promises';
import { failure } from '../../shared/contract/failure.ts';
import { stageOf } from '../../shared/domain/subscription/upgrade.ts';
import type { Upgrade } from '../../shared/domain/subscription/upgrade.ts';
import { newRequestId } from '../../shared/ids.ts';
import { readUpgrade, readUpgradeTarget } from '../../shared/partner-center/readers/upgrades.ts';
import type { ServerCallInput, ServerCallOutput } from '../../shared/partner-center/server-call.ts';
import { answered, map, noAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { ask } from './api.ts';
import { askAll } from './collections.ts';
import type { Connection } from './http.ts';
import { pathOf } from './subscription-changes.ts';

/** get-transition-eligibilities, at once and at the renewal */
export async function readTransitions(
  connection: Connection, input: ServerCallInput<'read-transitions'>, requestId: string,
): Promise<Answer<ServerCallOutput<'read-transitions'>>> {
  const path = `${pathOf(input)}/transitionEligibilities?eligibilityType=`;
  const area = 'subscription';
  const immediate = await askAll(connection, { path: `${path}immediate`, requestId, area }, readUpgradeTarget);
  if (immediate.outcome !== 'answered') return immediate;
  const scheduled = await askAll(connection, { path: `${path}scheduled`, requestId: newRequestId(), area }, readUpgradeTarget);
  return map(scheduled, (later) => ({ immediate: [...immediate.value], scheduled: [...later] }));
}

/** "Get transitions" (Partner Center documentation, March 2023): all that began from a subscription */
export async function listTransitions(
  connection: Connection, input: ServerCallInput<'list-transitions'>, requestId: string,
): Promise<Answer<ServerCallOutput<'list-transitions'>>> {
  const asked = { path: `${pathOf(input)}/transitions`, requestId, area: 'subscription', mustBeWhole: true } as const;
  return map(await askAll(connection, asked, readUpgrade), (upgrades) => ({ upgrades: [...upgrades] }));
}

/** Milliseconds before each look at an upgrade that the server began and did not finish. */
const followAfter: readonly number[] = [500, 1500, 3000];

/** create-transition, followed through its events for a while: what is not done by then is looked for by the machine later. */
export async function transitionSubscription(
  connection: Connection, input: ServerCallInput<'transition-subscription'>, requestId: string, pauses: readonly number[] = followAfter,
): Promise<Answer<ServerCallOutput<'transition-subscription'>>> {
  const { customerId: _customer, subscriptionId: fromSubscriptionId, ...wish } = input;
  const begun = await ask(connection, {
    method: 'POST', path: `${pathOf(input)}/transitions`, requestId, area: 'subscription', body: { ...wish, fromSubscriptionId }, read: readUpgrade,
  });
  if (begun.outcome !== 'answered') return begun;
  const { correlationId } = begun;
  let upgrade: Upgrade = begun.value;
  for (const wait of pauses) {
    if (stageOf(upgrade) !== 'working') break;
    await pause(wait);
    const now = await listTransitions(connection, input, newRequestId());
    // It was begun; that it cannot be looked at says nothing about it.
    if (now.outcome !== 'answered') break;
    upgrade = now.value.upgrades.find(({ id }) => id === upgrade.id) ?? upgrade;
  }
  return stageOf(upgrade) === 'working'
    ? noAnswer(failure('change-in-progress', { correlationId, requestId }))
    : answered({ upgrade }, correlationId);
}
