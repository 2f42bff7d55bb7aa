import { describe, expect, it } from 'vitest';
import type { Fault } from '../../electron/practice/fault-schemas.ts';
import { button, field, goTo, screen } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';
import { goOnline } from '../support/connection.ts';
import { jobTitles, milanJob } from '../support/job.ts';
import { fillCompany, fillContact, openReseller, reviewCustomer, submitCustomer } from '../support/job-customer.ts';
import { seeSent } from '../support/job-outcome.ts';
import type { Job } from '../support/job.ts';
import { ledgerFigures } from '../support/ledger.ts';
import { preparedCases } from '../support/prepared.ts';

/** Somebody else's work in the same outbox: it must go on, whatever happens to the first customer's. */
const otherJob: Job = { ...milanJob, company: 'Cartiera Bianchi S.p.A.', domain: 'cartierabianchi' };

interface Trouble {
  readonly name: string;
  readonly fault: Fault;
  /** Which of the three operations meets it: customer 0, agreement 1, order 2. */
  readonly meets: 0 | 1 | 2;
  /** The sentence of the failure (`failure.<code>.what`). */
  readonly failure: string;
  /** The named state in which it stays as long as the trouble lasts. */
  readonly state: string;
  /** Whether a person must say "Try again" when the trouble is over. */
  readonly needsRetry?: true;
  /** The whole account waits (throttling counts for the account, not for one customer's work). */
  readonly holdsAll?: true;
}

const always = { times: 0 } as const;
const troubles: readonly Trouble[] = [
  {
    name: 'a domain that somebody else took meanwhile', meets: 0, failure: 'domain-taken', state: 'operation.state.refused', needsRetry: true,
    fault: { kind: 'take-domain', domain: 'officineverdi.onmicrosoft.com' },
  },
  {
    name: 'an error code that nobody listed', meets: 0, failure: 'unknown-server-code', state: 'operation.state.refused', needsRetry: true,
    fault: { kind: 'status', status: 400, code: '987654', description: 'Something new.', match: { scenario: 'create-customer' } },
  },
  {
    name: '429 with Retry-After', meets: 1, failure: 'throttled', state: 'operation.waiting.throttled', holdsAll: true,
    fault: { kind: 'throttle', retryAfter: 10, match: { scenario: 'get-agreement-metadata' } },
  },
  {
    name: '503 on a read', meets: 1, failure: 'server-trouble', state: 'operation.waiting.server-trouble',
    fault: { kind: 'status', status: 503, match: { scenario: 'get-agreement-metadata' }, ...always },
  },
  {
    name: '500 on a write', meets: 2, failure: 'server-trouble', state: 'operation.state.unknown',
    fault: { kind: 'status', status: 500, match: { scenario: 'checkout-cart' }, ...always },
  },
  {
    name: 'a cut connection', meets: 1, failure: 'no-answer', state: 'operation.state.unknown',
    fault: { kind: 'refuse-connection', match: { scenario: 'confirm-customer-agreement' }, ...always },
  },
  {
    name: 'an answer that is no JSON', meets: 2, failure: 'malformed-answer', state: 'operation.state.unknown',
    fault: { kind: 'malformed-json', match: { scenario: 'create-cart' }, ...always },
  },
];

describe('trouble on the way', () => {
  const cases = preparedCases(
    [openReseller, fillCompany, fillContact, reviewCustomer, submitCustomer].map((play) => ({
      name: 'other', what: 'Another customer', play: (desk: Desk) => play(desk, otherJob),
    })),
  );

  const otherTitle = (desk: Desk): string => desk.text('operation.title.create-customer', { name: otherJob.company });

  /** The outbox names the state, the operation's own page says what happened. */
  async function expectSaid(desk: Desk, { meets, state, failure }: Trouble): Promise<void> {
    const { page, text, hand } = desk;
    const sentence = text.pattern(`failure.${failure}.what`);
    await goTo(desk, 'nav.outbox');
    const group = page.getByRole('region', { name: milanJob.company });
    await group.getByText(text.pattern(state)).first().waitFor();
    await hand.press(group.getByRole('link', { name: jobTitles(desk, milanJob)[meets] ?? '', exact: true }).first());
    await page.getByText(sentence).first().waitFor();
  }

  it.each(troubles)('$name', async (trouble) => {
    const run = await cases.begin();
    await run.practice.fault(trouble.fault);
    const english = await run.open('en');
    await goOnline(english);
    if (!trouble.holdsAll) await seeSent(english, [otherTitle(english)]);
    await expectSaid(english, trouble);
    await english.app.close();

    const italian = await run.open('it');
    await expectSaid(italian, trouble);
    await run.practice.fault({ clear: true });
    if (trouble.needsRetry) await italian.hand.press(button(italian, 'outbox.retry'));
    await seeSent(italian, [...jobTitles(italian, milanJob), otherTitle(italian)]);
    expect(ledgerFigures(await run.practice.ledger())).toMatchObject({ customers: 2, orders: 1 });
    expect(italian.errors).toEqual([]);
  });

  it('an expired token is replaced without a word', async () => {
    const run = await cases.begin();
    const desk = await run.open();
    await goOnline(desk);
    await run.practice.fault({ kind: 'expire-tokens' });
    await seeSent(desk, [...jobTitles(desk, milanJob), otherTitle(desk)]);
    expect(ledgerFigures(await run.practice.ledger())).toMatchObject({ customers: 2, orders: 1, replays: 0 });
  });

  it('a new sign-in that Microsoft insists on is asked for, and what waited goes on', async () => {
    const run = await cases.begin();
    await run.practice.fault({ kind: 'require-mfa' });
    const desk = await run.open();
    const { page, text, hand } = desk;
    await goOnline(desk);
    await goTo(desk, 'nav.outbox');
    const group = page.getByRole('region', { name: milanJob.company });
    await group.getByText(text('operation.waiting.sign-in')).first().waitFor();
    await hand.press(group.getByRole('link', { name: jobTitles(desk, milanJob)[0] ?? '', exact: true }).first());
    await page.getByText(text('failure.mfa-needed.what')).waitFor();
    await hand.press(page.getByRole('link', { name: text('outbox.toSignIn') }));
    await hand.press(button(desk, 'settings.signInAgain'));
    await page.getByText(text('settings.signedIn')).waitFor();
    await seeSent(desk, [...jobTitles(desk, milanJob), otherTitle(desk)]);
    expect(ledgerFigures(await run.practice.ledger())).toMatchObject({ customers: 2, orders: 1, replays: 0 });
  });

  it.each(['en', 'it'] as const)('a postal code that is none stops at the form (%s)', async (language) => {
    const run = await cases.begin();
    const desk = await run.open(language);
    await screen(desk, desk.text('nav.home'));
    await openReseller(desk, milanJob);
    await fillCompany(desk, { ...otherJob, company: 'Terza Prova S.r.l.', domain: 'terzaprova' });
    await fillContact(desk, { ...otherJob, postalCode: 'ABC' });
    await desk.hand.press(button(desk, 'newCustomer.nextReview'));
    await desk.page.getByRole('alert').filter({ hasText: desk.text('fieldError.pattern') }).waitFor();
    const postalCode = field(desk, 'newCustomer.field.postalCode');
    expect(await postalCode.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await postalCode.getAttribute('aria-invalid')).toBe('true');
  });
});
