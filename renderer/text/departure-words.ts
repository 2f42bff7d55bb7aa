import type { TFunction } from 'i18next';
import type { DepartureCheck, DepartureColour } from '../../shared/domain/departure/departure.ts';

/** The sign that goes with each colour. */
export const departureSigns = { red: 'refused', amber: 'attention', green: 'ok' } as const satisfies Record<DepartureColour, string>;

/** The whole sheet in a line: may it leave, and how much there is to look at. */
export function departureSummary(
  t: TFunction, checks: readonly DepartureCheck[],
): { readonly sign: (typeof departureSigns)[DepartureColour]; readonly words: string } {
  const count = (colour: DepartureColour): number => checks.filter((check) => check.colour === colour).length;
  const colour: DepartureColour = count('red') > 0 ? 'red' : count('amber') > 0 ? 'amber' : 'green';
  const open = count('red') + count('amber');
  const rest = open === 0 ? t('departure.allFine') : t('departure.count', { count: open });
  return { sign: departureSigns[colour], words: `${t(`departure.summary.${colour}`)}: ${rest}` };
}
