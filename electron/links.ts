import { shell } from 'electron';
import type { Nothing } from '../shared/contract/call.ts';
import { failure } from '../shared/contract/failure.ts';
import { err, ok } from '../shared/result.ts';
import type { Result } from '../shared/result.ts';
import { isAllowedLink, isPageOf } from './link-rule.ts';

/** The one way out of the app: opens an allowed page in the system's browser, refuses any other (decision D10). */
export async function openLink(text: string): Promise<Result<Nothing>> {
  if (!isAllowedLink(text)) return err(failure('link-not-allowed'));
  await shell.openExternal(new URL(text).href);
  return ok({});
}

/** Opens a page of one server only: the portal of an account, which for practice is on this computer (decision D10). */
export async function openPageOf(text: string, origin: string): Promise<Result<Nothing>> {
  if (!isPageOf(text, origin)) return err(failure('link-not-allowed'));
  await shell.openExternal(new URL(text).href);
  return ok({});
}
