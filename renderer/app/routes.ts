import type { RouteObject } from 'react-router';
import { features } from './features.ts';
import { NotFound } from './not-found.tsx';
import { ScreenError } from './screen-error.tsx';
import { Shell } from './shell.tsx';

/** All screens inside the frame. A screen that breaks leaves the frame standing. */
export const routes: readonly RouteObject[] = [
  {
    path: '/',
    Component: Shell,
    ErrorBoundary: ScreenError,
    children: [
      {
        ErrorBoundary: ScreenError,
        // A screen's code is read from the disk in milliseconds: the frame stands meanwhile, nothing flickers in it.
        HydrateFallback: () => null,
        children: [...features.flatMap((feature) => feature.routes), { path: '*', Component: NotFound }],
      },
    ],
  },
];
