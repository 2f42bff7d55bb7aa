import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';
import { installPage } from './page/page-bridge.ts';
import { pageParts } from './page/page-parts.ts';
import type { FromPage, PageConfig, ToPage } from './page/wire.ts';

const binding = '__chromiumRuntimePost';
const receiver = '__chromiumRuntimeReceiver';

/** Everything that runs in the page before its own scripts, as one source text. */
const pageSource = (config: PageConfig, preloadPath: string | undefined): string => {
  const preload = preloadPath === undefined ? '' : readFileSync(preloadPath, 'utf8');
  const wrapped = `function (require, module, process) { const exports = module.exports;\n${preload}\n}`;
  const parts = Object.entries(pageParts).map(([name, part]) => `${name}: ${part.toString()}`);
  return `(${installPage.toString()})(${JSON.stringify(config)}, { ${parts.join(',\n')} }, ${wrapped});`;
};

type PageFacts = Omit<PageConfig, 'binding' | 'receiver'>;

interface LinkEvents {
  readonly message: [FromPage];
  readonly popup: [string];
  readonly crashed: [];
}

/**
 * The wire between one page and this process, over a DevTools session of its own. Messages for a document that is not
 * there yet wait; those for a document that has gone are dropped with it.
 */
export class PageLink extends EventEmitter<LinkEvents> {
  private readonly session: CDPSession;
  private target: string | undefined;
  private waiting: string[] = [];

  private constructor(session: CDPSession) {
    super();
    this.session = session;
    session.on('Runtime.bindingCalled', (call) => {
      if (call.name === binding) {
        this.receive(JSON.parse(call.payload) as FromPage, call.executionContextId);
      }
    });
    session.on('Page.windowOpen', (event) => this.emit('popup', event.url));
    session.on('Inspector.targetCrashed', () => this.emit('crashed'));
  }

  /** Prepares a page that has not been navigated yet. */
  static async open(page: Page, preloadPath: string | undefined, facts: PageFacts): Promise<PageLink> {
    const session = await page.context().newCDPSession(page);
    const link = new PageLink(session);
    await Promise.all([
      session.send('Runtime.enable'),
      session.send('Page.enable'),
      session.send('Inspector.enable'),
      session.send('Runtime.addBinding', { name: binding }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: pageSource({ binding, receiver, ...facts }, preloadPath) }),
    ]);
    return link;
  }

  get devtools(): CDPSession {
    return this.session;
  }

  send(message: ToPage): void {
    const text = JSON.stringify(message);
    if (this.target === undefined) {
      this.waiting.push(text);
      return;
    }
    this.deliver(this.target, text);
  }

  private receive(message: FromPage, contextId: number): void {
    if (message.k === 'hello') {
      this.target = undefined;
      void this.attach(contextId);
    }
    this.emit('message', message);
  }

  private async attach(contextId: number): Promise<void> {
    const found = await this.session
      .send('Runtime.evaluate', { expression: `globalThis.${receiver}`, contextId })
      .catch(() => undefined);
    const target = found?.result.objectId;
    if (target === undefined) {
      return;
    }
    this.target = target;
    this.waiting.splice(0).forEach((text) => this.deliver(target, text));
  }

  private deliver(objectId: string, text: string): void {
    const functionDeclaration = 'function (text) { this.deliver(text); }';
    // A document that went away takes its messages with it, as a closed renderer does.
    const call = { objectId, functionDeclaration, arguments: [{ value: text }] };
    this.session.send('Runtime.callFunctionOn', call).catch(() => undefined);
  }
}
