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

/** A profile with the practice tenant it belongs to; many cases begin from copies of both. */
export interface Prepared {
  readonly folder: TestFolder;
}

/** What is done on a new profile before the cases begin. */
export type Preparation = (desk: Desk) => Promise<unknown>;

/** Opens the app on a new profile, plays, and ends both. */
export async function prepareProfile(plays: readonly Preparation[]): Promise<Prepared> {
  const folder = testFolder();
  const practice = await spawnPracticeClient(['--port', '0', '--state', stateIn(folder)]);
  const desk = await openDesk({ folder: folder.path, practiceUrl: practice.url });
  try {
    for (const play of plays) await play(desk);
  } finally {
    await desk.app.close();
    await practice.stop('SIGTERM');
  }
  return { folder };
}

/** Prepares customer, agreement and order without network, then whatever `more` adds; the practice tenant has done nothing yet. */
export const prepareOutbox = (more: readonly JobStep[] = []): Promise<Prepared> =>
  prepareProfile([...offlineSteps, ...more].map(({ play }) => (desk) => play(desk, milanJob)));

/** One case on its own copies, with its own practice tenant. */
export interface Case {
  readonly practice: PracticeClient;
  /** Ends the practice tenant and starts it again on what it kept; the app must be opened after that. */
  readonly restartPractice: (practiceFlags?: readonly string[]) => Promise<void>;
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

/** `practiceFlags`: how this case's practice tenant behaves, e.g. `['--rate', '30']`. */
export async function openCase(prepared: Prepared, practiceFlags: readonly string[] = []): Promise<Case> {
  const folder = testFolder();
  copyProfile(profileIn(prepared.folder.path), profileIn(folder.path));
  copyFileSync(prepared.folder.at('keychain'), folder.at('keychain'));
  copyFileSync(stateIn(prepared.folder), stateIn(folder));
  const start = (flags: readonly string[]) => spawnPracticeClient(['--port', '0', '--state', stateIn(folder), ...flags]);
  let practice = await start(practiceFlags);
  let last: Desk | undefined;
  return {
    get practice() {
      return practice;
    },
    restartPractice: async (flags = []) => {
      await practice.stop('SIGTERM');
      practice = await start(flags);
    },
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

export interface Cases {
  readonly begin: (practiceFlags?: readonly string[]) => Promise<Case>;
}

/** Cases of one test file: one prepared profile for all, and each case ended after its test. Call it inside `describe`. */
export function casesFrom(prepare: () => Promise<Prepared>): Cases {
  let prepared: Prepared | undefined;
  let run: Case | undefined;
  beforeAll(async () => {
    prepared = await prepare();
  });
  afterEach(async () => {
    await run?.end();
    run = undefined;
  });
  afterAll(() => prepared?.folder.remove());
  return {
    begin: async (practiceFlags) => {
      if (prepared === undefined) throw new Error('The profile is prepared before the first test begins');
      run = await openCase(prepared, practiceFlags);
      return run;
    },
  };
}

/** Cases that begin with customer, agreement and order in the outbox; see {@link prepareOutbox}. */
export const preparedCases = (more: readonly JobStep[] = []): Cases => casesFrom(() => prepareOutbox(more));
