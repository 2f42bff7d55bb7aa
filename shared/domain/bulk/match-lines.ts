import type { CustomerRow, SubscriptionRow } from '../../ports/mirror.ts';
import { err, ok } from '../../result.ts';
import type { Result } from '../../result.ts';
import { isActiveSubscription, isSuspended } from '../subscription/subscription.ts';
import type { SupportContact } from '../subscription/subscription.ts';
import type { Target } from './plan.ts';
import { targetKey } from './plan.ts';
import type { ChangeLine, LineProblem, LineWish } from './read-changes.ts';
import type { Wish } from './wish.ts';

export interface LineFacts {
  /** Subscriptions that were read of any customer. */
  readonly rows: readonly SubscriptionRow[];
  /** Customers that the lines name, by what they wrote, in small letters. */
  readonly customers: ReadonlyMap<string, Pick<CustomerRow, 'id' | 'name'>>;
  /** The reseller of a Partner ID; one that is not in the list by its Partner ID alone. */
  readonly resellerOf: (partnerId: NonNullable<LineWish['reseller']>) => NonNullable<Wish['reseller']>;
  /** Who is meant by a Partner ID, a tenant id or a word for the provider itself. */
  readonly contactOf: (text: string) => SupportContact | undefined;
}

/** A line that cannot be used, and why. */
export interface UnmatchedLine {
  readonly line: ChangeLine;
  readonly problem: LineProblem;
}

export interface MatchedLines {
  readonly targets: readonly Target[];
  readonly unmatched: readonly UnmatchedLine[];
}

const small = (text: string): string => text.toLowerCase();

function grouped(rows: readonly SubscriptionRow[], keyOf: (row: SubscriptionRow) => string): ReadonlyMap<string, readonly SubscriptionRow[]> {
  const found = new Map<string, SubscriptionRow[]>();
  for (const row of rows) {
    const key = small(keyOf(row));
    const known = found.get(key);
    if (known === undefined) found.set(key, [row]);
    else known.push(row);
  }
  return found;
}

/** What the lines write of customers: each is to be looked up before they are matched. */
export const customersNamed = (lines: readonly ChangeLine[]): readonly string[] =>
  [...new Set(lines.flatMap(({ customer, id }) => [customer, id].filter((text) => text !== undefined).map(small)))];

class Matcher {
  private readonly facts: LineFacts;
  private readonly bySubscription: ReadonlyMap<string, readonly SubscriptionRow[]>;
  private readonly byCustomer: ReadonlyMap<string, readonly SubscriptionRow[]>;

  constructor(facts: LineFacts) {
    this.facts = facts;
    this.bySubscription = grouped(facts.rows, ({ subscription }) => subscription.id);
    this.byCustomer = grouped(facts.rows, ({ customerId }) => customerId);
  }

  /** The subscriptions a line is about. */
  rowsOf(line: ChangeLine): Result<readonly SubscriptionRow[], LineProblem> {
    const { subscriptionId = line.id, customer } = line;
    const found = subscriptionId === undefined ? undefined : this.bySubscription.get(small(subscriptionId));
    if (line.subscriptionId !== undefined && found === undefined) return err('subscription-unknown');
    if (customer === undefined && found !== undefined) return found.length > 1 ? err('ambiguous') : ok(found);
    return this.rowsOfCustomer(line, found);
  }

  private rowsOfCustomer(line: ChangeLine, found: readonly SubscriptionRow[] | undefined): Result<readonly SubscriptionRow[], LineProblem> {
    const named = this.facts.customers.get(small(line.customer ?? line.id ?? ''));
    if (named === undefined) return err(line.customer === undefined ? 'subscription-unknown' : 'customer-unknown');
    // never to a tenant that the line does not name
    if (found !== undefined) {
      const its = found.filter(({ customerId }) => customerId === named.id);
      return its.length === 0 ? err('other-customer') : ok(its);
    }
    // One number of seats, or one name, is not for all that a customer has.
    if (line.wish.seats !== undefined || line.wish.name !== undefined) return err('subscription-needed');
    const all = this.byCustomer.get(small(named.id));
    if (all === undefined) return err('customer-not-read');
    const live = all.filter(({ subscription }) => isActiveSubscription(subscription) || isSuspended(subscription));
    return live.length === 0 ? err('customer-ended') : ok(live);
  }

  wishOf({ wish }: ChangeLine): Result<Wish, LineProblem> {
    const { reseller, contact, ...plain } = wish;
    const meant = contact === undefined ? undefined : this.facts.contactOf(contact);
    if (contact !== undefined && meant === undefined) return err('contact-unknown');
    return ok({
      ...plain, ...(reseller !== undefined && { reseller: this.facts.resellerOf(reseller) }), ...(meant !== undefined && { contact: meant }),
    });
  }
}

/** Whether earlier lines count for all of these, or ask something else of some of them. */
function repeated(rows: readonly SubscriptionRow[], wish: Wish, targets: ReadonlyMap<string, Target>): LineProblem | undefined {
  const earlier = rows.flatMap((row) => targets.get(targetKey(row)) ?? []);
  if (earlier.length === rows.length) return 'twice';
  const asked = JSON.stringify(wish);
  return earlier.some((one) => JSON.stringify(one.wish) !== asked) ? 'twice-partly' : undefined;
}

/**
 * The subscriptions that lines of a table are about, each with what its line asks for; `wish` is what is asked of all where the lines
 * only say of which. What fits nothing says why; the others go on.
 */
export function matchLines(lines: readonly ChangeLine[], facts: LineFacts, wish: Wish | undefined): MatchedLines {
  const matcher = new Matcher(facts);
  const targets = new Map<string, Target>();
  const unmatched: UnmatchedLine[] = [];
  for (const line of lines) {
    const asked = wish === undefined ? matcher.wishOf(line) : ok(wish);
    const rows = line.problem === undefined ? matcher.rowsOf(line) : err(line.problem);
    if (!rows.ok || !asked.ok) {
      unmatched.push({ line, problem: rows.ok ? (asked.ok ? 'id-missing' : asked.error) : rows.error });
      continue;
    }
    if (Object.keys(asked.value).length === 0) {
      unmatched.push({ line, problem: 'nothing-asked' });
      continue;
    }
    const fresh = rows.value.filter((row) => !targets.has(targetKey(row)));
    const problem = repeated(rows.value, asked.value, targets);
    if (problem !== undefined) unmatched.push({ line, problem });
    for (const row of fresh) targets.set(targetKey(row), { row, wish: asked.value, line: line.number });
  }
  return { targets: [...targets.values()], unmatched };
}
