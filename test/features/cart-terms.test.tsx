import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { now } from '../unit/domain/cart-fixtures.ts';
import { addLine, cartPath, chooseInLine, keptCart, lineOf, ownE3, shopMirror, writeSeats } from './cart-shop.ts';
import type { Shop } from './cart-shop.ts';
import { expectAccessible, openWizardDesk } from './wizard-desk.tsx';

const dialog = (): Promise<HTMLElement> => screen.findByRole('dialog', { hidden: true });

describe('the term of a line', () => {
  it('may end early with a subscription of the customer, with an estimate of the first charge', async () => {
    const desk = await openWizardDesk({ mirror: shopMirror({ subscriptions: [ownE3] }) });
    desk.show(cartPath);
    const line = await addLine(desk, 'Office 365 E3');
    await chooseInLine(desk, line, /^First term: full length/u, /together with E3 of the shop/u);
    await within(line).findByRole('button', { name: /^First term ends /u });
    expect(line.textContent).toMatch(/First charge about €10\.00 for \d+ of \d+ days \(estimate\)/u);
    await waitFor(async () => expect((await keptCart(desk)).lines[0]?.customTermEnd).toBe(ownE3.endsAt));
    await chooseInLine(desk, line, /^First term ends /u, /^Full length/u);
    await waitFor(async () => expect((await keptCart(desk)).lines[0]).not.toHaveProperty('customTermEnd'));
  });

  it('of a trial has no early end, but a choice of what it becomes', async () => {
    const desk = await openWizardDesk({ mirror: shopMirror() });
    desk.show(cartPath);
    const line = await addLine(desk, 'Project Plan 3 (Trial)');
    within(line).getByText('Trial');
    expect(within(line).queryByRole('button', { name: /^First term/u })).toBeNull();
    await desk.user.click(within(line).getByRole('radio', { name: 'becomes 1 year, paid' }));
    await waitFor(async () => expect((await keptCart(desk)).lines[0]?.renewsTo).toBe('P1Y'));
    await desk.user.click(within(line).getByRole('radio', { name: 'it ends' }));
    await waitFor(async () => expect((await keptCart(desk)).lines[0]).not.toHaveProperty('renewsTo'));
    await writeSeats(desk, line, 26);
    await within(line).findByText('Trials have at most 25 licenses');
  });

  it('is compared with the other commitments: totals, break-even, price of leaving, and taken from there', async () => {
    const desk = await openWizardDesk({ mirror: shopMirror() });
    desk.show(cartPath);
    const line = await addLine(desk, 'Office 365 E3');
    await writeSeats(desk, line, 10);
    await desk.user.click(within(line).getByRole('button', { name: /^Compare commitments/u }));
    const open = await dialog();
    const rowOf = (name: RegExp): readonly (string | null)[] =>
      within(within(open).getByRole('row', { name, hidden: true })).getAllByRole('cell', { hidden: true }).map((cell) => cell.textContent);
    await within(open).findByText(
      'Committing for a year (1 year, billed annually) costs €300.00 less than going by the month for 12 months, and is cheaper from month 10 on. '
      + 'Over 36 months the cheapest is 3 years, billed annually: €3,240.00.',
    );
    expect(rowOf(/^Total over 12 months/u)).toEqual(['€1,440.00', '€1,200.00', '€1,140.00', '€3,240.00']);
    expect(rowOf(/^Total over 36 months/u)).toEqual(['€4,320.00', '€3,600.00', '€3,420.00', '€3,240.00']);
    expect(rowOf(/^Cheaper than monthly/u)).toEqual(['–', 'from month 10', 'from month 10', 'from month 27']);
    expect(rowOf(/^Still owed when leaving after month 6/u)).toMatchObject([
      expect.stringMatching(/^€0\.00/u), expect.stringMatching(/^€600\.00/u),
      expect.stringMatching(/^€0\.00/u), expect.stringMatching(/^€2,160\.00/u),
    ]);
    const month = within(open).getByRole('spinbutton', { name: 'Leaving after month', hidden: true });
    await desk.user.clear(month);
    await desk.user.type(month, '11{Enter}');
    await waitFor(() => expect(rowOf(/^Still owed when leaving after month 11/u)[1]).toMatch(/^€100\.00/u));
    await expectAccessible();
    await desk.user.click(within(open).getByRole('button', { name: 'Use this: 3 years, billed annually', hidden: true }));
    await screen.findByText('Office 365 E3: 3 years, billed annually.');
    await waitFor(async () => expect((await keptCart(desk)).lines[0]).toMatchObject({ termDuration: 'P3Y', billingCycle: 'annual' }));
  });

  it('asks for the statement of an offer on its own line, and says for whom an offer is', async () => {
    const desk = await openWizardDesk({ mirror: shopMirror() });
    desk.show(cartPath);
    const server = await addLine(desk, 'Defender for Servers');
    within(server).getByText('Defender for Servers asks for its own statement. Confirm it on the line.');
    await desk.user.click(screen.getByRole('button', { name: 'Next: Agreement' }));
    expect(lineOf('Defender for Servers')).toBeDefined();
    await desk.user.click(within(server).getByRole('checkbox'));
    await waitFor(async () => expect((await keptCart(desk)).lines[0]?.attestationAccepted).toBe(true));
    const faculty = await addLine(desk, 'Visio for Faculty');
    within(faculty).getByText('Education');
    await desk.user.click(screen.getByRole('button', { name: 'Next: Agreement' }));
    await screen.findByText(/Accepted: Microsoft has it on file/u);
  });

  it('of an offer for schools is checked against the qualifications of the customer that were read', async () => {
    const said = async (listed: NonNullable<Shop['qualifications']>['listed'] | undefined): Promise<string | null> => {
      cleanup();
      const desk = await openWizardDesk({ mirror: shopMirror(listed === undefined ? {} : { qualifications: { listed, at: now } }) });
      desk.show(cartPath);
      return (await addLine(desk, 'Visio for Faculty')).textContent;
    };
    expect(await said(undefined)).toContain('Whether this customer has it has not been read.');
    expect(await said([{ name: 'Education', vetting: 'in-review' }])).toContain('a qualification that this one does not have');
    expect(await said([{ name: 'Education', vetting: 'approved' }])).not.toContain('qualification');
  });
});
