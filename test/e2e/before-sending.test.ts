import { describe, expect, it } from 'vitest';
import type { CartLine } from '../../shared/domain/cart/cart-line.ts';
import { PartnerId, ResellerTenantId, newOperationId, newRequestId, newStepId } from '../../shared/ids.ts';
import { button, field, goTo, link, screen } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';
import { goOnline } from '../support/connection.ts';
import { jobTitles, milanJob } from '../support/job.ts';
import { addProducts, fillAgreement, reviewCart } from '../support/job-cart.ts';
import { fillCompany, fillContact, openReseller, reviewCustomer } from '../support/job-customer.ts';
import { callApp, firstAccount } from '../support/page-bridge.ts';
import { preparedCases } from '../support/prepared.ts';
import type { Case } from '../support/prepared.ts';

const otherJob = { ...milanJob, company: 'Cartiera Bianchi S.p.A.', domain: 'cartierabianchi' };

type Play = (desk: Desk) => Promise<void>;
const customerWays: readonly (readonly Play[])[] = [
  [(desk) => fillCompany(desk, otherJob)],
  [(desk) => fillContact(desk, otherJob)],
  [reviewCustomer],
];
const cartWays: readonly (readonly Play[])[] = [
  [(desk) => goTo(desk, 'nav.customers'), (desk) => addProducts(desk, milanJob)],
  [(desk) => fillAgreement(desk, milanJob)],
  [reviewCart],
];

describe('before anything is sent', () => {
  const cases = preparedCases();
  let run: Case | undefined;

  const begin = async (): Promise<Desk> => {
    run = await cases.begin();
    const desk = await run.open();
    await screen(desk, desk.text('nav.home'));
    return desk;
  };
  const cancel = async (desk: Desk, dialog: 'newCustomer' | 'carts'): Promise<void> => {
    await desk.hand.press(button(desk, 'ui.cancel'));
    await desk.hand.press(
      desk.page.getByRole('alertdialog').getByRole('button', { name: desk.text(`${dialog}.cancel.confirm`) }),
    );
  };
  const noDraft = async (desk: Desk): Promise<void> => {
    await goTo(desk, 'nav.home');
    await desk.page.getByText(desk.text('home.noDrafts')).waitFor();
  };

  it('Cancel at any step of a new customer drops it', async () => {
    const desk = await begin();
    for (const steps of [1, 2, 3]) {
      await openReseller(desk, otherJob);
      for (const play of customerWays.slice(0, steps).flat()) await play(desk);
      await cancel(desk, 'newCustomer');
      await screen(desk, desk.text('nav.customers'));
      await noDraft(desk);
    }
  });

  it('Cancel at any step of a cart drops it', async () => {
    const desk = await begin();
    for (const steps of [1, 2, 3]) {
      for (const play of cartWays.slice(0, steps).flat()) await play(desk);
      await cancel(desk, 'carts');
      await screen(desk, desk.text('nav.carts'));
      await noDraft(desk);
    }
  });

  it('a customer cancelled in the outbox takes its agreement and its order with it, and nothing is sent', async () => {
    const desk = await begin();
    const { page, text, hand } = desk;
    await goTo(desk, 'nav.outbox');
    await hand.press(
      page
        .getByRole('region', { name: milanJob.company })
        .getByRole('button', { name: text('outbox.cancel') })
        .first(),
    );
    const dialog = page.getByRole('alertdialog');
    for (const title of jobTitles(desk, milanJob).slice(1)) await dialog.getByText(title, { exact: true }).waitFor();
    await hand.press(dialog.getByRole('button', { name: text('outbox.cancelDialog.confirm') }));
    const recent = page.getByRole('region', { name: text('outbox.recent') });
    await expect.poll(() => recent.getByText(text('operation.state.cancelled'), { exact: true }).count()).toBe(3);
    await goOnline(desk);
    await page.getByRole('button', { name: text.pattern('sync.upToDate') }).waitFor();
    expect((await run?.practice.ledger())?.writes).toEqual([]);
  });

  it('a customer without a reseller stops at the form, and a direct one wants to be confirmed', async () => {
    const desk = await begin();
    const { page, text, hand } = desk;
    await goTo(desk, 'nav.customers');
    await hand.press(link(desk, 'action.addCustomer'));
    await hand.write(field(desk, 'newCustomer.field.companyName'), otherJob.company);
    await hand.press(button(desk, 'newCustomer.nextContact'));
    await page.getByText(text('resellerChoice.error.missing')).waitFor();
    await hand.tick(page.getByRole('radio', { name: text('resellerChoice.direct') }));
    await hand.press(button(desk, 'newCustomer.nextContact'));
    await page.getByText(text('resellerChoice.error.not-confirmed')).waitFor();
    await hand.tick(page.getByRole('checkbox', { name: text('resellerChoice.customer.directConfirm') }));
    await hand.press(button(desk, 'newCustomer.nextContact'));
    await field(desk, 'newCustomer.field.addressLine1').waitFor();
  });

  it('the main process refuses a cart whose lines do not credit its reseller, whatever the window says', async () => {
    const desk = await begin();
    await goOnline(desk);
    const { id: accountId, tenantId } = await firstAccount(desk.page);
    const reseller = {
      kind: 'reseller',
      id: ResellerTenantId.parse(crypto.randomUUID()),
      partnerId: PartnerId.parse('5100148'),
      name: 'Monteluce',
    } as const;
    const line: CartLine = {
      id: 0,
      productId: 'CFQ7TTC0LH16',
      skuId: '0001',
      catalogItemId: 'CFQ7TTC0LH16:0001:CFQ7TTC0GQJX',
      title: 'Exchange Online (Plan 1)',
      quantity: 1,
      termDuration: 'P1Y',
      billingCycle: 'monthly',
    };
    const requestId = newRequestId();
    const answer = await callApp(desk.page, 'sync.exchange', {
      accountId,
      tenantId,
      operationId: newOperationId(),
      stepId: newStepId(),
      requestId,
      call: 'create-cart',
      input: { customerId: crypto.randomUUID(), reseller, attestationAccepted: true, lines: [line] },
    });
    expect(answer).toMatchObject({ ok: true, value: { outcome: 'refused', failure: { code: 'reseller-missing' } } });
    // what was confirmed before goes out meanwhile; of this nothing does
    expect((await run?.practice.ledger())?.writes.filter((write) => write.requestId === requestId)).toEqual([]);
  });
});
