import { copyFileSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { openDesk, profileIn } from './desk.ts';
import type { Desk } from './desk.ts';
import { copyProfile, testFolder } from './folder.ts';
import type { TestFolder } from './folder.ts';
import { offlineSteps } from './job-steps.ts';
import type { JobStep } from './job-steps.ts';
import { milanJob } from './job.ts';
import { spawnPracticeClient } from './practice-client.ts';
import type { PracticeClient } from './practice-client.ts';
import type { Language } from './screen-text.ts';

const stateIn = (folder: TestFolder): string => folder.at('practice-state.json');

/** A profile whose outbox is full and whose practice tenant has done nothing yet; many cases begin from copies of it. */
export interface Prepared {
  readonly folder: TestFolder;
}

/** Prepares customer, agreement and order without network, then whatever `more` adds. */
export async function prepareOutbox(more: readonly JobStep[] = []): Promise<Prepared> {
  const folder = testFolder();
  const practice = await spawnPracticeClient(['--port', '0', '--state', stateIn(folder)]);
  const desk = await openDesk({ folder: folder.path, practiceUrl: practice.url });
  for (const { play } of [...offlineSteps, ...more]) await play(desk, milanJob);
  await desk.app.close();
  await practice.stop('SIGTERM');
  return { folder };
}

/** One case on its own copies, with its own practice tenant. */
export interface Case {
  readonly practice: PracticeClient;
  /** SHA-256 of the created customer's password, as the practice tenant keeps it. */
  readonly passwordHash: () => string | undefined;
  /** Starts the app on the case's profile: again and again, as after a crash. */
  readonly open: (language?: Language) => Promise<Desk>;
  /** Kills the app where it still runs, and clears up. */
  readonly end: () => Promise<void>;
}

interface StateLine {
  readonly events?: readonly { readonly type: string; readonly passwordHash?: string }[];
}

const hashIn = (file: string): string | undefined =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => (JSON.parse(line) as StateLine).events ?? [])
    .find(({ type }) => type === 'customer-created')?.passwordHash;

export async function openCase(prepared: Prepared): Promise<Case> {
  const folder = testFolder();
  copyProfile(profileIn(prepared.folder.path), profileIn(folder.path));
  copyFileSync(prepared.folder.at('keychain'), folder.at('keychain'));
  copyFileSync(stateIn(prepared.folder), stateIn(folder));
  const practice = await spawnPracticeClient(['--port', '0', '--state', stateIn(folder)]);
  let last: Desk | undefined;
  return {
    practice,
    passwordHash: () => hashIn(stateIn(folder)),
    open: async (language = 'en') => {
      last = await openDesk({ folder: folder.path, practiceUrl: practice.url, language });
      return last;
    },
    end: async () => {
      await last?.app.kill();
      await practice.stop('SIGKILL');
      folder.remove();
    },
  };
}

/** Cases of one test file: one prepared profile for all, and each case ended after its test. Call it inside `describe`. */
export function preparedCases(more: readonly JobStep[] = []): { readonly begin: () => Promise<Case> } {
  let prepared: Prepared | undefined;
  let run: Case | undefined;
  beforeAll(async () => {
    prepared = await prepareOutbox(more);
  });
  afterEach(async () => {
    await run?.end();
    run = undefined;
  });
  afterAll(() => prepared?.folder.remove());
  return {
    begin: async () => {
      if (prepared === undefined) throw new Error('The profile is prepared before the first test begins');
      run = await openCase(prepared);
      return run;
    },
  };
}
