import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { faultSchema } from './fault-schemas.ts';
import { type PracticeOptions, startPractice } from './server.ts';

const USAGE =
  'usage: practice --port N [--seed small|large] [--state FILE] [--faults FILE]\n' +
  '  [--rate N] [--customer-rate N] [--write-rate N] [--customer-write-rate N]';

const rateOf = (name: string) =>
  z
    .string()
    .regex(/^\d{1,6}$/u, `--${name} must be a number of requests a minute, 0 for no limit`)
    .transform(Number)
    .optional();

const flagsSchema = z.object({
  port: z
    .string()
    .regex(/^\d{1,5}$/u, '--port must be a number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, '--port must be a number from 0 to 65535')
    .optional(),
  seed: z.enum(['small', 'large'], '--seed must be small or large').default('small'),
  state: z.string().min(1, '--state needs a file').optional(),
  faults: z.string().min(1, '--faults needs a file').optional(),
  rate: rateOf('rate'),
  'customer-rate': rateOf('customer-rate'),
  'write-rate': rateOf('write-rate'),
  'customer-write-rate': rateOf('customer-write-rate'),
});

/** Options from the command line; throws an Error with one clear sentence when a flag is wrong. */
function readOptions(args: readonly string[]): PracticeOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args: [...args], options: Object.fromEntries(Object.keys(flagsSchema.shape).map((name) => [name, text])) });
  const flags = flagsSchema.safeParse(values);
  if (!flags.success) throw new Error(flags.error.issues[0]?.message ?? 'bad flags');
  const { port, seed, state, faults } = flags.data;
  const list = faults === undefined ? undefined : z.array(faultSchema).safeParse(JSON.parse(readFileSync(faults, 'utf8')));
  if (list?.success === false) throw new Error(`${faults ?? ''} is not a JSON array of faults`);
  return {
    seed,
    ...(port === undefined ? {} : { port }),
    ...(state === undefined ? {} : { stateFile: state }),
    ...(list === undefined ? {} : { faults: list.data }),
    requestsPerMinute: flags.data.rate ?? 0,
    customerRequestsPerMinute: flags.data['customer-rate'] ?? 0,
    writesPerMinute: flags.data['write-rate'] ?? 0,
    customerWritesPerMinute: flags.data['customer-write-rate'] ?? 0,
  };
}

async function run(): Promise<void> {
  let options: PracticeOptions;
  try {
    options = readOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  const server = await startPractice(options);
  process.stdout.write(`${JSON.stringify({ url: server.url, token: server.token })}\n`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      void server.close().then(() => process.exit(0));
    });
}

await run().catch((error: unknown) => {
  process.stderr.write(`the practice tenant could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
