import { z } from 'zod';
import { readKept } from '../../shared/kept-json.ts';
import type { WorkStore } from '../../shared/ports/work-store.ts';

type Settings = Pick<WorkStore, 'setting' | 'saveSetting'>;

/** One thing that was asked for: asked again, it is another one. */
export interface KeptAsk<What extends string> {
  readonly id: string;
  readonly what: What;
}

/** What a person asked of work that goes on in one window, kept so that any window may ask and the end of the app forgets nothing. */
export interface KeptAsks<What extends string> {
  save(settings: Settings, what: What): Promise<void>;
  /** What was asked for last and nobody has acted on yet. */
  open(settings: Settings): Promise<KeptAsk<What> | undefined>;
  markHeard(settings: Settings, ask: KeptAsk<What>): Promise<void>;
}

/** The asks kept under a name. */
export function keptAsks<const What extends string>(name: string, whats: readonly [What, ...What[]]): KeptAsks<What> {
  const Ask = z.object({ id: z.string(), what: z.enum(whats) });
  const [askSetting, heardSetting] = [`${name}.ask`, `${name}.heard`];
  return {
    save: (settings, what) => settings.saveSetting(askSetting, JSON.stringify({ id: crypto.randomUUID(), what })),
    open: async (settings) => {
      const ask = readKept(Ask, await settings.setting(askSetting));
      return ask === undefined || ask.id === (await settings.setting(heardSetting)) ? undefined : ask;
    },
    markHeard: (settings, { id }) => settings.saveSetting(heardSetting, id),
  };
}
