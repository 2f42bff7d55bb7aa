import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { findBrowser } from '../../build/setup/find-browser.mjs';

/** Somebody at another computer, with a browser of their own: a reseller, a customer, or the provider in the portal. */
export interface Visitor {
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/** Opens a link in a browser that has nothing to do with the app's. */
export async function visit(url: string): Promise<Visitor> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('no browser for the visitor');
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: process.platform !== 'linux' || process.getuid?.() !== 0,
    args: ['--no-first-run', '--disable-sync', '--disable-quic', '--disable-component-update', '--disable-background-networking'],
  });
  const page = await browser.newPage({ locale: 'en-US', viewport: { width: 1000, height: 760 } });
  await page.goto(url);
  return { page, close: () => browser.close() };
}

const heading = (page: Page, name: string): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();

/** The reseller opens the provider's link, says who it is, and accepts or declines. */
export async function answerInvitation(link: string, partnerId: string, answer: 'Accept' | 'Decline'): Promise<Visitor> {
  const visitor = await visit(link);
  const { page } = visitor;
  await page.getByLabel('Your company').selectOption(partnerId);
  await page.getByRole('button', { name: answer }).click();
  await heading(page, answer === 'Accept' ? 'Partnership accepted' : 'Invitation declined');
  return visitor;
}

/** A company that the seed does not know; the Partner ID must be free. */
export interface AnotherCompany {
  readonly name: string;
  readonly partnerId: string;
  readonly country: string;
}

/** Somebody accepts the provider's link as a company that is not among those offered. */
export async function acceptAsAnother(link: string, company: AnotherCompany): Promise<Visitor> {
  const visitor = await visit(link);
  const { page } = visitor;
  await page.getByLabel('Your company').selectOption({ label: 'Another company, invented for training' });
  await page.getByLabel('Company name').fill(company.name);
  await page.getByLabel('Partner ID (7 digits)').fill(company.partnerId);
  await page.getByLabel('Country').selectOption(company.country);
  await page.getByRole('button', { name: 'Accept' }).click();
  await heading(page, 'Partnership accepted');
  return visitor;
}

/** The provider removes a partnership in the portal's list. */
export async function removeInPortal(portalUrl: string, reseller: string): Promise<Visitor> {
  const visitor = await visit(portalUrl);
  const { page } = visitor;
  await page.getByRole('searchbox', { name: 'Search by name or Partner ID' }).fill(reseller);
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('link', { name: `Remove partnership with ${reseller}` }).click();
  await page.getByRole('button', { name: 'Remove partnership' }).click();
  await heading(page, 'Partnership removed');
  return visitor;
}

/** The customer opens the link of a relationship and accepts it for its domain. */
export async function acceptRelationship(link: string, domain: string): Promise<Visitor> {
  const visitor = await visit(link);
  const { page } = visitor;
  await page.getByLabel('Your domain').fill(domain);
  await page.getByRole('button', { name: 'Accept' }).click();
  await heading(page, 'Relationship accepted');
  return visitor;
}
