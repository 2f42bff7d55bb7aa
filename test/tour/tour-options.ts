import { parseArgs } from 'node:util';
import { z } from 'zod';

/** What the tour can play. */
export const journeyNames = ['job', 'partnership', 'order', 'subscriptions'] as const;
export type JourneyName = (typeof journeyNames)[number];

/** What the command line decides about one tour. */
export interface TourOptions {
  readonly journey: JourneyName;
  readonly language: 'en' | 'it';
  readonly theme: 'light' | 'dark';
  readonly size: { readonly width: number; readonly height: number };
  /** Also refreshes the product's own pictures. */
  readonly isPictures: boolean;
  readonly out: string | undefined;
}

const Options = z.object({
  journey: z.enum(journeyNames, `the tour plays ${journeyNames.join(' or ')}`).default('job'),
  language: z.enum(['en', 'it'], '--language must be en or it').default('en'),
  theme: z.enum(['light', 'dark'], '--theme must be light or dark').default('light'),
  size: z.string().regex(/^\d{3,4}x\d{3,4}$/u, '--size must be like 1280x800').default('1280x800'),
  pictures: z.boolean().default(false),
  out: z.string().min(1, '--out needs a folder').optional(),
});

/**
 * Reads `[job|partnership|order|subscriptions] [--language en|it] [--theme light|dark] [--size WxH] [--pictures] [--out DIR]`; throws with one
 * sentence.
 */
export function readTourOptions(args: readonly string[]): TourOptions {
  const text = { type: 'string' } as const;
  const options = { language: text, theme: text, size: text, pictures: { type: 'boolean' }, out: text } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [journey, ...more] = positionals;
  if (more.length > 0) throw new Error(`the tour plays one journey at a time, not ${positionals.join(', ')}`);
  const read = Options.safeParse({ ...values, journey });
  if (!read.success) throw new Error(read.error.issues[0]?.message ?? 'bad options');
  const { language, theme, size, pictures, out } = read.data;
  const [width = 1280, height = 800] = size.split('x').map(Number);
  return { journey: read.data.journey, language, theme, size: { width, height }, isPictures: pictures, out };
}
