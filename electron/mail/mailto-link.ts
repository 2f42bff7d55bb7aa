import type { Letter } from '../../shared/domain/letter/letter.ts';

/**
 * The longest mailto link that a system is given; anything longer goes as a draft file.
 *
 * Windows: 2,081 characters, "The maximum length of url is 2081 characters on Windows" (Electron, shell.openExternal, and its
 * issue 9987: ShellExecute copies into a buffer of INTERNET_MAX_URL_LENGTH = 2,083, Microsoft KB263909).
 *
 * macOS and Linux state no limit for a link: Launch Services hands over an Apple event, and xdg-email gets one argument, which
 * may have 128 KiB (Linux, execve(2), MAX_ARG_STRLEN). The mail client behind may be a web page, though: the link then becomes
 * part of a web address, of which any server should take 8,000 octets (RFC 9110, section 4.1) and some take no more. What
 * each mail client takes is not documented.
 */
const longestLinks: Partial<Record<NodeJS.Platform, number>> = { win32: 2081, darwin: 8000, linux: 8000 };
const shortest = Math.min(...Object.values(longestLinks));

/** The longest mailto link for a system; an unknown one gets the shortest. */
export const longestLink = (platform: NodeJS.Platform): number => longestLinks[platform] ?? shortest;

/** RFC 3986 reserves `!'()*` too, and shells and mail clients take them for their own signs. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** The sign between the two halves of an address stays readable (RFC 6068, section 2). */
const addresses = (list: Letter['to']): string => list.map((address) => encoded(address).replaceAll('%40', '@')).join(',');

/**
 * Whether the mail client of a system can be trusted with the letter as a link: short enough, and on Windows one recipient at
 * most. RFC 6068 parts recipients with a comma, which Outlook on Windows takes for a part of a name unless it is told otherwise
 * (its setting "Commas can be used to separate multiple message recipients" is off at first).
 */
export const goesAsLink = ({ to, bcc }: Letter, link: string, platform: NodeJS.Platform): boolean =>
  link.length <= longestLink(platform) && (platform !== 'win32' || to.length + bcc.length <= 1);

/** A letter as a mailto link: recipients, then header fields; a line break is `%0D%0A` (RFC 6068, sections 2 and 5). */
export function mailtoLink({ to, bcc, subject, body }: Letter): string {
  const fields = [
    `subject=${encoded(subject)}`,
    `body=${encoded(body.replaceAll('\n', '\r\n'))}`,
    ...(bcc.length === 0 ? [] : [`bcc=${addresses(bcc)}`]),
  ];
  return `mailto:${addresses(to)}?${fields.join('&')}`;
}
