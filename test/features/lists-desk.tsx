import './lists-realm.ts';
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { cleanup, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { afterEach, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { routes } from '../../renderer/app/routes.ts';
import { openWorkStore } from '../../renderer/data/work/open-work-store.ts';
import type { OpenWorkStore } from '../../renderer/data/work/open-work-store.ts';
import { showAllCustomers } from '../../renderer/features/customers/customer-view-store.ts';
import { searchResellers } from '../../renderer/features/resellers/reseller-view-store.ts';
import { bridge } from '../../renderer/platform/bridge.ts';
import { ServicesProvider } from '../../renderer/platform/services.tsx';
import type { Services } from '../../renderer/platform/services.tsx';
import { operationCommands } from '../../renderer/sync/operation-commands.ts';
import { pullControl } from '../../renderer/sync/pull-controller.ts';
import { startBriefcase } from '../../renderer/sync/briefcase-runner.ts';
import { startRadar } from '../../renderer/sync/reseller-radar.ts';
import { startText } from '../../renderer/text/i18n.ts';
import type { Language } from '../../renderer/text/language.ts';
import type { Connectivity } from '../../shared/contract/contract.ts';
import { Account } from '../../shared/domain/account.ts';
import type { Briefcase } from '../../shared/ports/briefcase.ts';
import type { ResellerRadar } from '../../shared/ports/reseller-radar.ts';
import { ok } from '../../shared/result.ts';
import { openStore, handClock } from '../data/mirror/stores.ts';
import { portTo, pullTenant } from '../data/mirror/pull-tenant.ts';
import type { PullTenant } from '../data/mirror/pull-tenant.ts';

/** What the main process answers in these tests; a call that is not here fails like a lost reply. */
export const mainProcess = new Map<string, (input: unknown) => unknown>();
const said: { readonly name: string; readonly input: unknown }[] = [];

/** Every call the window made to the main process, in order. */
export const calls = (name: string): readonly unknown[] => said.filter((call) => call.name === name).map((call) => call.input);

function fakeWindow(): void {
  vi.stubGlobal('app', {
    call: async (name: string, input: unknown) => {
      said.push({ name, input });
      return { ok: true, value: mainProcess.get(name)?.(input) ?? {} };
    },
    on: () => () => undefined,
  });
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => undefined, removeEventListener: () => undefined }));
  // jsdom lays nothing out; the virtual table asks how much room it has.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(720);
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1000);
}

const open: OpenWorkStore[] = [];
const pulls = new Set<Promise<void>>();
const radars: ResellerRadar[] = [];
const briefcases: Briefcase[] = [];
afterEach(async () => {
  cleanup();
  for (const part of [...radars.splice(0), ...briefcases.splice(0)]) await part.close();
  // A pull behind the screens must not find its database closed.
  await Promise.all(pulls);
  pulls.clear();
  showAllCustomers();
  searchResellers('');
  for (const work of open.splice(0)) work.close();
  mainProcess.clear();
  said.length = 0;
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

export const testAccount = (): Account =>
  Account.parse({
    id: crypto.randomUUID(), kind: 'practice', tenantId: 'e0000000-0000-4000-8000-000000000000', name: 'Own', colour: 'teal',
    userName: 'sales@own.example',
  });

export interface ListsDesk {
  readonly services: Services & { readonly work: OpenWorkStore };
  readonly user: UserEvent;
  /** Shows the whole app at an address. */
  readonly show: (path: string) => void;
  /** Shows something else with the same services. */
  readonly showAlone: (content: ReactNode) => void;
}

/** No other window ever holds the lock. */
const oneWindow = (): LockManager => {
  const locks: object = { request: async (_name: string, _options: unknown, run: (lock: unknown) => unknown) => run({}) };
  return locks as LockManager;
};

/** A work store and a mirror as in the product, on a tenant that the test makes up; nothing is pulled yet. */
export async function openListsDesk(tenant: Partial<PullTenant> = {}, language: Language = 'en'): Promise<ListsDesk> {
  fakeWindow();
  await startText(language);
  const account = testAccount();
  const clock = { now: handClock().now, at: () => () => undefined };
  const work = await openWorkStore(account, clock);
  open.push(work);
  const mirror = await openStore();
  const server = pullTenant(tenant);
  const control = pullControl({
    account, work, mirror, clock,
    bridge: { call: bridge.call, openPullPort: async () => ok(portTo(server)) },
    locks: oneWindow(),
  });
  const pull = {
    ...control,
    pullNow: () => {
      const running = control.pullNow();
      pulls.add(running);
      return running;
    },
  };
  const nothing = async () => ok([]);
  const commands = operationCommands({ account, work, clock });
  const outbox = {
    wake: () => undefined, cancel: nothing, cancelAll: commands.cancelAll, stop: async () => undefined,
    decide: async () => ok(undefined), edit: async () => ok(undefined), retry: async () => ok(undefined),
    acknowledge: async () => ok(undefined),
  };
  const connectivity = createStore<Connectivity>(() => ({ isOnline: true, reason: 'online' }));
  const radar = startRadar({
    account, work, mirror, bridge, clock, connectivity, locks: oneWindow(), callsPerMinute: Infinity,
    report: (error) => {
      throw error;
    },
  });
  radars.push(radar);
  let briefcase: Promise<Briefcase> | undefined;
  const openBriefcase = async (): Promise<Briefcase> => {
    const opened = startBriefcase({
      account, work, mirror, bridge, pull, clock, connectivity, locks: oneWindow(), callsPerMinute: Infinity,
      report: (error) => {
        throw error;
      },
    });
    briefcases.push(opened);
    return opened;
  };
  const services = {
    account, work, mirror, outbox, pull, connectivity, radar,
    briefcase: {
      get: () => {
        briefcase ??= openBriefcase();
        return briefcase;
      },
    },
  };
  const showAlone = (content: ReactNode): void => {
    render(
      <FluentProvider theme={webLightTheme}>
        <ServicesProvider services={services}>{content}</ServicesProvider>
      </FluentProvider>,
    );
  };
  return {
    services,
    user: userEvent.setup(),
    showAlone,
    show: (path) => showAlone(<RouterProvider router={createMemoryRouter([...routes], { initialEntries: [path] })} />),
  };
}
