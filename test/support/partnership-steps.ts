import { goOnline, startPractice, workOffline } from './connection.ts';
import { goTo, screen } from './desk.ts';
import type { Desk } from './desk.ts';
import { callApp, firstAccount } from './page-bridge.ts';
import { partnershipCase } from './partnership-case.ts';
import { checkAllPartnerIds, seeNewReseller, seeVerdict, writeAboutVerdict } from './partnership-check.ts';
import { attestRemoval, openPortalPage, rehearseRemoval, seeGone, seeNotListed, tellReseller } from './partnership-removal.ts';
import { fillRecipients, lastLetter, openPart, restoreLink, seeAccepted, seeRequests, sendRequests, writeMessage } from './partnership-request.ts';
import { answerInvitation, removeInPortal } from './portal.ts';
import type { Visitor } from './portal.ts';

/** One step of the journey; some show the screen of somebody else. */
export interface PartnershipStep {
  readonly name: string;
  readonly what: string;
  readonly play: (desk: Desk) => Promise<Visitor | string | void>;
}

/** The link in the letter that the mail client got. */
async function linkInLetter(desk: Desk): Promise<string> {
  const { body } = await lastLetter(desk);
  const link = /http\S+/u.exec(body)?.[0];
  if (link === undefined) throw new Error(`no link in the letter:\n${body}`);
  return link;
}

async function seeOwnListing(desk: Desk): Promise<void> {
  await goTo(desk, 'nav.resellers');
  await openPart(desk, new RegExp(desk.text('resellerTabs.listing'), 'u'));
  await screen(desk, desk.text('listing.title'));
  const { id: accountId } = await firstAccount(desk.page);
  const links = await callApp(desk.page, 'links.read', { accountId });
  if (!links.ok || links.value.partnership === undefined) throw new Error('the account has no partnership link');
}

/** From the first start to the end of a partnership: request, acceptance, verification, removal. */
export const partnershipSteps: readonly PartnershipStep[] = [
  { name: 'welcome', what: 'First start: no account yet', play: (desk) => screen(desk, desk.text('welcome.title')) },
  { name: 'home', what: 'The practice tenant in one click', play: startPractice },
  { name: 'listing', what: 'Our own listing, the personal link, and help', play: seeOwnListing },
  { name: 'offline', what: 'The network goes away', play: workOffline },
  { name: 'request-who', what: 'Request a partnership: one reseller typed, one pasted', play: fillRecipients },
  { name: 'request-link', what: 'A slip of the hand in the link is caught', play: writeMessage },
  { name: 'request-message', what: 'One click, and the link is whole again', play: restoreLink },
  { name: 'request-send', what: 'Open in email, Copy to clipboard, Done', play: sendRequests },
  { name: 'requests', what: 'Both requests are tracked', play: seeRequests },
  { name: 'online', what: 'The network returns', play: goOnline },
  {
    name: 'portal-accept', what: 'The reseller opens the link of the letter and accepts',
    play: async (desk) => answerInvitation(await linkInLetter(desk), partnershipCase.prospect.partnerId, 'Accept'),
  },
  { name: 'request-accepted', what: 'The list is read again: accepted', play: seeAccepted },
  { name: 'reseller-new', what: 'The new reseller stands in the list', play: seeNewReseller },
  { name: 'partner-ids', what: 'All Partner IDs are checked', play: checkAllPartnerIds },
  { name: 'reseller-verdict', what: 'A suspended reseller: what it means, what to do', play: seeVerdict },
  { name: 'reseller-letter', what: 'The ready e-mail to it', play: writeAboutVerdict },
  { name: 'removal-rehearsal', what: 'Remove a partnership: what it touches', play: rehearseRemoval },
  { name: 'removal-confirm', what: 'Every point confirmed, the name typed', play: attestRemoval },
  { name: 'removal-told', what: 'Attested; the reseller is told', play: tellReseller },
  { name: 'removal-portal', what: "The portal's page is opened, the list watched", play: openPortalPage },
  {
    name: 'portal-remove', what: 'Removed in the portal',
    play: async (desk) => {
      const opened = (await desk.app.openedExternal()).findLast((url) => url.startsWith('http'));
      return removeInPortal(opened ?? '', partnershipCase.leaving.name);
    },
  },
  { name: 'removal-gone', what: 'The list is read again: gone', play: seeGone },
  { name: 'resellers', what: 'It is no longer in the list', play: seeNotListed },
];
