import { skuKey, skuOf } from '../../shared/domain/catalogue/sku.ts';
import type { SkuInLists } from '../../shared/domain/catalogue/price-list.ts';
import { endEdits, endKey, isDecided } from '../../shared/domain/renewal/choice.ts';
import type { EndChoice, EndChoices } from '../../shared/domain/renewal/choice.ts';
import { isWithinDays } from '../../shared/domain/renewal/end-of-term.ts';
import { renewalOf } from '../../shared/domain/renewal/renewal.ts';
import type { Renewal } from '../../shared/domain/renewal/renewal.ts';
import { withEdits } from '../../shared/domain/subscription/edited-fields.ts';
import { fieldsOf } from '../../shared/domain/subscription/subscription-edits.ts';
import type { SubscriptionFields } from '../../shared/domain/subscription/subscription-edits.ts';
import { boardDays } from '../../shared/domain/renewal/timeline.ts';
import { plusSeconds } from '../../shared/instant.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Mirror, SubscriptionRow } from '../../shared/ports/mirror.ts';
import { openChanges, subscriptionKey } from '../../shared/sync/open-changes.ts';
import type { ChangeKind, Operation, OperationOf } from '../../shared/sync/operation.ts';

/** Where the choices that were made on the board are kept. */
export const endChoicesSetting = 'ends.choices';
/** `off`: nobody is reminded of ends that nobody decided. */
export const endRemindersSetting = 'ends.reminders';

/** Subscriptions of the offline copy that end soon, with all that the price lists say of their products. */
export interface EndsRead {
  readonly rows: readonly SubscriptionRow[];
  readonly skus: ReadonlyMap<string, SkuInLists>;
}

/** One end of the next 90 days, or of the last 30 where the copy is older. */
export interface End {
  readonly key: string;
  readonly row: SubscriptionRow;
  readonly renewal: Renewal;
  /** As it stands once what waits in the outbox is sent. */
  readonly standing: SubscriptionFields;
  /** What was chosen here and still stands. */
  readonly choice: EndChoice | undefined;
  /** What waits in the outbox for this subscription, the newest. */
  readonly change: OperationOf<ChangeKind> | undefined;
  readonly isDecided: boolean;
}

const daySeconds = 86_400;
const pastDays = 30;
/** An end named as a day lasts that day: asked for with room to spare, then counted exactly. */
const spareDays = 2;

const skusOf = ({ offerId, scheduled }: SubscriptionRow['subscription']): readonly string[] => [
  ...(offerId === undefined || offerId === '' ? [] : [skuOf(offerId)]),
  ...(scheduled === undefined ? [] : [skuKey(scheduled.product.productId, scheduled.product.skuId)]),
];

/** Reads the offline copy alone. */
export async function readEnds(mirror: Pick<Mirror, 'subscriptions' | 'skuInLists'>, now: Instant): Promise<EndsRead> {
  const endsBefore = plusSeconds(now, (boardDays + spareDays) * daySeconds);
  const runsPast = plusSeconds(now, -pastDays * daySeconds);
  const rows = await mirror.subscriptions({ text: '', limit: Infinity, endsBefore, runsPast });
  const asked = [...new Set(rows.flatMap(({ subscription }) => skusOf(subscription)))];
  const answers = await Promise.all(asked.map(async (sku): Promise<[string, SkuInLists]> => {
    const [productId = '', skuId = ''] = sku.split(':');
    return [sku, await mirror.skuInLists({ productId, skuId })];
  }));
  return { rows, skus: new Map(answers) };
}

/** Whether a change that waits says what becomes of the end. */
function settlesEnd(change: OperationOf<ChangeKind> | undefined): boolean {
  if (change?.kind !== 'change-subscription') return change?.kind === 'cancel-subscription';
  const { autoRenewEnabled, atTermEnd, scheduled } = change.payload.edits;
  return autoRenewEnabled !== undefined || atTermEnd !== undefined || scheduled !== undefined;
}

/** As it will stand once the change is sent. */
const standingAfter = ({ subscription }: SubscriptionRow, change: OperationOf<ChangeKind> | undefined): SubscriptionFields =>
  withEdits(fieldsOf(subscription), change?.kind === 'change-subscription' ? change.payload.edits : {});

/** One that another person undid, or that was taken out of the outbox, is none; that it ends may have been said in the portal. */
function standsYet(choice: EndChoice, standing: SubscriptionFields, { withoutRenewal }: Renewal): boolean {
  if (choice === 'end' && !standing.autoRenewEnabled && standing.atTermEnd === undefined) return true;
  return Object.keys(endEdits(standing, choice, withoutRenewal.fate === 'extends')).length === 0;
}

/** The ends, the soonest first, as they stand now by the copy, the choices and the outbox. */
export function endsOf(
  { rows, skus }: EndsRead, { operations, choices, now }: { operations: readonly Operation[]; choices: EndChoices; now: Instant },
): readonly End[] {
  const changes = openChanges(operations);
  return rows
    .flatMap((row): End[] => {
      const { subscription, customerId, country } = row;
      const renewal = renewalOf(subscription, now, { market: country, skuInLists: (sku) => skus.get(sku) });
      if (renewal === undefined || !isWithinDays(renewal.decideBy, now, boardDays)) return [];
      const key = endKey(subscription.id, renewal.endsAt);
      const open = changes.get(subscriptionKey(customerId, subscription.id)) ?? [];
      // a support contact says nothing of the end, and hides none that does
      const change = open.findLast(({ kind }) => kind !== 'set-support-contact') ?? open.at(-1);
      const standing = standingAfter(row, change);
      const chosen = choices[key]?.choice;
      const choice = chosen !== undefined && standsYet(chosen, standing, renewal) ? chosen : undefined;
      const decided = settlesEnd(change) || isDecided(subscription, renewal.fate, choice);
      return [{ key, row, renewal, standing, choice, change, isDecided: decided }];
    })
    .toSorted((a, b) => Date.parse(a.renewal.decideBy) - Date.parse(b.renewal.decideBy) || a.row.customerName.localeCompare(b.row.customerName));
}
