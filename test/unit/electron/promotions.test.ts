import { describe, expect, it } from 'vitest';
import { serverCalls } from '../../../shared/partner-center/server-call.ts';
import type { ServerCallInput, ServerCallOutput } from '../../../shared/partner-center/server-call.ts';
import { customerForm } from './support/forms.ts';
import { openPracticeDesk } from './support/practice-desk.ts';
import type { PracticeDesk } from './support/practice-desk.ts';

const premium = '39NFJQT1PQBP:0001:39NFJQT1Q5BP';
const e3 = '39NFJQT1PQE3:0001:39NFJQT1Q5E3';
type Line = ServerCallInput<'check-promotions'>['lines'][number];
const line = (lineId: number, more: Partial<Line> = {}): Line => ({
  lineId, catalogItemId: 'CFQ7TTC0LFLX:0001:CFQ7TTC0S85M', quantity: 10, termDuration: 'P1Y', billingCycle: 'annual', ...more,
});

async function newCustomer(desk: PracticeDesk): Promise<string> {
  const made = await desk.send('create-customer', { form: customerForm('promozioni'), reseller: desk.reseller });
  if (made.outcome !== 'answered') throw new Error(made.outcome);
  return serverCalls['create-customer'].out.parse(made.value).customerId;
}

async function judged(desk: PracticeDesk, customerId: string, lines: readonly Line[]): Promise<ServerCallOutput<'check-promotions'>> {
  const answer = await desk.send('check-promotions', { customerId, lines });
  if (answer.outcome !== 'answered') throw new Error(`${answer.outcome} ${answer.failure.code}`);
  return serverCalls['check-promotions'].out.parse(answer.value);
}

describe('whether a purchase may have a promotion', () => {
  it('is asked for all lines at once and told line by line', async () => {
    const desk = await openPracticeDesk();
    const customerId = await newCustomer(desk);
    const asked = [
      line(7, { promotionId: e3 }),
      line(2, { promotionId: e3, quantity: 301 }),
      line(5, { promotionId: premium }),
      line(9, { catalogItemId: 'CFQ7TTC0LH16:0001:CFQ7TTC0GQJX' }),
    ];
    const { lines } = await judged(desk, customerId, asked);
    expect(lines).toMatchObject([
      { lineId: 7, eligibilities: [{ promotionId: e3, isEligible: true, errors: [] }] },
      { lineId: 2, eligibilities: [{ isEligible: false, errors: [{ type: 'SeatCount', minimumSeats: 1, maximumSeats: 300 }] }] },
      { lineId: 5, eligibilities: [{ isEligible: false, errors: [{ type: 'InvalidPromotion' }] }] },
      { lineId: 9, eligibilities: [{ isEligible: false, errors: [{ type: 'NoPromotionsAvailable' }] }] },
    ]);
    expect((await desk.ledger()).writes.map(({ effect }) => effect)).toEqual(['created-customer']);
  });

  it('comes with what it takes off now, where the market is named', async () => {
    const desk = await openPracticeDesk();
    const customerId = await newCustomer(desk);
    const discounts = async (): Promise<unknown[]> => {
      const lines = [line(7, { promotionId: e3 }), line(2, { promotionId: e3, quantity: 301 })];
      const answer = await desk.send('check-promotions', { customerId, lines, market: 'IT' });
      if (answer.outcome !== 'answered') throw new Error(answer.outcome);
      return serverCalls['check-promotions'].out.parse(answer.value).lines.map(({ eligibilities: [one] }) => one?.discount);
    };
    expect(await discounts()).toEqual(['0.15', undefined]);
    await desk.fault({ kind: 'change-promotion', promotionId: e3, discount: '0.05' });
    expect(await discounts()).toEqual(['0.05', undefined]);
    await desk.fault({ kind: 'cut-body', match: { scenario: 'get-promotion' } });
    expect((await desk.send('check-promotions', { customerId, lines: [line(0, { promotionId: e3 })], market: 'IT' })).outcome).toBe('no-answer');
  });

  it('is no longer so after its end, and unknown where the server is silent', async () => {
    const desk = await openPracticeDesk();
    const customerId = await newCustomer(desk);
    await desk.fault({ kind: 'end-promotion', promotionId: e3 });
    const { lines } = await judged(desk, customerId, [line(0, { promotionId: e3 })]);
    expect(lines).toMatchObject([{ eligibilities: [{ isEligible: false, errors: [{ type: 'InvalidPromotion' }] }] }]);
    await desk.fault({ kind: 'cut-body', match: { scenario: 'verify-promotion-eligibility' } });
    const cut = await desk.send('check-promotions', { customerId, lines: [line(0)] });
    expect(cut.outcome).toBe('no-answer');
  });
});
