import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../shared/instant.ts';
import { newRequestId } from '../../../shared/ids.ts';
import { serverCalls } from '../../../shared/partner-center/server-call.ts';
import type { ServerCallName, ServerCallOutput } from '../../../shared/partner-center/server-call.ts';
import type { Incoming } from '../../../shared/sync/exchange.ts';
import { createSeed } from '../../../electron/practice/seed/seed.ts';
import skus from '../../../electron/practice/seed/catalogue.json' with { type: 'json' };
import { customerForm } from './support/forms.ts';
import { openPracticeDesk } from './support/practice-desk.ts';
import type { PracticeDesk } from './support/practice-desk.ts';

function valueOf<Name extends ServerCallName>(name: Name, incoming: Incoming): ServerCallOutput<Name> {
  if (incoming.outcome !== 'answered') throw new Error(`${name}: ${incoming.outcome} ${incoming.failure.code}`);
  return serverCalls[name].out.parse(incoming.value) as ServerCallOutput<Name>;
}
async function ask<Name extends ServerCallName>(desk: PracticeDesk, name: Name, input: unknown): Promise<ServerCallOutput<Name>> {
  return valueOf(name, await desk.send(name, input));
}

const contact = { firstName: 'Carla', lastName: 'Rossi', email: 'carla.rossi@example.com', phoneNumber: '' };

async function newCustomer(desk: PracticeDesk): Promise<ServerCallOutput<'create-customer'>['customerId']> {
  return (await ask(desk, 'create-customer', { form: customerForm('panificio'), reseller: desk.reseller })).customerId;
}

async function attest(desk: PracticeDesk, customerId: string): Promise<void> {
  const { templateId } = await ask(desk, 'read-agreement-template', {});
  const input = { customerId, templateId, contact, dateAgreed: instantOf(new Date(Date.now() - 60_000)) };
  await ask(desk, 'confirm-agreement', input);
  // The same attestation again is what was wanted, not a failure (600061).
  await ask(desk, 'confirm-agreement', input);
}

async function cartInput(desk: PracticeDesk, customerId: string, partnerId: string | undefined = desk.reseller.partnerId) {
  const wanted = skus.filter((sku) => sku.isAddon !== true).slice(0, 2).map(({ productId, skuId }, place) => ({
    lineId: place * 3, productId, skuId, termDuration: 'P1Y', billingCycle: 'monthly',
  }));
  const offers = await ask(desk, 'read-offers', { customerId, market: 'IT', lines: wanted });
  const lines = wanted.map(({ lineId, ...line }) => {
    const offer = offers.lines.find((one) => one.lineId === lineId);
    return {
      ...line, id: lineId, title: line.productId, quantity: 3, catalogItemId: offer?.catalogItemId, unitPrice: offer?.unitPrice,
      ...(partnerId === undefined ? {} : { partnerId }),
    };
  });
  return { customerId, reseller: desk.reseller, attestationAccepted: true, lines };
}

describe('an order', () => {
  it('goes from the reseller check to the order, once, whatever happens to the answer of the checkout', async () => {
    const desk = await openPracticeDesk();
    expect(await ask(desk, 'check-reseller', { partnerId: desk.reseller.partnerId })).toEqual({
      isKnown: true, isAgreementSigned: true, name: desk.reseller.name,
    });
    const customerId = await newCustomer(desk);
    expect(await ask(desk, 'read-agreement-state', { customerId })).toEqual({ isAccepted: false, how: 'none' });
    await attest(desk, customerId);
    expect(await ask(desk, 'read-agreement-state', { customerId })).toMatchObject({ isAccepted: true, how: 'attested' });

    const input = await cartInput(desk, customerId);
    expect(input.lines.every((line) => line.unitPrice?.currency === 'EUR')).toBe(true);
    const cart = await ask(desk, 'create-cart', input);
    expect(cart.lines.map(({ id, quantity, partnerId, error }) => ({ id, quantity, partnerId, error }))).toEqual([
      { id: 0, quantity: 3, partnerId: desk.reseller.partnerId, error: undefined },
      { id: 3, quantity: 3, partnerId: desk.reseller.partnerId, error: undefined },
    ]);

    const requestId = newRequestId();
    const checkout = { customerId, cartId: cart.cartId };
    await desk.fault({ kind: 'drop-answer', match: { scenario: 'checkout-cart' } });
    expect((await desk.send('checkout', checkout, { requestId })).outcome).toBe('no-answer');
    const bought = valueOf('checkout', await desk.send('checkout', checkout, { requestId }));
    expect(bought.orderErrors).toEqual([]);
    expect(bought.orders.flatMap((order) => order.lines.map((line) => line.quantity))).toEqual([3, 3]);
    expect(await desk.send('checkout', checkout)).toMatchObject({ outcome: 'refused', failure: { code: 'cart-submitted' } });
    const { orders } = await ask(desk, 'list-orders', { customerId });
    expect(orders.map((order) => order.id).toSorted()).toEqual(bought.orders.map((order) => order.id).toSorted());
    expect((await ask(desk, 'list-subscriptions', { customerId })).subscriptions).toHaveLength(2);
    expect((await desk.ledger()).counts).toEqual({ 'create-customer': 1, 'confirm-customer-agreement': 1, 'create-cart': 1, 'checkout-cart': 1 });
  });

  it('tells how far it is handed out, and one of its subscriptions is cancelled once, whatever happens to the answer', async () => {
    const desk = await openPracticeDesk();
    const customerId = await newCustomer(desk);
    await attest(desk, customerId);
    const cart = await ask(desk, 'create-cart', await cartInput(desk, customerId));
    const [order] = (await ask(desk, 'checkout', { customerId, cartId: cart.cartId })).orders;
    const orderId = order?.id ?? '';
    const { lines } = await ask(desk, 'read-provisioning', { customerId, orderId });
    expect(lines).toHaveLength(order?.lines.length ?? 0);
    expect(lines[0]).toEqual({
      lineNumber: 0, status: 'PrefulfillmentPending', quantities: [{ quantity: 3, status: 'PrefulfillmentPending' }],
    });
    expect(await desk.send('read-provisioning', { customerId, orderId: '..' })).toMatchObject({ failure: { code: 'invalid-input' } });
    expect(await desk.send('read-provisioning', { customerId, orderId: 'nowhere' })).toMatchObject({ failure: { code: 'order-not-found' } });

    const which = { customerId, subscriptionId: order?.lines[0]?.subscriptionId ?? '' };
    const read = await ask(desk, 'read-subscription', which);
    expect(read.subscription).toMatchObject({ status: 'active', orderId, refundOptions: [{ type: 'Partial' }] });
    const input = { ...which, resource: read.resource, etag: read.etag };
    const requestId = newRequestId();
    await desk.fault({ kind: 'drop-answer', match: { scenario: 'cancel-subscription' } });
    expect((await desk.send('cancel-subscription', input, { requestId })).outcome).toBe('no-answer');
    expect((await ask(desk, 'read-subscription', which)).subscription.status).toBe('deleted');
    expect(await desk.send('cancel-subscription', input)).toMatchObject({ outcome: 'refused', failure: { code: 'subscription-over' } });
    const again = valueOf('cancel-subscription', await desk.send('cancel-subscription', input, { requestId }));
    expect(again.subscription).toMatchObject({ id: which.subscriptionId, status: 'deleted' });
    expect((await desk.ledger()).writes.filter(({ effect }) => effect === 'cancelled-subscription')).toHaveLength(1);
    const after = (await ask(desk, 'read-provisioning', { customerId, orderId })).lines;
    expect(after[0]?.status).toBe('Unfulfilled');
  });

  it('is not sent when a line does not credit the reseller it was confirmed for', async () => {
    const desk = await openPracticeDesk();
    const customerId = await newCustomer(desk);
    const input = await cartInput(desk, customerId);
    const withoutOne = { ...input, lines: input.lines.map((line, place) => (place === 0 ? line : { ...line, partnerId: undefined })) };
    const withOther = { ...input, lines: input.lines.map((line) => ({ ...line, partnerId: '7654321' })) };
    const direct = { ...input, reseller: { kind: 'direct', isConfirmed: true } };
    for (const wrong of [withoutOne, withOther, direct, { ...input, reseller: undefined }]) {
      expect(await desk.send('create-cart', wrong)).toMatchObject({ outcome: 'refused', failure: { code: 'reseller-missing' } });
    }
    expect((await desk.ledger()).counts['create-cart']).toBeUndefined();
  });

  it('names what is wrong with a reseller', async () => {
    const desk = await openPracticeDesk();
    expect(await ask(desk, 'check-reseller', { partnerId: '9999999' })).toEqual({ isKnown: false, isAgreementSigned: false });
    await desk.fault({ kind: 'suspend-reseller', mpnId: desk.reseller.partnerId });
    expect(await desk.send('check-reseller', { partnerId: desk.reseller.partnerId })).toMatchObject({
      outcome: 'refused', failure: { code: 'partner-id-inactive' },
    });
  });

  it('finds what is for schools only for a school, at the price for schools', async () => {
    const desk = await openPracticeDesk();
    const seed = createSeed('small');
    const school = Array.from({ length: seed.customerCount }, (_unused, index) => seed.listingAt(index).tenantId)
      .find((tenantId) => seed.qualificationOf(tenantId) === 'Education');
    const line = { productId: 'CFQ7TTC0LFLX', termDuration: 'P1Y', billingCycle: 'annual' };
    const lines = [{ ...line, lineId: 1, skuId: '0E01' }, { ...line, lineId: 2, skuId: '0001' }];
    const offered = (await ask(desk, 'read-offers', { customerId: school, market: 'IT', lines })).lines;
    expect(offered).toMatchObject([
      { catalogItemId: 'CFQ7TTC0LFLX:0E01:CFQ7TTC0E1E3', unitPrice: { amount: '88.2' } },
      { catalogItemId: 'CFQ7TTC0LFLX:0001:CFQ7TTC0S85M', unitPrice: { amount: '441.6' } },
    ]);
    const [forOthers] = (await ask(desk, 'read-offers', { customerId: await newCustomer(desk), market: 'IT', lines })).lines;
    expect(forOthers).toEqual({ lineId: 1 });
  });

  it('leaves out the catalogue item of a pair that is no longer offered', async () => {
    const desk = await openPracticeDesk();
    const customerId = await newCustomer(desk);
    const lines = [{ lineId: 1, productId: 'CFQ7TTC0GONE', skuId: '0001', termDuration: 'P1Y', billingCycle: 'monthly' }];
    expect((await ask(desk, 'read-offers', { customerId, market: 'IT', lines })).lines).toEqual([{ lineId: 1 }]);
  });
});
