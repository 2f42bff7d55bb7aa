import type { LetterErrand } from '../../../../shared/contract/contract.ts';
import { ok } from '../../../../shared/result.ts';
import type { Result } from '../../../../shared/result.ts';
import { bridge } from '../../../platform/bridge.ts';

/** How a letter leaves the app: into the mail client as fits best, as a draft file, or on the clipboard. */
export type HandOver = 'auto' | 'draft' | 'copy';
export type HandedOverAs = 'mailto' | 'draft' | 'copy';

/** Gives a letter to the mail client or the clipboard; answers what became of it. Nothing is sent by it. */
export async function handOverLetter(errand: LetterErrand, how: HandOver): Promise<Result<HandedOverAs>> {
  if (how === 'copy') {
    const copied = await bridge.call('mail.copy', errand);
    return copied.ok ? ok('copy') : copied;
  }
  const opened = await bridge.call('mail.open', { ...errand, as: how });
  return opened.ok ? ok(opened.value.openedAs) : opened;
}
