import { describe, expect, it } from 'vitest';
import { createSeed } from '../../../electron/practice/seed/seed.ts';
import { newRequestId } from '../../../shared/ids.ts';
import { serverCalls } from '../../../shared/partner-center/server-call.ts';
import type { ServerCallName, ServerCallOutput } from '../../../shared/partner-center/server-call.ts';
import { openPracticeDesk } from './support/practice-desk.ts';
import type { PracticeDesk } from './support/practice-desk.ts';

const seed = createSeed('small');
const customerId = seed.listingAt(8).tenantId;

async function ask<Name extends ServerCallName>(desk: PracticeDesk, name: Name, input: unknown): Promise<ServerCallOutput<Name>> {
  const incoming = await desk.send(name, input);
  if (incoming.outcome !== 'answered') throw new Error(`${name}: ${incoming.outcome} ${incoming.failure.code}`);
  return serverCalls[name].out.parse(incoming.value) as ServerCallOutput<Name>;
}

describe('qualifications of a customer', () => {
  it('are asked for, once under one request id, and read', async () => {
    const desk = await openPracticeDesk();
    expect(await ask(desk, 'read-qualifications', { customerId })).toEqual({ qualifications: [] });
    const request = { qualification: 'Education', educationSegment: 'K12', website: 'www.liceo.edu.it' };
    const requestId = newRequestId();
    await desk.fault({ kind: 'drop-answer', match: { scenario: 'update-customer-qualification' } });
    expect(await desk.send('request-qualification', { customerId, request }, { requestId })).toMatchObject({ outcome: 'no-answer' });
    expect(await ask(desk, 'read-qualifications', { customerId })).toMatchObject({ qualifications: [{ name: 'Education', vetting: 'in-review' }] });
    expect(await desk.send('request-qualification', { customerId, request }, { requestId })).toMatchObject({
      outcome: 'answered', value: { qualification: { name: 'Education', vetting: 'in-review' } },
    });
    expect((await desk.ledger()).counts).toEqual({ 'update-customer-qualification': 1 });
    expect((await desk.ledger()).writes[0]?.body).toEqual({ qualification: 'Education', educationSegment: 'K12', website: 'www.liceo.edu.it' });
  });

  it('for the government cloud need one of the codes the partner has', async () => {
    const desk = await openPracticeDesk();
    const { codes } = await ask(desk, 'read-validation-codes', {});
    expect(codes.map(({ remaining }) => remaining > 0)).toEqual([true, true]);
    const request = { qualification: 'GovernmentCommunityCloud', validationCode: 'wrong' };
    expect(await desk.send('request-qualification', { customerId, request })).toMatchObject({
      outcome: 'refused', failure: { code: 'invalid-property', field: 'validationCode' },
    });
    const good = { ...request, validationCode: codes[0]?.code };
    expect(await ask(desk, 'request-qualification', { customerId, request: good })).toMatchObject({ qualification: { vetting: 'in-review' } });
    expect(await ask(desk, 'read-validation-status', { customerId })).toEqual({ status: 'Allowed' });
  });
});

describe('the agreement of a customer', () => {
  it('is read with who accepted it', async () => {
    const desk = await openPracticeDesk();
    const state = await ask(desk, 'read-agreement-state', { customerId: seed.listingAt(0).tenantId });
    expect(state).toMatchObject({ isAccepted: true, how: 'attested', contact: { email: seed.agreementsOf(seed.listingAt(0).tenantId)[0]?.email } });
    expect(await ask(desk, 'read-agreement-state', { customerId: seed.listingAt(7).tenantId })).toEqual({ isAccepted: true, how: 'direct' });
    expect(await ask(desk, 'read-agreement-state', { customerId })).toEqual({ isAccepted: false, how: 'none' });
  });

  it('has a text for the country, and the question keeps to its place', async () => {
    const desk = await openPracticeDesk();
    const { templateId } = await ask(desk, 'read-agreement-template', {});
    const { links } = await ask(desk, 'read-agreement-document', { templateId, country: 'IT', language: 'it-IT' });
    expect(links.every((link) => link.startsWith(`${desk.url}/portal/agreement-document/`))).toBe(true);
    expect(await desk.send('read-agreement-document', { templateId, country: 'IT', language: 'fr-FR' })).toMatchObject({ outcome: 'refused' });
    for (const bad of [{ templateId: '../x' }, { country: 'it' }, { country: 'I&' }]) {
      const input = { templateId, country: 'IT', language: 'it-IT', ...bad };
      expect(await desk.send('read-agreement-document', input)).toMatchObject({ outcome: 'refused', failure: { code: 'invalid-input' } });
    }
  });
});
