import { EventEmitter } from 'node:events';
import type { RunningChromium } from './chromium.ts';
import type { LaunchOptions } from './launch-options.ts';
import type { ProfileClaim } from './single-instance.ts';
import type { Shortcut } from './page/wire.ts';

export type MailClient = 'present' | 'missing' | 'refusing';

const freshRecord = (): RunRecord => ({
  openedExternal: [], openedFiles: [], blockedRequests: [], notifications: [], clipboardText: '', clipboardHtml: '',
  mailClient: 'present', isOnline: true, dialogPaths: [],
});

/** What one run did that a test may ask about, and what a test may set. */
export interface RunRecord {
  readonly openedExternal: string[];
  /** Files handed to the system, with what was in them at that moment. */
  readonly openedFiles: { readonly path: string; readonly content: string }[];
  readonly blockedRequests: string[];
  readonly notifications: { readonly title: string; readonly body: string }[];
  clipboardText: string;
  clipboardHtml: string;
  /** How the system's mail client stands. */
  mailClient: MailClient;
  isOnline: boolean;
  /** Answers for the next file dialogs, first in first out. */
  readonly dialogPaths: string[];
}

interface CoreEvents {
  /** The look of the system, as the page sees it, or `themeSource` changed. */
  readonly look: [{ readonly isDark: boolean; readonly isHighContrast: boolean }];
  readonly shortcuts: [];
}

/** One window as the other parts of the runtime see it. */
export interface OpenWindow {
  readonly isDestroyed: () => boolean;
  readonly close: () => void;
}

/** State of this process's one run, set up by launch.ts before the app's main module is loaded. */
export interface Core {
  readonly options: LaunchOptions;
  readonly claim: ProfileClaim;
  readonly chromium: Promise<RunningChromium>;
  readonly windows: Set<OpenWindow>;
  readonly record: RunRecord;
  readonly events: EventEmitter<CoreEvents>;
  shortcuts: readonly Shortcut[];
  themeSource: 'system' | 'light' | 'dark';
}

let current: Core | undefined;

/** Starts the run's state. Chromium may still be starting. */
export const beginRun = (options: LaunchOptions, claim: ProfileClaim, chromium: Promise<RunningChromium>): Core => {
  current = {
    options,
    claim,
    chromium,
    windows: new Set(),
    record: freshRecord(),
    events: new EventEmitter(),
    shortcuts: [],
    themeSource: 'system',
  };
  return current;
};

/** The run's state. */
export const core = (): Core => {
  if (current === undefined) {
    throw new Error('the Chromium runtime was not started with build/runtime/launch.ts');
  }
  return current;
};
