import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { cartPath, chooseInLine, keptCart, lineOf, ownE3, shopMirror, writeSeats } from './cart-shop.ts';
import { expectAccessible, openWizardDesk } from './wizard-desk.tsx';
import type { WizardDesk } from './wizard-desk.tsx';

async function add({ user }: WizardDesk, title: string): Promise<HTMLElement> {
  await user.click(await screen.findByRole('button', { name: `Aggiungi al carrello: ${title}` }));
  return waitFor(() => lineOf(title));
}

it('the lines of a cart in Italian: base with its add-on, promotion split, early end, commitments', async () => {
  const desk = await openWizardDesk({ language: 'it', mirror: shopMirror({ subscriptions: [ownE3] }) });
  desk.show(cartPath);
  await screen.findByRole('heading', { level: 1, name: 'Carrello per Officina Caffè' });
  const base = await add(desk, 'Office 365 E3');
  await chooseInLine(desk, base, /^Aggiungi componente/u, /Extra File Storage/u);
  within(await waitFor(() => lineOf('Extra File Storage'))).getByText('Componente aggiuntivo di Office 365 E3');
  await chooseInLine(desk, base, /^Senza promozione \(1 possibile\)/u, /15% di sconto · .*da 1 a 20 licenze · fino al /u);
  await writeSeats(desk, base, 25);
  await desk.user.click(await within(base).findByRole('button', { name: 'Dividi: 20 licenze con, 5 senza' }));
  await screen.findByText('Office 365 E3 è stato diviso in due righe.');
  const [, second] = within(screen.getByRole('list', { name: 'Righe del carrello' })).getAllByRole('listitem', { name: 'Office 365 E3' });
  if (second === undefined) throw new Error('not split');
  await chooseInLine(desk, second, /^Primo periodo: durata intera/u, /insieme a E3 of the shop/u);
  await within(second).findByText(/^Primo addebito circa .* \(stima\)$/u);
  await desk.user.click(within(second).getByRole('button', { name: /^Confronta gli impegni/u }));
  const dialog = await screen.findByRole('dialog', { hidden: true });
  await within(dialog).findByText(/Impegnarsi per un anno .* conviene dal mese 10\. Su 36 mesi conviene di più: 3 anni, fatturazione annuale/u);
  await desk.user.click(within(dialog).getByRole('button', { name: 'Usa questo: 1 anno, fatturazione annuale', hidden: true }));
  await waitFor(() => expect(screen.queryByRole('dialog', { hidden: true })).toBeNull());
  await waitFor(async () => expect((await keptCart(desk)).lines).toMatchObject([
    { productId: 'E3', quantity: 20, promotion: { discount: '0.15' } },
    { productId: 'STORAGE', addonOf: { kind: 'line', lineId: 0 } },
    { productId: 'E3', quantity: 5, billingCycle: 'annual', customTermEnd: ownE3.endsAt },
  ]));
});

it('the rest of a cart in Italian: trial, statement, reference, totals, review', async () => {
  const desk = await openWizardDesk({ language: 'it', mirror: shopMirror() });
  const place = desk.show(cartPath);
  const base = await add(desk, 'Office 365 E3');
  await writeSeats(desk, base, 20);
  await chooseInLine(desk, base, /^Senza promozione/u, /Winter offer/u);
  const trial = await add(desk, 'Project Plan 3 (Trial)');
  await desk.user.click(within(trial).getByRole('radio', { name: 'diventa a pagamento, 1 anno' }));
  await desk.user.click(within(await add(desk, 'Defender for Servers')).getByRole('checkbox'));
  await desk.user.type(screen.getByRole('textbox', { name: 'Riferimento dell’ordine d’acquisto' }), 'ODA-12');
  const summary = screen.getByRole('complementary');
  await waitFor(() => expect(summary.textContent).toMatch(/Promozioni, già detratte−30,00/u));
  expect(summary.textContent).toContain('Verifica che Officina Caffè possa avere le promozioni');
  await expectAccessible();
  await waitFor(async () => expect((await keptCart(desk)).purchaseOrderReference).toBe('ODA-12'));
  await desk.user.click(screen.getByRole('button', { name: 'Avanti: Contratto' }));
  await desk.user.click(await screen.findByRole('button', { name: 'Avanti: Rivedi' }));
  await screen.findByText('ODA-12');
  screen.getByText('Promozione Winter offer: 15% di sconto');
  screen.getByText('diventa a pagamento, 1 anno');
  await desk.user.click(screen.getByRole('checkbox', { name: /^Agisco come provider indiretto/u }));
  await expectAccessible();
  await desk.user.click(screen.getByRole('button', { name: 'Aggiungi alla posta in uscita' }));
  await waitFor(() => expect(place()).toMatch(/^\/outbox\//u));
  const [order] = await desk.work.operations();
  if (order?.kind !== 'place-order') throw new Error('no order');
  expect(order.payload.lines).toMatchObject([
    { productId: 'E3', quantity: 20, promotion: { discount: '0.15' } },
    { productId: 'TRIAL', renewsTo: 'P1Y' },
    { productId: 'SERVER', attestationAccepted: true },
  ]);
});
