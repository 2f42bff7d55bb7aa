import type { BrowserContext, Page, Request as PageRequest, Route } from 'playwright-core';
import { core } from './core.ts';
import { schemeHandlers, toAppUrl, toBrowserPolicy } from './schemes.ts';
import { askWebRequest } from './session.ts';
import type { RequestDetails } from './session.ts';

/** A window's say about its page going somewhere else; true lets it go. */
export type NavigationJudge = (url: string) => boolean;

const judges = new Map<Page, NavigationJudge>();

/** Lets a window judge the navigations of its page; answers a function that ends it. */
export const judgeNavigations = (page: Page, judge: NavigationJudge): (() => void) => {
  judges.set(page, judge);
  return () => void judges.delete(page);
};

const pageOf = (request: PageRequest): Page | undefined => {
  try {
    return request.frame().page();
  } catch {
    // A document request of a page that does not exist yet: a popup.
    return undefined;
  }
};

const mayNavigate = (request: PageRequest, appUrl: string | undefined): boolean => {
  if (!request.isNavigationRequest()) {
    return true;
  }
  const page = pageOf(request);
  const judge = page === undefined ? undefined : judges.get(page);
  const isReload = page?.url() === request.url();
  return judge !== undefined && (isReload || judge(appUrl ?? request.url()));
};

const headersFor = async (details: RequestDetails, response: Response): Promise<Record<string, string>> => {
  const responseHeaders: Record<string, string[]> = {};
  response.headers.forEach((value, name) => (responseHeaders[name] = [value]));
  const changed = (await askWebRequest('onHeadersReceived', { ...details, responseHeaders })).responseHeaders ?? responseHeaders;
  return Object.fromEntries(
    Object.entries(changed).map(([name, value]) => {
      const text = [value].flat().join(', ');
      return [name.toLowerCase(), name.toLowerCase().startsWith('content-security-policy') ? toBrowserPolicy(text) : text];
    }),
  );
};

const serve = async (route: Route, appUrl: string): Promise<void> => {
  const request = route.request();
  const details = { url: appUrl, method: request.method(), resourceType: request.resourceType() };
  const handler = schemeHandlers.get(new URL(appUrl).protocol.slice(0, -1));
  if (handler === undefined || (await askWebRequest('onBeforeRequest', details)).cancel === true) {
    await route.abort('blockedbyclient');
    return;
  }
  const body = request.postDataBuffer();
  const asked = new Request(appUrl, { method: details.method, headers: request.headers(), body: body && new Uint8Array(body) });
  const response = await handler(asked);
  if (response.type === 'error') {
    await route.abort('failed');
    return;
  }
  const content = Buffer.from(await response.arrayBuffer());
  await route.fulfill({ status: response.status, headers: await headersFor(details, response), body: content });
};

const decide = async (route: Route): Promise<void> => {
  const request = route.request();
  const appUrl = toAppUrl(request.url());
  if (!mayNavigate(request, appUrl)) {
    // An answer without content leaves the page where it is; an abort would show an error page.
    await route.fulfill({ status: 204 });
  } else if (appUrl === undefined) {
    await route.abort('blockedbyclient');
  } else {
    await serve(route, appUrl);
    return;
  }
  if (appUrl === undefined) {
    core().record.blockedRequests.push(request.url());
  }
};

/** Puts the app's scheme handlers between Chromium and the network, which nothing else can reach. */
export const guardNetwork = async (context: BrowserContext): Promise<void> => {
  await context.route('**/*', async (route) => {
    try {
      await decide(route);
    } catch (error) {
      // A page that closes while it is being served is no error of the app's.
      if (core().windows.size > 0) {
        console.error('request failed:', route.request().url(), error);
        await route.abort('failed').catch(() => undefined);
      }
    }
  });
};
