import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { launchApp } from './app-launch.ts';
import type { LaunchedApp } from './app-launch.ts';
import { mouse } from './hand.ts';
import type { Hand } from './hand.ts';
import { screenText } from './screen-text.ts';
import type { Language, ScreenText } from './screen-text.ts';

/** How to open the app as a person at the desk would. */
export interface DeskRequest {
  /** A test's own folder: the profile is `<folder>/profile`, the key of the system's keychain beside it. */
  readonly folder: string;
  readonly language?: Language;
  readonly theme?: 'light' | 'dark';
  readonly size?: { readonly width: number; readonly height: number };
  /** Address of a practice tenant that runs by itself; the app's own when absent. */
  readonly practiceUrl?: string;
  readonly hand?: (page: Page) => Hand;
}

/** The app, opened, with everything needed to work it through its window. */
export interface Desk {
  readonly app: LaunchedApp;
  readonly page: Page;
  readonly hand: Hand;
  readonly text: ScreenText;
  readonly profile: string;
  /** Errors that the page wrote to its console, or never caught. */
  readonly errors: readonly string[];
}

/** The profile folder of a test. */
export const profileIn = (folder: string): string => join(folder, 'profile');

function listen(page: Page): readonly string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
  });
  return errors;
}

/** Opens the app on the profile of a test's folder: a new one, or the one that is there. */
export async function openDesk(request: DeskRequest): Promise<Desk> {
  const { folder, language = 'en', theme = 'light', size = { width: 1280, height: 800 }, hand = mouse } = request;
  const profile = profileIn(folder);
  const app = await launchApp({
    profile,
    locale: language === 'it' ? 'it-IT' : 'en-US',
    colorScheme: theme,
    viewport: size,
    env: {
      PROVIDER_DESK_KEYCHAIN: join(folder, 'keychain'),
      ...(request.practiceUrl === undefined ? {} : { PROVIDER_DESK_PRACTICE_URL: request.practiceUrl }),
    },
  });
  const { page } = app;
  return { app, page, hand: hand(page), text: await screenText(language), profile, errors: listen(page) };
}

export const button = ({ page, text }: Desk, key: string): Locator => page.getByRole('button', { name: text(key), exact: true });
export const link = ({ page, text }: Desk, key: string): Locator =>
  page.getByRole('main').getByRole('link', { name: text(key), exact: true });
export const field = ({ page, text }: Desk, key: string): Locator => page.getByRole('textbox', { name: text(key), exact: true });
export const listField = ({ page, text }: Desk, key: string): Locator => page.getByRole('combobox', { name: text(key), exact: true });
export const search = ({ page, text }: Desk, key: string): Locator => page.getByRole('searchbox', { name: text(key), exact: true });
/** A list; one whose rows open in place is a grid of levels. */
export function table({ page, text }: Desk, key: string): Locator {
  const named = { name: text(key), exact: true };
  return page.getByRole('grid', named).or(page.getByRole('treegrid', named));
}

/** Waits for the screen with this heading. */
export const screen = ({ page }: Desk, heading: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 1, name: heading, ...(typeof heading === 'string' ? { exact: true } : {}) }).waitFor();

/** Goes to a place by the rail. Its entry may carry a number beside its name. */
export async function goTo(desk: Desk, key: string): Promise<void> {
  const rail = desk.page.getByRole('navigation', { name: desk.text('nav.label') });
  await desk.hand.press(rail.getByRole('link', { name: desk.text.startOf(key) }));
  await screen(desk, desk.text(key));
}
