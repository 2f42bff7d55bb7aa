import { fireEvent, screen } from '@testing-library/react';
import { vi } from 'vitest';
import { showAllRequests, searchRequests } from '../../renderer/features/resellers/requests/requests-view-store.ts';
import { failure } from '../../shared/contract/failure.ts';
import type { FailureCode } from '../../shared/contract/failure.ts';
import type { PullTenant } from '../data/mirror/pull-tenant.ts';
import { mainProcess, openListsDesk } from './lists-desk.tsx';
import type { ListsDesk } from './lists-desk.tsx';
import { threeResellers } from './reseller-desk.ts';

export const ownLink = 'https://partner.microsoft.com/commerce/invitation?id=own-4890001';

export interface PartnershipDesk extends ListsDesk {
  /** Calls the main process refuses from now on, each with its code. */
  readonly refusals: Map<string, FailureCode>;
}

/** The whole app on three resellers, with the account's own link known and a mail client that opens what it is given. */
export async function openPartnershipDesk(tenant: Partial<PullTenant> = {}): Promise<PartnershipDesk> {
  const desk = await openListsDesk({ resellers: threeResellers, ...tenant });
  await desk.services.pull.pullNow();
  searchRequests('');
  showAllRequests(false);
  mainProcess.set('links.read', () => ({ partnership: ownLink }));
  mainProcess.set('mail.open', () => ({ openedAs: 'mailto' }));
  const refusals = new Map<string, FailureCode>();
  const { call, on } = window.app;
  vi.stubGlobal('app', {
    on,
    call: async (name: string, input: unknown) => {
      const code = refusals.get(name);
      return code === undefined ? call(name, input) : { ok: false, error: failure(code) };
    },
  });
  return { ...desk, refusals };
}

export const goOffline = ({ services }: ListsDesk): void => services.connectivity.setState({ isOnline: false, reason: 'no-network' });

export const button = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('button', { name });
export const field = (name: string | RegExp): Promise<HTMLInputElement> => screen.findByRole<HTMLInputElement>('textbox', { name });

/** Puts a whole text into a field at once, as a paste does. */
export async function fill(name: string | RegExp, value: string): Promise<void> {
  fireEvent.change(await field(name), { target: { value } });
}
