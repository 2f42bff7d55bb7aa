import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { detectRuntime } from '../support/app-launch.ts';
import { openDesk } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';
import { testFolder } from '../support/folder.ts';
import { practiceUrlOf, readLedger } from '../support/ledger.ts';
import { jobJourney } from './job-journey.ts';
import type { Journey } from './journey.ts';
import { orderJourney } from './order-journey.ts';
import { partnershipJourney } from './partnership-journey.ts';
import { subscriptionsJourney } from './subscriptions-journey.ts';
import { readTourOptions } from './tour-options.ts';
import type { JourneyName, TourOptions } from './tour-options.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const journeys: Readonly<Record<JourneyName, Journey>> = {
  job: jobJourney, partnership: partnershipJourney, order: orderJourney, subscriptions: subscriptionsJourney,
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** A picture of the window as a person would look at it: nothing moving, no tooltip left over. */
async function takePicture(page: Page, path: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
}

/** Plays every step and takes its picture; gives the number of pictures. */
async function play(desk: Desk, { steps, pictures }: Journey, out: string, isPictures: boolean): Promise<number> {
  for (const [index, step] of steps.entries()) {
    const start = performance.now();
    const shown = await step.play(desk);
    const visitor = typeof shown === 'object' ? shown : undefined;
    const picture = join(out, `${`${index + 1}`.padStart(2, '0')}-${step.name}.png`);
    await takePicture(visitor?.page ?? desk.page, picture);
    await visitor?.close();
    if (isPictures && pictures.has(step.name)) copyFileSync(picture, join(root, 'build', 'pictures', `${step.name}.png`));
    say(`${`${index + 1}`.padStart(2)}. ${step.what} (${Math.round(performance.now() - start)} ms)`);
  }
  return steps.length;
}

/** What the page itself complained of or tried; empty when all is well. */
async function complaintsOf(desk: Desk): Promise<readonly string[]> {
  const blocked = await desk.app.blockedRequests();
  return [
    ...desk.errors.map((error) => `the page complained: ${error}`),
    ...blocked.map((url) => `the page tried to reach ${url}`),
  ];
}

async function run({ journey: name, out = join(root, 'test-results', 'tour', name), ...options }: TourOptions): Promise<boolean> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const runtime = detectRuntime();
  const folder = testFolder();
  const external = process.env['PROVIDER_DESK_PRACTICE_URL'];
  const journey = journeys[name];
  const desk = await openDesk({ ...options, folder: folder.path });
  try {
    const screenshots = await play(desk, journey, out, options.isPictures);
    const { figures, problems: wrong } = await journey.outcome(await readLedger(external ?? practiceUrlOf(desk.profile) ?? ''), desk);
    const problems = [...wrong, ...(await complaintsOf(desk))];
    for (const problem of problems) say(`! ${problem}`);
    say(JSON.stringify({ runtime, journey: name, ok: problems.length === 0, ...figures, screenshots }));
    return problems.length === 0;
  } catch (error) {
    await takePicture(desk.page, join(out, 'failed.png')).catch(() => undefined);
    say(`! ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    for (const problem of desk.errors) say(`! the page complained: ${problem}`);
    say(JSON.stringify({ runtime, journey: name, ok: false, screenshots: 0 }));
    return false;
  } finally {
    await desk.app.close();
    folder.remove();
  }
}

process.exitCode = (await run(readTourOptions(process.argv.slice(2)))) ? 0 : 1;
