import { afterEach, describe, expect, it, vi } from 'vitest';
import { bridge } from '../../../renderer/platform/bridge.ts';
import { bridgeGateway } from '../../../renderer/sync/sync-gateway.ts';
import { contract } from '../../../shared/contract/contract.ts';
import { failure } from '../../../shared/contract/failure.ts';
import type { AppBridge } from '../../../shared/contract/types.ts';
import { page } from './bridge-page.ts';
import { account, newCustomer, wake } from './sync-builders.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

const online = { isOnline: true, reason: 'online' };

describe('the bridge', () => {
  it('answers what fits the contract', async () => {
    page(async () => ({ ok: true, value: online }));
    expect(await bridge.call('connectivity.read', {})).toEqual({ ok: true, value: online });
    page(async () => ({ ok: false, error: failure('account-missing') }));
    expect(await bridge.call('connectivity.read', {})).toEqual({ ok: false, error: failure('account-missing') });
  });

  it.each([undefined, null, 7, {}, { ok: true }, { ok: true, value: { isOnline: 'yes' } }, { ok: false }, { ok: false, error: { code: 'odd' } }])(
    'takes %o for a failure',
    async (reply) => {
      page(async () => reply);
      expect(await bridge.call('connectivity.read', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
    },
  );

  it('takes a call that never arrived for a failure', async () => {
    page(() => Promise.reject(new Error('channel closed')));
    expect(await bridge.call('app.info', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
  });

  it('passes on events that fit, until stopped, and reports the others', async () => {
    const call = vi.fn<AppBridge['call']>(async () => ({ ok: true, value: {} }));
    const { emit } = page(call);
    const seen: unknown[] = [];
    const stop = bridge.on('connectivity.changed', (event) => seen.push(event));
    emit(online);
    emit({ isOnline: 1 });
    stop();
    emit(online);
    expect(seen).toEqual([online]);
    expect(call).toHaveBeenCalledWith('log.report', expect.anything());
  });

  it('waits for the port of its own pull', async () => {
    const { port1: mine, port2: stranger } = new MessageChannel();
    const { post } = page(async (_, input) => {
      post(crypto.randomUUID(), stranger);
      post(contract.pull.open.in.parse(input).pullId, mine);
      return { ok: true, value: {} };
    });
    const port = await bridge.openPullPort(account.id);
    expect(port.ok && port.value === mine).toBe(true);
    mine.close();
    stranger.close();
    page(async () => ({ ok: false, error: failure('offline') }));
    expect(await bridge.openPullPort(account.id)).toMatchObject({ ok: false, error: { code: 'offline' } });
  });
});

describe('the gateway behind it', () => {
  const [effect] = wake(newCustomer()).effects;
  if (!effect) throw new Error('nothing to send');

  it.each([
    ['invalid-input', 'not-sent'],
    ['refused-sender', 'not-sent'],
    ['internal', 'no-answer'],
  ] as const)('takes %s for %s', async (code, outcome) => {
    page(async () => ({ ok: false, error: failure(code) }));
    expect(await bridgeGateway(bridge).exchange(effect.outgoing)).toMatchObject({ outcome, failure: { code } });
  });

  it('passes on what the main process says', async () => {
    page(async () => ({ ok: true, value: { outcome: 'answered', value: 1, correlationId: 'c' } }));
    expect(await bridgeGateway(bridge).exchange(effect.outgoing)).toMatchObject({ outcome: 'answered', value: 1 });
  });
});
