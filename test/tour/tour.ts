import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { detectRuntime } from '../support/app-launch.ts';
import { openDesk } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';
import { testFolder } from '../support/folder.ts';
import { jobSteps } from '../support/job-steps.ts';
import { milanJob } from '../support/job.ts';
import { ledgerFigures, practiceUrlOf, readLedger } from '../support/ledger.ts';
import type { LedgerFigures } from '../support/ledger.ts';
import { readTourOptions } from './tour-options.ts';
import type { TourOptions } from './tour-options.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Steps whose pictures stand in the README. */
const pictures: ReadonlySet<string> = new Set(['customers-waiting', 'cart', 'outbox', 'envelope', 'order']);

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** A picture of the window as a person would look at it: nothing moving, no tooltip left over. */
async function takePicture({ page }: Desk, path: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
}

/** Plays every step and takes its picture; gives the number of pictures. */
async function play(desk: Desk, { out, isPictures }: TourOptions): Promise<number> {
  for (const [index, step] of jobSteps.entries()) {
    const start = performance.now();
    await step.play(desk, milanJob);
    const picture = join(out, `${`${index + 1}`.padStart(2, '0')}-${step.name}.png`);
    await takePicture(desk, picture);
    if (isPictures && pictures.has(step.name)) copyFileSync(picture, join(root, 'build', 'pictures', `${step.name}.png`));
    say(`${`${index + 1}`.padStart(2)}. ${step.what} (${Math.round(performance.now() - start)} ms)`);
  }
  return jobSteps.length;
}

/** What is wrong with a run, in words; empty when it went as it must. */
async function problemsOf(desk: Desk, figures: LedgerFigures): Promise<readonly string[]> {
  const blocked = await desk.app.blockedRequests();
  return [
    ...(figures.customers === 1 ? [] : [`${figures.customers} customers were created instead of 1`]),
    ...(figures.orders === 1 ? [] : [`${figures.orders} orders were placed instead of 1`]),
    ...(figures.replays === 0 ? [] : [`${figures.replays} requests were sent twice`]),
    ...desk.errors.map((error) => `the page complained: ${error}`),
    ...blocked.map((url) => `the page tried to reach ${url}`),
  ];
}

async function run(options: TourOptions): Promise<boolean> {
  rmSync(options.out, { recursive: true, force: true });
  mkdirSync(options.out, { recursive: true });
  const runtime = detectRuntime();
  const folder = testFolder();
  const external = process.env['PROVIDER_DESK_PRACTICE_URL'];
  const desk = await openDesk({ ...options, folder: folder.path });
  try {
    const screenshots = await play(desk, options);
    const figures = ledgerFigures(await readLedger(external ?? practiceUrlOf(desk.profile) ?? ''));
    const problems = await problemsOf(desk, figures);
    for (const problem of problems) say(`! ${problem}`);
    const { customers, orders, ledgerWrites } = figures;
    say(JSON.stringify({ runtime, ok: problems.length === 0, customers, orders, ledgerWrites, screenshots }));
    return problems.length === 0;
  } catch (error) {
    await takePicture(desk, join(options.out, 'failed.png')).catch(() => undefined);
    say(`! ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    for (const problem of desk.errors) say(`! the page complained: ${problem}`);
    say(JSON.stringify({ runtime, ok: false, customers: 0, orders: 0, ledgerWrites: {}, screenshots: 0 }));
    return false;
  } finally {
    await desk.app.close();
    folder.remove();
  }
}

const options = readTourOptions(process.argv.slice(2), join(root, 'test-results', 'tour'));
process.exitCode = (await run(options)) ? 0 : 1;
