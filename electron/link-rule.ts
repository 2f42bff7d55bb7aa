const exactHosts: ReadonlySet<string> = new Set(['microsoft.com', 'aka.ms']);
const hostEnding = '.microsoft.com';

/** Whether a page may be opened in the system's browser: https, a Microsoft host, no user name and no odd port in it (D10). */
export function isAllowedLink(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.protocol !== 'https:') return false;
  if (url.username !== '' || url.password !== '' || url.port !== '') return false;
  return exactHosts.has(url.hostname) || url.hostname.endsWith(hostEnding);
}
