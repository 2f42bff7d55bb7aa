import { cpus, platform, release, totalmem } from 'node:os';
import process from 'node:process';
import { buildPage, pageFolder } from './build-page.ts';
import { readCustomerPages, rowsOf } from './customer-pages.ts';
import { measure } from './measure.ts';
import type { Plan } from './measure.ts';
import { measureLists } from './measure-lists.ts';
import { servePages } from './page-server.ts';
import { Profiles } from './profiles.ts';
import { report } from './report.ts';
import { reportLists } from './report-lists.ts';

const full: Plan = { sizes: [10_000, 100_000], runs: 5, plainRuns: 5, passes: 5, coldRuns: 7 };
const quick: Plan = { sizes: [10_000, 100_000], runs: 3, plainRuns: 1, passes: 2, coldRuns: 5 };

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const isQuick = process.argv.includes('--quick');
/** The import of a price sheet alone: a minute instead of ten. */
const isListsOnly = process.argv.includes('--price-lists');
const plan = isQuick ? quick : full;
const profiles = new Profiles();
const startedAt = performance.now();
print(`Provider Desk bench, ${isQuick ? 'quick' : 'full'}. Medians; runs go in turn, never side by side.`);
const { runs, plainRuns, coldRuns, passes } = plan;
print(`Runs a size: mirror ${runs}, plain store ${plainRuns}, cold open ${coldRuns}, search ${passes} passes`);
await buildPage();
const pages = await readCustomerPages();
const rows = rowsOf(pages);
const bytes = pages.reduce((sum, page) => sum + page.length, 0);
print(`Data: ${rows.length} customers of the large practice tenant, ${Math.round(bytes / rows.length)} bytes a row on the wire`);
const server = await servePages(pageFolder, pages);
try {
  const setting = { plan, profiles, url: server.url, rows, print };
  const measured = isListsOnly ? undefined : await measure(setting);
  const lists = reportLists(await measureLists(setting));
  const processors = `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  print(`Machine: ${processors}, ${platform()} ${release()}; system file cache not dropped between runs`);
  print(`Chromium ${profiles.version} headless, Node ${process.versions.node}`);
  print(`Took ${Math.round((performance.now() - startedAt) / 1000)} s`);
  const { text, json, missed } = measured === undefined ? { text: '', json: {}, missed: 0 } : report(measured);
  print(`${text}\n${lists.text}`);
  print(JSON.stringify({ ...json, ...lists.json }));
  process.exitCode = missed > 0 ? 1 : 0;
} finally {
  server.close();
  profiles.drop();
}
