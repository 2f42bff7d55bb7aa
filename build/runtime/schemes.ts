/** A handler given to `protocol.handle`. */
export type SchemeHandler = (request: Request) => Response | Promise<Response>;

interface SchemePrivileges {
  readonly standard?: boolean;
  readonly secure?: boolean;
}

/** One entry of `protocol.registerSchemesAsPrivileged`. */
export interface CustomScheme {
  readonly scheme: string;
  readonly privileges?: SchemePrivileges;
}

/** Last part of every host name that stands for a custom scheme; reserved, so it can never be a real site. */
export const hostSuffix = '.internal';

const privileged = new Map<string, SchemePrivileges>();
export const schemeHandlers = new Map<string, SchemeHandler>();

/** Records schemes; only standard and secure ones can be served, because they appear to Chromium as an https origin. */
export const registerSchemes = (schemes: readonly CustomScheme[]): void => {
  schemes.forEach(({ scheme, privileges }) => privileged.set(scheme, privileges ?? {}));
};

/** Gives a scheme its handler. */
export const handleScheme = (scheme: string, handler: SchemeHandler): void => {
  const rights = privileged.get(scheme);
  if (rights?.standard !== true || rights.secure !== true) {
    throw new Error(`not provided by the Chromium runtime: a scheme that is not standard and secure (${scheme})`);
  }
  schemeHandlers.set(scheme, handler);
};

/** The https address under which Chromium sees an app:// address; other addresses stay as they are. */
export const toBrowserUrl = (url: string): string => {
  const found = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)(.*)$/iu.exec(url);
  const [, scheme = '', host = '', rest = ''] = found ?? [];
  return privileged.has(scheme) ? `https://${host}.${scheme}${hostSuffix}${rest || '/'}` : url;
};

/** The address the app knows for one of Chromium's; undefined when it belongs to no registered scheme. */
export const toAppUrl = (url: string): string | undefined => {
  const found = /^https:\/\/([^/?#]+)\.([a-z0-9+-]+)\.internal(?=[/?#]|$)(.*)$/iu.exec(url);
  const [, host = '', scheme = '', rest = ''] = found ?? [];
  return privileged.has(scheme) ? `${scheme}://${host}${rest}` : undefined;
};

/** The origin the app knows: scheme://host for a registered scheme, the usual origin for any other address. */
export const appOrigin = (url: string): string => {
  const found = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)/iu.exec(url);
  return found !== null && privileged.has(found[1] ?? '') ? found[0] : (URL.parse(url)?.origin ?? 'null');
};

const schemeSource = /(?<=[\s;])([a-z][a-z0-9+-]*):(?:\/\/([a-z0-9.-]+))?(?=[\s;]|$)/giu;

/** A content security policy in Chromium's terms: sources that name a custom scheme become its https hosts. */
export const toBrowserPolicy = (policy: string): string =>
  policy.replaceAll(schemeSource, (source, scheme: string, host?: string) =>
    privileged.has(scheme) ? `https://${host ?? '*'}.${scheme}${hostSuffix}` : source,
  );
