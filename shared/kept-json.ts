import type { z } from 'zod';

/** What was kept as JSON text. What another version of the app wrote, or nobody, counts as nothing. */
export function readKept<Schema extends z.ZodType>(schema: Schema, text: string | undefined): z.infer<Schema> | undefined {
  if (text === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
