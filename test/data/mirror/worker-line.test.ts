import { describe, expect, it } from 'vitest';
import { MirrorClient, mirrorOver } from '../../../renderer/data/mirror/mirror-client.ts';
import { hostMirror } from '../../../renderer/data/mirror/mirror-host.ts';
import { CustomerTenantId, newAccountId } from '../../../shared/ids.ts';
import type { Mirror } from '../../../shared/ports/mirror.ts';
import { customerId, portTo, pullTenant } from './pull-tenant.ts';

interface Ends {
  readonly client: MirrorClient;
  readonly mirror: Mirror;
  readonly port: MessagePort;
  readonly close: () => void;
}

/** The window's and the worker's end of one line, both in this thread. */
function ends(): Ends {
  const { port1, port2 } = new MessageChannel();
  hostMirror(port2);
  const client = new MirrorClient(port1);
  port1.start();
  port2.start();
  return { client, mirror: mirrorOver(client), port: port1, close: () => port1.close() };
}

describe('the line between window and store worker', () => {
  it('carries calls, a pull port and news', async () => {
    const { client, mirror, close } = ends();
    await client.open(newAccountId());
    const told = Promise.withResolvers<void>();
    const stop = mirror.subscribe((topics) => topics.includes('customers') && told.resolve());
    const customers = [{ id: customerId(1), name: 'Birra', domain: 'birra.example' }];
    const status = await mirror.pull(portTo(pullTenant({ customers })));
    expect(status.collections.customers.count).toBe(1);
    await told.promise;
    stop();
    expect((await mirror.customers({ text: 'irr', offset: 0, limit: 5 })).total).toBe(1);
    expect(await mirror.customer(CustomerTenantId.parse(customerId(2)))).toBeUndefined();
    close();
  });

  it('answers a call whose work fails over there with its error', async () => {
    const { client, port, close } = ends();
    await client.open(newAccountId());
    const reply = Promise.withResolvers<unknown>();
    port.addEventListener('message', (event: MessageEvent<unknown>) => reply.resolve(event.data));
    port.postMessage({ type: 'call', id: 99, method: 'customer', args: [] });
    expect(await reply.promise).toMatchObject({ type: 'failed', id: 99, error: { name: 'TypeError' } });
    close();
  });

  it('rejects what waits, and what comes later, when the worker dies', async () => {
    const { client, mirror, close } = ends();
    await client.open(newAccountId());
    const waiting = mirror.resellers();
    client.break(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    await expect(mirror.resellers()).rejects.toThrow('gone');
    close();
  });
});
