import { isRemovalOpen } from '../../../../shared/domain/partnership/removal.ts';
import type { Removal } from '../../../../shared/domain/partnership/removal.ts';

export const removalSteps = ['rehearsal', 'confirm', 'tell', 'portal'] as const;
export type RemovalStepId = (typeof removalSteps)[number];

/** The removal a page is about: the one under way, or the last one while the reseller is not listed again. */
export function removalOf(removals: readonly Removal[], resellerId: string, isListed: boolean): Removal | undefined {
  const own = removals.filter((removal) => removal.resellerId === resellerId);
  return own.find(isRemovalOpen) ?? (isListed ? undefined : own.find(({ state }) => state === 'gone'));
}

/** Where a removal is gone on with. */
export function stepOf(removal: Removal | undefined): RemovalStepId {
  if (removal === undefined) return 'rehearsal';
  return removal.state === 'attested' ? 'tell' : 'portal';
}
