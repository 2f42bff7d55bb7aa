import { useEffect } from 'react';
import { needsPerson } from '../../shared/sync/operation.ts';
import { outboxUnits } from '../../shared/sync/outbox-units.ts';
import { bridge } from '../platform/bridge.ts';
import { useLive } from '../platform/services.tsx';

/** Keeps the number on the dock or taskbar: how many things need a person. */
export function useBadge(): void {
  const count = useLive(async (work) => outboxUnits((await work.operations()).filter(needsPerson)).length, []);
  useEffect(() => {
    if (count !== undefined) void bridge.call('app.setBadge', { count: Math.min(count, 9999) });
  }, [count]);
}
