import { useEffect, useEffectEvent } from 'react';
import { useNavigate } from 'react-router';
import type { EventPayload } from '../../shared/contract/types.ts';
import { bridge } from '../platform/bridge.ts';
import { useServices } from '../platform/services.tsx';
import { useWorkOffline } from '../platform/use-work-offline.ts';
import { openPalette } from './palette-store.ts';

/** Does what was chosen in the native menu, and Ctrl/Cmd-K where there is no native menu to catch it. */
export function useMenuCommands(): void {
  const navigate = useNavigate();
  const { pull } = useServices();
  const offline = useWorkOffline();
  const obey = useEffectEvent(({ command }: EventPayload<'menu.chosen'>) => {
    switch (command) {
      case 'open-palette':
        return openPalette();
      case 'new-customer':
        return void navigate('/customers/new');
      case 'sync-now':
        return void pull.pullNow();
      case 'toggle-work-offline':
        return void offline.turn(!offline.isOn);
      case 'open-settings':
        return void navigate('/settings');
      case 'open-outbox':
        return void navigate('/outbox');
    }
  });
  useEffect(() => bridge.on('menu.chosen', (choice) => obey(choice)), []);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      openPalette();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
