import { FluentProvider } from '@fluentui/react-components';
import { RouterProvider } from 'react-router/dom';
import { ServicesProvider } from '../platform/services.tsx';
import { FirstPull } from './first-pull.tsx';
import { router } from './router.ts';
import { StartFailed } from './start-failed.tsx';
import { useSystemTheme } from './theme.ts';
import { useBoot } from './use-boot.ts';
import { Welcome } from './welcome.tsx';

/** The window's content, from start to the open account. */
export function App() {
  const theme = useSystemTheme();
  return (
    <FluentProvider theme={theme}>
      <Stage />
    </FluentProvider>
  );
}

function Stage() {
  const boot = useBoot();
  switch (boot.stage.name) {
    case 'starting':
      return null; // Lasts a few milliseconds: a sign that flashes by would only disturb.
    case 'failed':
      return <StartFailed failure={boot.stage.failure} onRetry={boot.retry} />;
    case 'welcome':
      return <Welcome onOpened={boot.openAccount} />;
    case 'open':
      return (
        <ServicesProvider services={boot.stage.services}>
          <FirstPull><RouterProvider router={router} /></FirstPull>
        </ServicesProvider>
      );
  }
}
