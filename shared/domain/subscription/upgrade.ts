import { z } from 'zod';
import type { Instant } from '../../instant.ts';
import { skuOf } from '../catalogue/sku.ts';

/** Whether licences that users have go with the seats (reference, transitionType). */
export const TransitionType = z.enum(['transition_only', 'transition_with_license_transfer']);
export type TransitionType = z.infer<typeof TransitionType>;

/** Why something is not possible, as the server says it (get-transition-eligibilities, errors). */
export const UpgradeObstacle = z.object({ code: z.string(), text: z.string() });
export type UpgradeObstacle = z.infer<typeof UpgradeObstacle>;

/** What a subscription may become (get-transition-eligibilities). */
export const UpgradeTarget = z.object({
  catalogItemId: z.string().min(1),
  title: z.string(),
  quantity: z.number().int().optional(),
  ways: z.array(z.object({ type: TransitionType, isEligible: z.boolean(), errors: z.array(UpgradeObstacle) })),
  /** Subscriptions that are there and may take the seats in; none for trials and at the renewal. */
  into: z.array(
    z.object({
      subscriptionId: z.string().min(1),
      name: z.string(),
      termDuration: z.string().optional(),
      billingCycle: z.string().optional(),
      isEligible: z.boolean(),
      errors: z.array(UpgradeObstacle),
    }),
  ),
});
export type UpgradeTarget = z.infer<typeof UpgradeTarget>;

/** What a subscription may become at once, and at its renewal. */
export const UpgradeTargets = z.object({ immediate: z.array(UpgradeTarget), scheduled: z.array(UpgradeTarget) });
export type UpgradeTargets = z.infer<typeof UpgradeTargets>;

/** What one subscription may become, as last read. */
export interface KnownUpgrades {
  readonly targets: UpgradeTargets;
  readonly at: Instant;
}

/** An upgrade as the server tells of it (create-transition; "Get transitions", Partner Center documentation, March 2023). */
export const Upgrade = z.object({
  /** Tells the upgrades of a subscription apart. */
  id: z.string().min(1),
  toCatalogItemId: z.string(),
  toSubscriptionId: z.string().optional(),
  quantity: z.number().int(),
  type: TransitionType.optional(),
  events: z.array(z.object({ name: z.string(), status: z.string(), errors: z.array(UpgradeObstacle) })),
});
export type Upgrade = z.infer<typeof Upgrade>;

export const isSameSku = (a: string, b: string): boolean => skuOf(a) === skuOf(b);

/** What is asked for: the seats, what they become, how, and where they go. */
export interface UpgradeWish {
  readonly target: { readonly catalogItemId: string };
  readonly quantity: number;
  readonly transitionType: TransitionType;
  readonly toSubscription?: { readonly id: string } | undefined;
}

/** The target as the server offers it now. */
export const offeredTarget = (targets: readonly UpgradeTarget[], { target }: Pick<UpgradeWish, 'target'>): UpgradeTarget | undefined =>
  targets.find(({ catalogItemId }) => isSameSku(catalogItemId, target.catalogItemId));

/** Why the upgrade is not possible by what the server says is; without a reason when it does not offer it at all. */
export function upgradeObstacle(
  targets: readonly UpgradeTarget[], wish: UpgradeWish,
): { readonly about: 'target' | 'way' | 'into'; readonly error?: UpgradeObstacle } | undefined {
  const offered = offeredTarget(targets, wish);
  if (!offered) return { about: 'target' };
  const because = (about: 'way' | 'into', [error]: readonly UpgradeObstacle[] = []) => ({ about, ...(error && { error }) });
  const way = offered.ways.find(({ type }) => type === wish.transitionType);
  if (!way?.isEligible) return because('way', way?.errors);
  const id = wish.toSubscription?.id.toLowerCase();
  if (id === undefined) return undefined;
  const into = offered.into.find(({ subscriptionId }) => subscriptionId.toLowerCase() === id);
  return into?.isEligible ? undefined : because('into', into?.errors);
}

/** How far an upgrade is: `without-licences` when its seats changed and the licences of users did not follow. */
export type UpgradeStage = 'working' | 'failed' | 'made' | 'without-licences';

/** By what happened last of each part: the conversion of the seats, and where asked for that of the licences. */
export function stageOf({ events, type }: Upgrade): UpgradeStage {
  const last = new Map(events.map(({ name, status }) => [name.toLowerCase(), status.toLowerCase()]));
  const conversion = last.get('conversion');
  if (conversion === 'failed') return 'failed';
  if (conversion !== 'completed') return 'working';
  if (type !== 'transition_with_license_transfer') return 'made';
  const licences = last.get('seatreassignment');
  if (licences === 'failed') return 'without-licences';
  return licences === 'completed' ? 'made' : 'working';
}

/** What the server said was wrong. */
export const upgradeErrors = ({ events }: Upgrade): readonly UpgradeObstacle[] => events.flatMap(({ errors }) => errors);

/** Whether an upgrade of the server is the one that was asked for. */
export function isAsked(upgrade: Upgrade, wish: UpgradeWish): boolean {
  const id = wish.toSubscription?.id.toLowerCase();
  return isSameSku(upgrade.toCatalogItemId, wish.target.catalogItemId) && upgrade.quantity === wish.quantity &&
    (upgrade.type === undefined || upgrade.type === wish.transitionType) && (id === undefined || upgrade.toSubscriptionId?.toLowerCase() === id);
}
