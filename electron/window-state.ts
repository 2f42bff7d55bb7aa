import { z } from 'zod';

/** Where the window was. */
export const WindowState = z.object({
  x: z.number().int().optional(),
  y: z.number().int().optional(),
  width: z.number().int().min(1024).catch(1280),
  height: z.number().int().min(700).catch(800),
  isMaximized: z.boolean().catch(false),
});
export type WindowState = z.infer<typeof WindowState>;

export const firstWindowState: WindowState = { width: 1280, height: 800, isMaximized: false };

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Drops a place that no screen shows any more, so that the window never opens where nobody sees it. */
export function visibleState(state: WindowState, screens: readonly Area[]): WindowState {
  const { x, y, ...size } = state;
  if (x === undefined || y === undefined) return size;
  const isSeen = screens.some((area) => {
    const isAcross = x + 100 > area.x && x + 100 < area.x + area.width;
    return isAcross && y >= area.y && y + 40 < area.y + area.height;
  });
  return isSeen ? state : size;
}
