import './lists-realm.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { forgetChoice } from '../../renderer/features/subscriptions/bulk/bulk-choice.ts';
import { CustomerTenantId } from '../../shared/ids.ts';
import { instantOf } from '../../shared/instant.ts';
import type { Operation, OperationOf } from '../../shared/sync/operation.ts';
import { customerId } from '../data/mirror/pull-tenant.ts';
import en from '../../renderer/text/en.json' with { type: 'json' };
import { calls, mainProcess, openListsDesk } from './lists-desk.tsx';
import type { ListsDesk } from './lists-desk.tsx';
import { albaId, answerReads, finding, threeResellers } from './reseller-desk.ts';
import { expectAccessible } from './wizard-desk.tsx';

afterEach(forgetChoice);

const ids = [0, 1, 2].map((place) => CustomerTenantId.parse(customerId(place)));
const customers = ids.map((id, place) => ({ id, name: `Officina ${place}`, domain: `officina${place}.example`, resellerId: albaId }));
const perCustomer = 18;
const mailOf = (customer: number, place: number) => ({
  id: `s-${customer}-${place}`, offerName: 'Exchange Plan 1', friendlyName: `Mail ${customer}-${place}`, quantity: 5, status: 'active',
  autoRenewEnabled: true, partnerId: '4847383',
});

async function openDesk({ isOnline = false, read = ids.length } = {}): Promise<ListsDesk> {
  const desk = await openListsDesk({ resellers: threeResellers, customers });
  await desk.services.pull.pullNow();
  const { mirror, connectivity } = desk.services;
  const at = instantOf(new Date());
  for (const [customer, id] of ids.slice(0, read).entries()) {
    const subscriptions = Array.from({ length: perCustomer }, (_unused, place) => mailOf(customer, place));
    await mirror.apply({ kind: 'subscriptions-read', customerId: id, at, subscriptions });
  }
  if (!isOnline) connectivity.setState({ isOnline: false, reason: 'no-network' });
  return desk;
}

const operations = ({ services }: ListsDesk): Promise<readonly Operation[]> => services.work.operations();
const press = async ({ user }: ListsDesk, name: RegExp | string): Promise<void> => user.click(await screen.findByRole('button', { name }));
const edits = (all: readonly Operation[]): OperationOf<'change-subscription'>[] =>
  all.flatMap((one) => (one.kind === 'change-subscription' ? one : []));

/** Puts operations at their end, as the sender would. */
async function end(
  { services }: ListsDesk, all: readonly Operation[], state: (operation: OperationOf<'change-subscription'>) => Operation['state'],
): Promise<void> {
  const before = edits(all);
  const after = before.map((operation): Operation => ({ ...operation, state: state(operation) }));
  expect(await services.work.commit({ before, after, journal: [] })).toBe('stored');
}
const done = ({ payload }: OperationOf<'change-subscription'>): Operation['state'] => ({
  name: 'done', at: instantOf(new Date()),
  result: { kind: 'change-subscription', subscription: { ...mailOf(0, 0), id: payload.subscriptionId }, wasThere: false },
});
const refused: () => Operation['state'] = () =>
  ({ name: 'refused', stepId: crypto.randomUUID() as Extract<Operation['state'], { name: 'refused' }>['stepId'], failure: { code: 'seats-fixed' } });

/** Dozens of rows are drawn in one go. */
const confirmed = (words: string): Promise<HTMLElement> => screen.findByText(words, {}, { timeout: 15_000 });

async function preview(desk: ListsDesk): Promise<HTMLElement> {
  await press(desk, 'Next: which subscriptions');
  await press(desk, 'Next: preview');
  return screen.findByRole('grid', { name: 'Preview' });
}

async function stopRest(desk: ListsDesk): Promise<void> {
  await press(desk, 'Stop the rest');
  const dialog = await screen.findByRole('alertdialog', { hidden: true });
  await desk.user.click(within(dialog).getByRole('button', { name: 'Stop the rest', hidden: true }));
}

describe('a bulk change', () => {
  it('shows each row beforehand, asks for the number of many, and becomes one thing in the outbox', async () => {
    const desk = await openDesk();
    desk.show('/subscriptions/bulk');
    await desk.user.click(await screen.findByRole('radio', { name: 'At the end of the term: renew, go on by the month, or end' }));
    await desk.user.click(await screen.findByRole('radio', { name: 'End with the term' }));
    await expectAccessible();
    const table = await preview(desk);
    await within(table).findAllByText('End of the term: renews → ends');
    const confirm = await screen.findByRole('button', { name: 'Put 54 subscriptions in the outbox' });
    await desk.user.click(confirm);
    expect(await operations(desk)).toEqual([]);
    // a row is taken out with the keyboard
    table.focus();
    await desk.user.keyboard('[Space]');
    await within(table).findByText('Taken out of the preview');
    await expectAccessible();
    await desk.user.type(screen.getByRole('textbox', { name: 'Type 53 to confirm' }), '53');
    await press(desk, 'Put 53 subscriptions in the outbox');
    await confirmed('Waiting: 53');
    await screen.findByRole('heading', { level: 1, name: 'End with the term' });
    const made = edits(await operations(desk));
    expect(made).toHaveLength(53);
    expect(new Set(made.map(({ batchId }) => batchId)).size).toBe(1);
    expect(made.every(({ payload }) => JSON.stringify(payload.edits) === '{"autoRenewEnabled":false,"atTermEnd":"cancel"}')).toBe(true);
    await expectAccessible();
    cleanup();
    desk.show('/outbox');
    const box = await screen.findByRole('region', { name: 'Bulk changes' });
    const link = within(box).getByRole('link', { name: 'End with the term' });
    expect(link.getAttribute('href')).toBe(`/subscriptions/bulk/${made[0]?.batchId}`);
    expect(box.textContent).toContain('0 of 53');
    expect((await screen.findAllByText('1 waiting')).length).toBeGreaterThan(0);
    cleanup();
    desk.show('/subscriptions/bulk/history');
    expect((await screen.findByRole('grid', { name: 'Bulk changes' })).textContent).toContain('End with the term');
  });

  it('takes a file, keeps what fits nothing with why, and gives back what failed to be corrected', async () => {
    const desk = await openDesk();
    desk.show('/subscriptions/bulk');
    await desk.user.click(await screen.findByRole('radio', { name: 'What a file says for each subscription' }));
    await press(desk, 'Next: which subscriptions');
    const upload = async (text: string): Promise<void> =>
      desk.user.upload(await screen.findByLabelText('Choose a file', { selector: 'input' }), new File([text], 'seats.csv', { type: 'text/csv' }));
    await upload('Note\nhello');
    await screen.findByText(/No column of the file says what is to change/u);
    await upload(`ID sottoscrizione;Licenze\r\ns-0-1;8\r\ns-0-2;+3\r\ns-1-1;500000\r\nnobody;2\r\ns-2-1;9\r\n`);
    await screen.findByText('seats.csv: 5 lines');
    await press(desk, 'Next: preview');
    const table = await screen.findByRole('grid', { name: 'Preview' });
    await within(table).findByText('Licenses 5 → 8');
    expect(screen.getByText(/lines of the file cannot be used/u)).toBeTruthy();
    await desk.user.click(screen.getByRole('button', { name: 'Show them' }));
    const lines = await screen.findByRole('grid', { name: 'Lines that cannot be used' });
    expect(lines.textContent).toMatch(/has a sign.*not in the copy/u);
    await press(desk, /^Put 3 subscriptions in the outbox/u);
    await screen.findByText('Waiting: 3');
    const [first, second] = await operations(desk);
    if (first === undefined || second === undefined) throw new Error('No operations');
    await end(desk, [first], done);
    await end(desk, [second], refused);
    await screen.findByText(/Refused: 1 · Waiting: 1 · Done: 1/u);
    await stopRest(desk);
    await screen.findByText(/Refused: 1 · Stopped: 1 · Done: 1/u);
    mainProcess.set('files.saveTable', () => ({ saved: { fileName: 'failed.csv' } }));
    await press(desk, /^Export 4 rows that were not done/u);
    await waitFor(() => expect(calls('files.saveTable')).toHaveLength(1));
    const { text } = calls('files.saveTable')[0] as { text: string };
    expect(text.split('\r\n').map((line) => line.split(',').slice(0, 5).join(','))).toEqual([
      'Subscription ID,Customer ID,Customer name,Product,Licenses',
      `s-1-1,${ids[1]},Officina 1,Mail 1-1,500000`, `s-2-1,${ids[2]},Officina 2,Mail 2-1,9`, `s-0-2,,,,"'+3"`, `nobody,,,,2`,
    ]);
    cleanup();
    // corrected and imported again it takes the place of what was refused
    desk.show('/subscriptions/bulk');
    await desk.user.click(await screen.findByRole('radio', { name: 'What a file says for each subscription' }));
    await press(desk, 'Next: which subscriptions');
    await upload(text.replace('500000', '6').replace(`"'+3"`, '3'));
    await press(desk, 'Next: preview');
    const again = await screen.findByRole('grid', { name: 'Preview' });
    await within(again).findByText(/takes the place of a change that was refused/u);
    await press(desk, /^Put 3 subscriptions in the outbox/u);
    await screen.findByText('Waiting: 3');
    const now = edits(await operations(desk));
    expect(now.map(({ payload, state }) => [payload.subscriptionId, payload.edits.quantity, state.name])).toEqual([
      ['s-0-1', 8, 'done'], ['s-1-1', 500_000, 'cancelled'], ['s-2-1', 9, 'cancelled'],
      ['s-1-1', 6, 'ready'], ['s-2-1', 9, 'ready'], ['s-0-2', 3, 'ready'],
    ]);
  });

  it('replaces a Partner ID everywhere, after customers that were never read were, and can be taken back', async () => {
    const desk = await openDesk({ isOnline: true, read: 2 });
    await desk.services.work.partnerships.recordFindings([finding('4890005', 'good')]);
    answerReads({
      'list-subscriptions': (input) => ({
        subscriptions: (input as { customerId: string }).customerId === ids[2] ? [mailOf(2, 0), { ...mailOf(2, 1), partnerId: '1111111' }] : [],
      }),
    });
    desk.show('/subscriptions/bulk?kind=replace&from=4847383');
    expect((await screen.findByRole('textbox', { name: /^Partner ID to replace/u })).getAttribute('value')).toBe('4847383');
    await desk.user.click(screen.getByRole('combobox', { name: 'Indirect reseller' }));
    await desk.user.click(await screen.findByRole('option', { name: /Bruma/u }));
    await press(desk, 'Next: which subscriptions');
    await screen.findByText('36 subscriptions known here carry the Partner ID 4847383.');
    await screen.findByText('Of 3 customers of Alba Sistemi S.r.l., 1 was never read.');
    await expectAccessible();
    const { mirror } = desk.services;
    const { apply } = mirror;
    mirror.apply = () => Promise.reject(new Error('The disk is full'));
    await press(desk, 'Read them now');
    await screen.findByText(en.failure['storage-failed'].what);
    mirror.apply = apply;
    await press(desk, 'Read them now');
    await screen.findByText('37 subscriptions known here carry the Partner ID 4847383.');
    await screen.findByText('Of 3 customers of Alba Sistemi S.r.l., 0 were never read.');
    await press(desk, 'Next: preview');
    const table = await screen.findByRole('grid', { name: 'Preview' });
    await within(table).findAllByText('Reseller Alba Sistemi S.r.l. → Bruma Cloud GmbH');
    const { batches } = desk.services.work;
    const { confirm } = batches;
    batches.confirm = () => Promise.reject(new Error('The disk is full'));
    await press(desk, 'Change 37 subscriptions');
    await screen.findByText(en.failure['storage-failed'].what);
    batches.confirm = confirm;
    await press(desk, 'Change 37 subscriptions');
    await confirmed('Waiting: 37');
    await end(desk, (await operations(desk)).slice(0, 2), done);
    const changed = edits(await operations(desk)).slice(0, 2).map(({ payload }) => payload.subscriptionId);
    const at = instantOf(new Date());
    for (const [customer, id] of ids.entries()) {
      const known = await desk.services.mirror.customer(id);
      const subscriptions = (known?.subscriptions ?? []).map((one) => (changed.includes(one.id) ? { ...one, partnerId: '4890005' } : one));
      expect(customer).toBeLessThan(3);
      await desk.services.mirror.apply({ kind: 'subscriptions-read', customerId: id, at, subscriptions });
    }
    // not while the rest goes on
    expect(screen.queryByRole('link', { name: 'Take it back' })).toBeNull();
    await stopRest(desk);
    await desk.user.click(await screen.findByRole('link', { name: 'Take it back' }));
    const back = await screen.findByRole('grid', { name: 'Preview' });
    expect(await within(back).findAllByText('Reseller Bruma Cloud GmbH → Alba Sistemi S.r.l.')).toHaveLength(2);
    await press(desk, 'Change 2 subscriptions');
    await screen.findByRole('link', { name: 'takes another bulk change back' });
    const last = edits(await operations(desk)).slice(-2);
    expect(last.map(({ payload }) => [payload.subscriptionId, payload.edits.reseller?.partnerId, payload.base.partnerId])).toEqual(
      changed.map((id) => [id, '4847383', '4890005']),
    );
  });
});
