import { describe, expect, it } from 'vitest';
import type { OpenWorkStore } from '../../../renderer/data/work/open-work-store.ts';
import { newBatchId } from '../../../shared/ids.ts';
import type { OperationId } from '../../../shared/ids.ts';
import type { BatchPlan, ConfirmedRow } from '../../../shared/ports/batch-store.ts';
import type { Operation, SubscriptionChange } from '../../../shared/sync/operation.ts';
import { account, contactChange, customerId, provider, subscriptionEdit } from '../../unit/sync/sync-builders.ts';
import { openOwn, own } from './own-stores.ts';

const edit = (subscriptionId: string, edits: object = { quantity: 7 }): SubscriptionChange =>
  ({ kind: 'change-subscription', payload: subscriptionEdit({ subscriptionId, edits }) });
const rowOf = (subscriptionId: string, replaces: readonly OperationId[] = [], edits?: object): ConfirmedRow =>
  ({ customerId, subscriptionId, changes: [edit(subscriptionId, edits)], replaces });
const planOf = (rows: readonly ConfirmedRow[], more: Partial<BatchPlan> = {}): BatchPlan => ({
  id: newBatchId(), kind: 'seats', asked: { seats: '7', how: 'set' }, rows, leftOut: [], ownPartnerId: provider.partnerId, ...more,
});

async function refused(work: OpenWorkStore, subscriptionId: string): Promise<Operation> {
  const made = await work.confirmChange([edit(subscriptionId)], provider.partnerId);
  const operation = made.ok ? made.value[0] : undefined;
  if (operation === undefined) throw new Error('No operation');
  const stepId = crypto.randomUUID() as Extract<Operation['state'], { name: 'refused' }>['stepId'];
  const after: Operation = { ...operation, state: { name: 'refused', stepId, failure: { code: 'seats-fixed' } } };
  expect(await work.commit({ before: [operation], after: [after], journal: [] })).toBe('stored');
  return after;
}

describe('a bulk change', () => {
  it('is written with its operations, once, however often it is confirmed', async () => {
    const owner = own();
    const work = await openOwn(owner);
    const contact = { kind: 'set-support-contact', payload: contactChange({ subscriptionId: 's-2' }) } as const;
    const leftOut = { customerId, customerName: 'F', subscriptionId: 's-9', subscriptionName: 'Mail', why: 'ended', cells: { seats: '7' } };
    const plan = planOf([rowOf('s-1'), { ...rowOf('s-2'), changes: [edit('s-2'), contact] }], { leftOut: [leftOut] });
    const made = await Promise.all([work.batches.confirm(plan), work.batches.confirm(plan)]);
    expect(made.map(({ ok }) => ok)).toEqual([true, true]);
    const operations = await work.operations();
    expect(operations.map(({ kind, batchId }) => [kind, batchId])).toEqual([
      ['change-subscription', plan.id], ['change-subscription', plan.id], ['set-support-contact', plan.id],
    ]);
    expect(await work.batches.all()).toMatchObject([{ id: plan.id, kind: 'seats', rows: 2, leftOut: 1, createdBy: account.userName }]);
    const ids = operations.map(({ id }) => id);
    expect((await work.batches.content(plan.id))?.rows.map(({ operationIds }) => operationIds)).toEqual([[ids[0]], [ids[1], ids[2]]]);
    work.close();
    expect((await (await openOwn(owner)).batches.content(plan.id))?.leftOut).toEqual([leftOut]);
  });

  it('takes the place of what was refused, and of nothing else', async () => {
    const work = await openOwn();
    const before = await refused(work, 's-1');
    const plan = planOf([rowOf('s-1', [before.id], { quantity: 8 })]);
    expect((await work.batches.confirm(plan)).ok).toBe(true);
    const [old, made] = await work.operations();
    expect([old?.state.name, made?.state.name, made?.batchId]).toEqual(['cancelled', 'ready', plan.id]);
    // it was sent again meanwhile: nothing is written
    const again = await work.batches.confirm(planOf([rowOf('s-1', made === undefined ? [] : [made.id])]));
    expect(again).toMatchObject({ ok: false, error: { code: 'change-open' } });
    expect(await work.operations()).toHaveLength(2);
  });

  it('leaves everything as it was when one of its rows cannot be confirmed', async () => {
    const work = await openOwn();
    const before = await refused(work, 's-1');
    const mine = edit('s-2', { reseller: { partnerId: provider.partnerId, name: 'Own' } });
    const plan = planOf([rowOf('s-1', [before.id]), { ...rowOf('s-2'), changes: [mine] }]);
    expect(await work.batches.confirm(plan)).toMatchObject({ ok: false, error: { code: 'partner-id-own' } });
    expect(await work.operations()).toEqual([before]);
    expect(await work.batches.all()).toEqual([]);
    expect(await work.batches.confirm(planOf([]))).toMatchObject({ ok: false });
  });
});
