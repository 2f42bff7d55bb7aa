import { useCallback } from 'react';
import type { CustomerTenantId } from '../../shared/ids.ts';
import { useServices } from './services.tsx';
import { useOnlineReading } from './use-online-reading.ts';
import type { OnlineReading } from './use-online-reading.ts';

/** Reads a customer from the server when its page is opened online, and when asked. */
export function useRefreshedCustomer(id: CustomerTenantId): OnlineReading {
  const { pull } = useServices();
  return useOnlineReading(useCallback(() => pull.refreshCustomer(id), [pull, id]));
}
