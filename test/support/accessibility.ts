import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Serious and critical findings of axe on what is on screen now: rule, place, and what is wrong. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  // The page's policy allows no script of ours: the text is evaluated from outside, as a person's DevTools would.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const results = await page.evaluate(async () => {
    const axe = Reflect.get(window, 'axe') as { run: (context: unknown, options: unknown) => Promise<AxeResults> };
    // The component library's focus traps have stops that hand the keyboard on at once; axe cannot see that.
    const all = { include: [['html']], exclude: [['[data-tabster-dummy]']] };
    const { violations } = await axe.run(all, { resultTypes: ['violations'], preload: false });
    return violations.map(({ id, impact, nodes }) => ({
      id, impact: impact ?? '', nodes: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
    }));
  });
  return results
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node}`));
}
