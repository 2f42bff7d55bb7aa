import type { Account } from '../../shared/domain/account.ts';
import { openMirror } from '../data/mirror/open-mirror.ts';
import { openWorkStore } from '../data/work/open-work-store.ts';
import { lateCode } from '../sync/late-code.ts';
import { lateOutbox } from '../sync/late-outbox.ts';
import { lateRadar } from '../sync/late-radar.ts';
import { pullControl } from '../sync/pull-controller.ts';
import { bridgeGateway } from '../sync/sync-gateway.ts';
import { bridge } from './bridge.ts';
import { systemClock as clock } from './clock.ts';
import { openConnectivityStore } from './connectivity-store.ts';
import { reportBug } from './report-bug.ts';
import type { Services } from './services.tsx';
import { windowVisibility } from './window-visibility.ts';

/**
 * Opens both databases of an account and starts its outbox, its radar, its briefcase and the watch over its partnerships. Rejects when a
 * database cannot be opened.
 */
export async function openServices(account: Account): Promise<Services> {
  const [work, mirror, connectivity] = await Promise.all([
    openWorkStore(account, clock),
    openMirror(account.id),
    openConnectivityStore(bridge),
  ]);
  const pull = pullControl({ account, work, mirror, bridge, clock });
  // None of them is needed for the first screen: their code is read when the frame is on its way.
  const outbox = lateOutbox(async () => {
    const [{ startOutbox }, { bridgeEnvelopes }] = await Promise.all([import('../sync/sync-runner.ts'), import('../sync/given-up-envelopes.ts')]);
    return startOutbox({
      account, work, mirror, clock, connectivity,
      gateway: bridgeGateway(bridge),
      envelopes: bridgeEnvelopes(bridge, account.id),
      refreshCustomer: (id) => pull.refreshCustomer(id),
      onResume: (listener) => bridge.on('system.resumed', listener),
      report: reportBug,
    });
  }, reportBug);
  const radar = lateRadar(async () => {
    const { startRadar } = await import('../sync/reseller-radar.ts');
    return startRadar({ account, work, mirror, bridge, clock, connectivity, report: reportBug });
  }, reportBug);
  const briefcase = lateCode(async () => {
    const { startBriefcase } = await import('../sync/briefcase-runner.ts');
    return startBriefcase({ account, work, mirror, bridge, pull, clock, connectivity, report: reportBug });
  }, reportBug);
  import('../sync/partnership-watch.ts').then(
    ({ watchPartnerships }) =>
      watchPartnerships({ work, mirror, pull, clock, connectivity, visibility: windowVisibility, report: reportBug }),
    reportBug,
  );
  return { account, work, mirror, outbox, connectivity, pull, radar, briefcase };
}
