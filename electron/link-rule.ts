import { withoutSentenceEnd } from '../shared/domain/letter/web-address.ts';

const hostEnding = '.microsoft.com';
const isMicrosoft = (host: string): boolean => host === 'microsoft.com' || host.endsWith(hostEnding);

/** The address when it is https, with no user name and no odd port in it. */
function securePage(text: string): URL | undefined {
  const url = URL.parse(text);
  if (url === null || url.protocol !== 'https:') return undefined;
  return url.username === '' && url.password === '' && url.port === '' ? url : undefined;
}

/** Whether a page is one of Microsoft's own, not a short link that leads anywhere. */
export function isMicrosoftPage(text: string): boolean {
  const url = securePage(text);
  return url !== undefined && isMicrosoft(url.hostname);
}

/**
 * Where the portal may hold the provider's personal link. Its form is documented nowhere: these are the portal under its name
 * and its former one, and the place of the links that invite customers (contract: get-customer-relationship-url). Other hosts of
 * Microsoft show pages that anybody may write, or lead on to any other page.
 */
const portalHosts: ReadonlySet<string> = new Set(['partner.microsoft.com', 'partnercenter.microsoft.com', 'admin.microsoft.com']);

/** Whether a page is one of Microsoft's portal for partners. */
export function isPortalPage(text: string): boolean {
  const url = securePage(text);
  return url !== undefined && portalHosts.has(url.hostname);
}

/** Whether a page may be opened in the system's browser: https, a Microsoft host, no user name and no odd port in it (D10). */
export function isAllowedLink(text: string): boolean {
  const url = securePage(text);
  return url !== undefined && (url.hostname === 'aka.ms' || isMicrosoft(url.hostname));
}

/** Whether a page belongs to one server, e.g. the practice tenant's, and names no user. */
export function isPageOf(text: string, origin: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '') return false;
  return /^https?:$/u.test(url.protocol) && url.origin === URL.parse(origin)?.origin;
}

/**
 * Whether a link can stand in a letter and be recognised there: one run of visible ASCII signs, none of which ends a link in a
 * text or a mail client. It begins as it is read: `https://a.example\@b.example` is another host to a mail client than to us.
 */
export function isOneRun(text: string): boolean {
  if (!/^https?:\/\/[^\s<>"]+$/u.test(text) || !/^[\u0021-\u007e]+$/u.test(text)) return false;
  const url = URL.parse(text);
  return url !== null && text.startsWith(`${url.origin}/`) && withoutSentenceEnd(text) === text;
}
