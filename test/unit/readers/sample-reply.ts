import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Sample = z.object({ request: z.object({ body: z.unknown() }), response: z.object({ body: z.unknown() }) });

const sample = (name: string): z.infer<typeof Sample> =>
  Sample.parse(JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8')));

/** The published reply of a scenario. */
export const sampleReply = (name: string): unknown => sample(name).response.body;
/** The published request body of a scenario (some are in PascalCase). */
export const sampleRequest = (name: string): unknown => sample(name).request.body;

/** The same value with every key in PascalCase, as some editions of the service answer. */
export function inPascalCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inPascalCase);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.charAt(0).toUpperCase() + key.slice(1), inPascalCase(inner)]),
  );
}
