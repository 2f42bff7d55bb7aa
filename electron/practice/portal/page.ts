import type { StateEvent } from '../state-events.ts';
import { provider } from '../seed/provider.ts';
import type { State } from '../state.ts';
import { html, type Html } from './html.ts';
import type { PortalLanguage } from './language.ts';
import { sentencesIn, type Sentences } from './sentences.ts';
import { style, styleHash } from './style.ts';

/** One look at the portal: what was asked, and what an answer needs. */
export interface Visit {
  readonly state: State;
  readonly now: Date;
  readonly language: PortalLanguage;
  readonly say: Sentences;
  readonly params: Readonly<Record<string, string>>;
  /** Keys in lower case. */
  readonly query: Readonly<Record<string, string>>;
  /** The fields of a form that was sent; empty otherwise. */
  readonly form: URLSearchParams;
}

/** A page that goes back, with the changes the visit made. */
export interface PortalPage {
  readonly status: number;
  readonly title: string;
  readonly body: Html;
  readonly events?: readonly StateEvent[];
}

/** One address of the portal. */
export interface PortalRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly answer: (visit: Visit) => PortalPage;
}

const policy = [
  "default-src 'none'",
  `style-src '${styleHash}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
];

/** Headers of every page: nothing but the page itself, its own style and its own forms; kept nowhere. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': policy.join('; '),
  'X-Content-Type-Options': 'nosniff',
  // not no-referrer: under it browsers send "Origin: null" with forms, which could not be told from a foreign page
  'Referrer-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** The whole document of a page. */
export function documentOf(language: PortalLanguage, page: PortalPage): string {
  const say = sentencesIn(language);
  return `<!doctype html>\n${
    html`<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} - ${say.site}</title>
<style>${{ html: style }}</style>
</head>
<body>
<p class="banner" role="note">${say.banner}</p>
<main>
<p class="site">${say.site} · ${say.provider}: ${provider.companyName}</p>
<h1>${page.title}</h1>
${page.body}
</main>
</body>
</html>
`.html
  }`;
}

/** A page that only says something. */
export function notice(status: number, title: string, ...texts: readonly string[]): PortalPage {
  return { status, title, body: html`${texts.map((text) => html`<p>${text}</p>`)}` };
}

/** The answer to a link that this practice tenant did not make. */
export function unknownLink({ say }: Visit): PortalPage {
  return notice(404, say.notFoundTitle, say.notFound);
}

/** What is wrong with a form, above it; nothing while all is well. */
export function problemBox(say: Sentences, problem: string | undefined): Html {
  return problem === undefined
    ? html``
    : html`<div class="problem" role="alert"><h2>${say.problem}</h2><p id="problem">${problem}</p></div>`;
}
