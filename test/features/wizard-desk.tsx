import { locks } from 'node:worker_threads';
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { cleanup, configure, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { UserEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { createMemoryRouter } from 'react-router';
import type { RouteObject } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { afterEach, expect, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { openWorkStore } from '../../renderer/data/work/open-work-store.ts';
import type { OpenWorkStore } from '../../renderer/data/work/open-work-store.ts';
import { feature as carts } from '../../renderer/features/carts/feature.ts';
import { NewCustomerPage } from '../../renderer/features/customers/new/new-customer-page.tsx';
import { feature as envelopes } from '../../renderer/features/envelopes/feature.ts';
import { feature as outboxFeature } from '../../renderer/features/outbox/feature.ts';
import { feature as quotes } from '../../renderer/features/quotes/feature.ts';
import { feature as subscriptions } from '../../renderer/features/subscriptions/feature.ts';
import { bridge } from '../../renderer/platform/bridge.ts';
import { ServicesProvider } from '../../renderer/platform/services.tsx';
import { startRadar } from '../../renderer/sync/reseller-radar.ts';
import { startOutbox } from '../../renderer/sync/sync-runner.ts';
import { startText } from '../../renderer/text/i18n.ts';
import type { Language } from '../../renderer/text/language.ts';
import type { Connectivity } from '../../shared/contract/contract.ts';
import type { Account } from '../../shared/domain/account.ts';
import { AccountId } from '../../shared/ids.ts';
import type { Incoming } from '../../shared/sync/exchange.ts';
import type { Mirror } from '../../shared/ports/mirror.ts';
import type { OutboxControl } from '../../shared/ports/outbox-control.ts';
import type { Fault } from '../unit/sync/model-server.ts';
import { ModelServer } from '../unit/sync/model-server.ts';
import { account } from '../unit/sync/sync-builders.ts';
import { HandClock } from '../data/work/outbox-desk.ts';
import { memoryMirror } from './wizard-mirror.ts';

// A busy machine draws late; what never comes still fails.
configure({ asyncUtilTimeout: 5000 });

/** What the main process answers; a call that is not here answers an empty value. */
export const mainProcess = new Map<string, (input: unknown) => unknown>();
const said: { readonly name: string; readonly input: unknown }[] = [];
export const calls = (name: string): readonly unknown[] => said.filter((call) => call.name === name).map((call) => call.input);

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  cleanup();
  for (const close of closing.splice(0)) await close();
  mainProcess.clear();
  said.length = 0;
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function fakeWindow(): void {
  vi.stubGlobal('app', {
    call: async (name: string, input: unknown) => {
      said.push({ name, input });
      return { ok: true, value: mainProcess.get(name)?.(input) ?? {} };
    },
    on: () => () => undefined,
  });
  // jsdom lays nothing out.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(720);
  Element.prototype.scrollIntoView = () => undefined;
}

export interface WizardDesk {
  readonly account: Account;
  readonly work: OpenWorkStore;
  readonly outbox: OutboxControl;
  readonly server: ModelServer;
  readonly clock: HandClock;
  readonly user: UserEvent;
  /** The trouble the next calls meet, by the name of the call. */
  readonly faults: Map<string, Fault>;
  /** What the next call of that name is answered, instead of the server's own answer. */
  readonly answers: Map<string, Incoming>;
  readonly setOnline: (isOnline: boolean) => void;
  /** Shows the wizards, the outbox and the envelopes at an address; answers where the user is. */
  readonly show: (path: string) => () => string;
}

export interface WizardDeskOptions {
  readonly isOnline?: boolean;
  readonly language?: Language;
  /** What the offline copy answers otherwise than the few rows do. */
  readonly mirror?: Partial<Mirror>;
}

/** A work store and an outbox as in the product, a server in memory, and the offline copy as a few rows. */
export async function openWizardDesk({ isOnline = false, language = 'en', mirror: known }: WizardDeskOptions = {}): Promise<WizardDesk> {
  fakeWindow();
  await startText(language);
  const owner: Account = { ...account, id: AccountId.parse(crypto.randomUUID()) };
  const clock = new HandClock();
  const work = await openWorkStore(owner, clock);
  const mirror = { ...memoryMirror(), ...known };
  const server = new ModelServer(0);
  const faults = new Map<string, Fault>();
  const answers = new Map<string, Incoming>();
  const connectivity = createStore<Connectivity>(() => ({ isOnline, reason: isOnline ? 'online' : 'no-network' }));
  const outbox = await startOutbox({
    account: owner,
    work,
    mirror,
    clock,
    connectivity,
    locks,
    gateway: {
      exchange: async (outgoing) => {
        const scripted = answers.get(outgoing.call);
        answers.delete(outgoing.call);
        if (scripted !== undefined) return scripted;
        const fault = faults.get(outgoing.call) ?? 'none';
        faults.delete(outgoing.call);
        return server.exchange(outgoing, fault, clock.now());
      },
    },
  });
  const radar = startRadar({
    account: owner, work, mirror, bridge, clock, connectivity, locks, callsPerMinute: Infinity,
    report: (error) => {
      throw error;
    },
  });
  closing.push(async () => {
    await radar.close();
    await outbox.stop();
    work.close();
  });
  const services = {
    account: owner,
    work,
    mirror,
    outbox,
    connectivity,
    radar,
    // no screen of these tests shows it
    briefcase: { get: () => new Promise<never>(() => undefined) },
    pull: {
      pullNow: async () => undefined,
      stop: async () => undefined,
      refreshCustomer: async () => ({ ok: true as const, value: undefined }),
      refreshResellers: async () => ({ ok: true as const, value: undefined }),
      refreshBusiness: async () => ({ ok: true as const, value: undefined }),
      downloadPriceList: async () => ({ kind: 'cancelled' as const }),
    },
  };
  const routes: RouteObject[] = [
    { path: 'customers/new', Component: NewCustomerPage },
    ...carts.routes,
    ...outboxFeature.routes,
    ...envelopes.routes,
    ...quotes.routes,
    ...subscriptions.routes,
    { path: '*', element: null },
  ];
  return {
    account: owner,
    work,
    outbox,
    server,
    clock,
    faults,
    answers,
    user: userEvent.setup(),
    setOnline: (online) => connectivity.setState({ isOnline: online, reason: online ? 'online' : 'no-network' }),
    show: (path) => {
      const router = createMemoryRouter(routes, { initialEntries: [path] });
      render(
        <FluentProvider theme={webLightTheme}>
          <ServicesProvider services={services}>
            <RouterProvider router={router} />
          </ServicesProvider>
        </FluentProvider>,
      );
      return () => `${router.state.location.pathname}${router.state.location.search}`;
    },
  };
}

/** No serious finding on what is on screen. Colours are measured in the real window: jsdom draws nothing. */
export async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
}

/**
 * The dialog that has just been opened. The component library hides it from screen readers until the keyboard is in it,
 * which in a real window is at once; jsdom lays nothing out, so there it may never be. Ask for what is in it with `hidden`.
 */
export const openDialog = (): Promise<HTMLElement> => screen.findByRole('alertdialog', { hidden: true });
