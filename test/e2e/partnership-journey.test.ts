import { afterEach, describe, expect, it } from 'vitest';
import { seriousFindings } from '../support/accessibility.ts';
import { goTo, openDesk } from '../support/desk.ts';
import type { Desk, DeskRequest } from '../support/desk.ts';
import { testFolder } from '../support/folder.ts';
import type { TestFolder } from '../support/folder.ts';
import { mouse } from '../support/hand.ts';
import { keyboard } from '../support/keyboard.ts';
import { practiceUrlOf, readLedger } from '../support/ledger.ts';
import { partnershipCase } from '../support/partnership-case.ts';
import { seeAccess } from '../support/partnership-check.ts';
import { lastLetter } from '../support/partnership-request.ts';
import { partnershipSteps } from '../support/partnership-steps.ts';

type Way = Omit<DeskRequest, 'folder'> & { readonly name: string };

const ways: readonly Way[] = [
  { name: 'with the mouse, in Italian, light', language: 'it', theme: 'light', hand: mouse },
  { name: 'with the keyboard alone, in English, dark', language: 'en', theme: 'dark', hand: keyboard },
];

/** Screens beside the journey's own. */
const otherScreens = [
  {
    name: 'access', play: (desk: Desk) => seeAccess(desk, 'Monteluce Sistemi S.r.l.', 'Monteluce Meccanica S.n.c.'),
  },
  { name: 'subscriptions', play: (desk: Desk) => goTo(desk, 'nav.subscriptions') },
];

interface PortalLog {
  readonly events: readonly { readonly type: string; readonly reseller?: { readonly mpnId: string } }[];
}

describe('a partnership', () => {
  let folder: TestFolder | undefined;
  let desk: Desk | undefined;

  afterEach(async () => {
    await desk?.app.close();
    folder?.remove();
  });

  it.each(ways)('is asked for, accepted, checked and ended $name', async ({ name: _, ...way }) => {
    folder = testFolder();
    desk = await openDesk({ ...way, folder: folder.path });
    const findings: string[] = [];
    for (const step of [...partnershipSteps, ...otherScreens]) {
      const shown = await step.play(desk);
      if (typeof shown === 'object') await shown.close();
      const found = await seriousFindings(desk.page);
      findings.push(...found.map((finding) => `${step.name}: ${finding}`));
    }
    expect(findings).toEqual([]);
    const url = practiceUrlOf(desk.profile) ?? '';
    const { events } = (await (await fetch(`${url}/_practice/portal-log`)).json()) as PortalLog;
    expect(events.map(({ type }) => type)).toEqual(['partnership-accepted', 'partnership-removed']);
    expect(events[0]?.reseller?.mpnId).toBe(partnershipCase.prospect.partnerId);
    // Whatever was looked at and written, nothing was changed through the API.
    expect((await readLedger(url)).writes).toEqual([]);
    const notice = await lastLetter(desk);
    expect(notice.to).toEqual([partnershipCase.leaving.email]);
    expect(notice.fields.toSorted()).toEqual(['body', 'subject']);
    expect(desk.errors).toEqual([]);
    expect(await desk.app.blockedRequests()).toEqual([]);
  });
});
