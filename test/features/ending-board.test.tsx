import './lists-realm.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { showAllEnds, useEndingView } from '../../renderer/features/subscriptions/ending/ending-view-store.ts';
import { endChoicesSetting } from '../../renderer/platform/read-ends.ts';
import type { Language } from '../../renderer/text/language.ts';
import { endKey } from '../../shared/domain/renewal/choice.ts';
import { Subscription } from '../../shared/domain/subscription/subscription.ts';
import { CustomerTenantId } from '../../shared/ids.ts';
import { instantOf, plusSeconds } from '../../shared/instant.ts';
import { customerId } from '../data/mirror/pull-tenant.ts';
import { sheetOf } from '../data/mirror/price-sheet-text.ts';
import { calls, mainProcess, openListsDesk } from './lists-desk.tsx';
import type { ListsDesk } from './lists-desk.tsx';
import { albaId, threeResellers } from './reseller-desk.ts';
import { contactChange, upgrade } from '../unit/sync/sync-builders.ts';
import { expectAccessible } from './wizard-desk.tsx';

const now = instantOf(new Date());
const day = 86_400;
const officina = CustomerTenantId.parse(customerId(0));
const bottega = CustomerTenantId.parse(customerId(1));
/** Twenty minutes more than so many days: what is told in whole days does not change while the test runs. */
const inDays = (days: number) => plusSeconds(now, days * day + 1200);
const ending = (id: string, days: number, more: object = {}): Subscription => Subscription.parse({
  id, offerId: 'CFQ9:0001:A', offerName: id, friendlyName: id, quantity: 10, status: 'active', autoRenewEnabled: true, termDuration: 'P1Y',
  billingCycle: 'annual', startsAt: plusSeconds(inDays(days), -365 * day), endsAt: inDays(days), partnerId: '4847383', ...more,
});

afterEach(() => {
  useEndingView.setState({ shows: 'list' });
  showAllEnds();
});

async function openDesk(language: Language = 'en'): Promise<ListsDesk> {
  const customers = ['Officina', '=Bottega', 'Mai Letta'].map((name, index) => (
    { id: customerId(index), name, domain: `c${index}.example`, resellerId: albaId }
  ));
  const desk = await openListsDesk({ resellers: threeResellers, customers }, language);
  await desk.services.work.saveSetting('language', language);
  await desk.services.pull.pullNow();
  const { mirror, connectivity } = desk.services;
  for (const [id, name] of [[officina, 'Officina'], [bottega, '=Bottega']] as const) {
    const detail = { id, companyName: name, domain: 'x.example', relationship: 'reseller', country: 'IT' };
    await mirror.apply({ kind: 'customer-read', at: now, detail });
  }
  const mail = [
    ending('Mail', 5, { autoRenewEnabled: false }), ending('Visio', 20), ending('Teams', 60, { offerId: 'NONE:1:A' }), ending('Far', 120),
  ];
  await mirror.apply({ kind: 'subscriptions-read', customerId: officina, at: now, subscriptions: mail });
  const monthly = ending('Monthly', 15, { termDuration: 'P1M', billingCycle: 'monthly', partnerId: undefined });
  await mirror.apply({ kind: 'subscriptions-read', customerId: bottega, at: now, subscriptions: [monthly] });
  const content = sheetOf(
    { ProductId: 'CFQ9', UnitPrice: '52.20', BillingPlan: 'Annual', EffectiveStartDate: '' },
    { ProductId: 'CFQ9', UnitPrice: '5.22', TermDuration: 'P1M', EffectiveStartDate: '' },
  );
  await mirror.importPriceList({ name: 'IT 202601.csv', content });
  connectivity.setState({ isOnline: false, reason: 'no-network' });
  return desk;
}
const cells = (column: number): readonly (string | null | undefined)[] =>
  within(screen.getByRole('grid', { name: 'End of term' })).getAllByRole('row').slice(1)
    .map((row) => within(row).getAllByRole('gridcell')[column]?.textContent);
const products = (): readonly (string | null | undefined)[] => cells(2);

describe('the board of what ends', () => {
  it('tells of each what happens when nobody acts and what that costs; what is not known stays unknown', async () => {
    const desk = await openDesk();
    desk.show('/subscriptions');
    await desk.user.click(await screen.findByRole('link', { name: 'End of term' }));
    await screen.findByText('4 subscriptions');
    expect(products()).toEqual(['Mail', 'Monthly', 'Visio', 'Teams']);
    expect(cells(5)).toEqual(['Extended, paid', 'Renews', 'Renews', 'Renews']);
    expect(screen.getAllByTitle('Goes into the paid Extended Service Term')).toHaveLength(1);
    expect(cells(6)).toEqual(['about €53.80 per month', '€52.20 per month', '€522.00 per year', 'not known']);
    expect(cells(7)).toEqual(['Undecided', 'None needed', 'Undecided', 'Undecided']);
    expect(cells(4)[0]).toMatch(/^in 5 days, /u);
    expect(screen.getByText('not known').title).toBe('No price list that is held here names it for this market.');
    expect(screen.getByText('about €53.80 per month').title).toBe('Price list of January 2026');
    screen.getByText('1 customer was never read: what ends there is not shown.');
    expect(screen.getByRole('link', { name: 'Take customers along' }).getAttribute('href')).toBe('/briefcase');
    await expectAccessible();
    const choose = async (name: string, value: string): Promise<void> => desk.user.selectOptions(screen.getByRole('combobox', { name }), value);
    await choose('Ends within', '7 days');
    await waitFor(() => expect(products()).toEqual(['Mail']));
    await choose('Ends within', '30 days');
    await choose('Decision', 'Undecided');
    await waitFor(() => expect(products()).toEqual(['Mail', 'Visio']));
    await choose('Reseller', 'No reseller');
    await screen.findByText('No end matches this choice.');
  });

  it('counts by the server’s clock, not by that of this computer', async () => {
    const desk = await openDesk();
    mainProcess.set('connectivity.readServerTime', () => ({ aheadMs: 3 * day * 1000 }));
    desk.show('/subscriptions/ending');
    await waitFor(() => expect(cells(4)[0]).toMatch(/^in 2 days, /u));
    expect(calls('connectivity.readServerTime')).toContainEqual({ accountId: desk.services.account.id });
  });

  it('puts what is chosen into the outbox after a preview, with the keyboard alone, and shows it as waiting', async () => {
    const desk = await openDesk();
    desk.show('/subscriptions/ending');
    await screen.findByText('4 subscriptions');
    const grid = screen.getByRole('grid', { name: 'End of term' });
    grid.focus();
    await desk.user.keyboard('{Control>}a{/Control}');
    const bar = await screen.findByRole('group', { name: 'Chosen subscriptions' });
    await desk.user.click(within(bar).getByRole('button', { name: 'End at the end of the term…' }));
    const preview = await screen.findByRole('region', { name: 'End 4 subscriptions' });
    const rows = within(preview).getAllByRole('row').slice(1).map((row) => within(row).getAllByRole('gridcell').map((cell) => cell.textContent));
    expect(rows[0]?.slice(4)).toEqual([
      'about €53.80 per month', 'Ends', 'nothing',
      'Auto-renew off, ends with the term; counts once the service shows it, else choose it in Partner Center',
    ]);
    expect(rows[2]?.[5]).toBe('Ends');
    within(preview).getByText(/: €161.40 · 1 has no known price/u);
    expect(await desk.services.work.operations()).toEqual([]);
    await expectAccessible();
    const words: (string | null | undefined)[] = [];
    const watching = new MutationObserver(() => words.push(...(screen.queryByRole('grid', { name: 'End of term' }) ? cells(7) : [])));
    watching.observe(document.body, { childList: true, subtree: true, characterData: true });
    await desk.user.click(within(preview).getByRole('button', { name: 'Put in outbox' }));
    await screen.findByText(/4 changes are in the outbox/u);
    const operations = await desk.services.work.operations();
    const edits = { autoRenewEnabled: false, atTermEnd: 'cancel' };
    const base = { autoRenewEnabled: true, quantity: 10 };
    expect(operations[0]).toMatchObject({ payload: { subscriptionId: 'Mail', edits: { atTermEnd: 'cancel' }, base: { autoRenewEnabled: false } } });
    expect(operations.slice(1)).toMatchObject(['Monthly', 'Visio', 'Teams'].map((subscriptionId) => (
      { kind: 'change-subscription', payload: { subscriptionId, edits, base } }
    )));
    expect(new Set(operations.map(({ batchId }) => batchId)).size).toBe(1);
    await waitFor(() => expect(cells(7)).toEqual([
      'End, waits in the outbox', 'End, waits in the outbox', 'End, waits in the outbox', 'End, waits in the outbox',
    ]));
    // what was told on the way: no change without its choice
    watching.disconnect();
    expect(words.filter((word) => word?.startsWith('Change'))).toEqual([]);
  });

  it('leaves out what is to become another product', async () => {
    const desk = await openDesk();
    const about = { customer: { kind: 'tenant' as const, customerId: officina }, customerName: 'Officina', subscriptionId: 'Visio' };
    const contact = { tenantId: albaId, partnerId: '4890005', name: 'Alba' };
    for (const change of [
      { kind: 'transition-subscription' as const, payload: upgrade({ ...about, subscriptionName: 'Visio' }) },
      { kind: 'set-support-contact' as const, payload: contactChange({ ...about, subscriptionName: 'Visio', contact }) },
    ]) expect((await desk.services.work.confirmChange([change], '5380000')).ok).toBe(true);
    desk.show('/subscriptions/ending');
    await desk.user.click(await screen.findByRole('button', { name: 'Decide about Visio of Officina' }));
    await desk.user.click(await screen.findByRole('menuitem', { name: 'Extend month by month…' }));
    await screen.findByText('Left out: its upgrade waits in the outbox');
    screen.getByText('None of these can be chosen this way.');
  });

  it('shows an end that the service shows, and one that it was told and does not show as for Partner Center', async () => {
    const desk = await openDesk();
    const subscriptions = [
      ending('Mail', 5, { autoRenewEnabled: false, atTermEnd: 'cancel' }), ending('Visio', 20, { autoRenewEnabled: false, atTermEnd: 'extend' }),
      ending('Silent', 30, { autoRenewEnabled: false }),
    ];
    await desk.services.mirror.apply({ kind: 'subscriptions-read', customerId: officina, at: now, subscriptions });
    const end = inDays(30);
    const choices = { [endKey('Silent', end)]: { choice: 'end', at: now, endsAt: end } };
    await desk.services.work.saveSetting(endChoicesSetting, JSON.stringify(choices));
    desk.show('/subscriptions/ending');
    await waitFor(() => expect(products()).toEqual(['Mail', 'Monthly', 'Visio', 'Silent']));
    expect(cells(5)).toEqual(['Ends', 'Renews', 'Extended, paid', 'Extended, paid']);
    expect(cells(6)[0]).toBe('nothing');
    expect(cells(7)).toEqual(['End', 'None needed', 'Undecided', 'End: not shown by the service, choose it in Partner Center']);
    await desk.user.click(screen.getByRole('button', { name: 'Decide about Mail of Officina' }));
    await desk.user.click(await screen.findByRole('menuitem', { name: 'Extend month by month…' }));
    const preview = await screen.findByRole('region', { name: /^Extend/u });
    within(preview).getByText('Auto-renew off, goes on by the month; counts once the service shows it, else choose it in Partner Center');
    await desk.user.click(within(preview).getByRole('button', { name: 'Put in outbox' }));
    await waitFor(() => expect(cells(7)[0]).toBe('Extend, waits in the outbox'));
    expect(await desk.services.work.operations()).toMatchObject([{ payload: { edits: { atTermEnd: 'extend' }, base: { atTermEnd: 'cancel' } } }]);
  });

  it('takes a choice back before it was sent, and renews one alone from its menu', async () => {
    const desk = await openDesk();
    desk.show('/subscriptions/ending');
    const decide = async (product: string, entry: string, confirm: string): Promise<void> => {
      await desk.user.click(await screen.findByRole('button', { name: `Decide about ${product} of Officina` }));
      await desk.user.click(await screen.findByRole('menuitem', { name: entry }));
      await desk.user.click(await screen.findByRole('button', { name: confirm }));
    };
    await decide('Visio', 'Extend month by month…', 'Put in outbox');
    await screen.findByText(/1 change is in the outbox/u);
    await decide('Visio', 'Renew…', 'Put in outbox');
    await waitFor(() => expect(cells(7)[2]).toBe('Renew'));
    expect((await desk.services.work.operations()).map(({ state }) => state.name)).toEqual(['cancelled']);
    await decide('Mail', 'Renew…', 'Put in outbox');
    await waitFor(() => expect(cells(7)[0]).toBe('Renew, waits in the outbox'));
    expect(await desk.services.work.setting(endChoicesSetting)).toContain('"choice":"renew"');
  });

  it('leaves as a table, a calendar and a picture; the picture has a table beside it', async () => {
    const desk = await openDesk();
    mainProcess.set('files.saveTable', () => ({ saved: { fileName: 'End.csv' } }));
    mainProcess.set('files.save', () => ({ saved: { fileName: 'End.ics' } }));
    desk.show('/subscriptions/ending');
    await screen.findByText('4 subscriptions');
    await desk.user.click(screen.getByRole('button', { name: 'Export CSV' }));
    await screen.findByText('Saved as End.csv.');
    const [{ text }] = calls('files.saveTable') as readonly [{ readonly text: string }];
    const lines = text.split('\r\n');
    expect(lines[0]).toMatch(/^Customer,Microsoft ID,Product,.*,Amount,Currency,Amount is for,A month,Estimate,Price list,/u);
    expect(lines[1]).toContain(',53.8,EUR,per month,53.80,yes,2026-01,43.50,Undecided,');
    expect(lines[2]).toMatch(/^"?'=Bottega/u);
    expect(lines[4]).toContain(',Renews as it is,,,,,,,,Undecided,');
    await desk.user.click(screen.getByRole('button', { name: 'Calendar file' }));
    await screen.findByText('Saved as End.ics.');
    const [{ fileName, content }] = calls('files.save') as readonly [{ readonly fileName: string; readonly content: string }];
    expect(fileName).toMatch(/^End of term \d{4}-\d\d-\d\d\.ics$/u);
    expect(content.match(/^BEGIN:VEVENT/gmu)).toHaveLength(4);
    expect(content.replaceAll('\r\n ', '')).toContain(`UID:mail-${inDays(5).slice(0, 19).replaceAll(/[-:]/gu, '')}Z@provider-desk`);
    // undecided ones remind three times, the month that renews by itself does not
    expect(content.match(/^TRIGGER:-P(?:30|7|1)D/gmu)).toHaveLength(9);
    await desk.user.click(screen.getByRole('button', { name: 'Timeline' }));
    const picture = await screen.findByRole('img', { name: 'What ends in the next 90 days, by week' });
    expect(picture.querySelectorAll('path')).toHaveLength(4 + 2);
    expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(1 + 13);
    await desk.user.click(screen.getByRole('button', { name: 'Save as SVG' }));
    await waitFor(() => expect(calls('files.save')).toHaveLength(2));
    const [, drawing] = calls('files.save') as readonly { readonly content: string }[];
    expect(drawing?.content).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/u);
    await expectAccessible();
  });

  it('is told of on Home with the money, and reminded of once by the desktop, which leads there', async () => {
    const shown: { readonly title: string; readonly body: string; readonly notice: EventTarget }[] = [];
    class FakeNotification extends EventTarget {
      static readonly permission = 'granted';
      constructor(title: string, { body = '' }: NotificationOptions) {
        super();
        shown.push({ title, body, notice: this });
      }
      close(): void {}
    }
    vi.stubGlobal('Notification', FakeNotification);
    vi.spyOn(window, 'focus').mockReturnValue();
    const desk = await openDesk('it');
    desk.show('/');
    const panel = await screen.findByRole('region', { name: 'Terminano senza decisione' });
    expect(within(panel).getByRole('link').textContent).toBe('2 sottoscrizioni terminano nei prossimi 30 giorni senza decisione');
    expect(panel.textContent).toMatch(/circa 97,30\s€ al mese/u);
    await waitFor(() => expect(shown).toHaveLength(1));
    expect(shown[0]?.title).toBe('3 sottoscrizioni terminano senza decisione');
    expect(shown[0]?.body).toBe('1 entro 7 giorni, 1 entro 30 giorni e 1 entro 90 giorni. Non fare nulla costa. Fare clic per decidere.');
    shown[0]?.notice.dispatchEvent(new Event('click'));
    await screen.findByRole('heading', { level: 1, name: 'Fine del periodo' });
    await screen.findByText('4 sottoscrizioni');
    expect(calls('sync.read')).toEqual([]);
  });
});
