/** Name of the account's setting: by how many percent a price may move and be taken over without asking. */
export const priceToleranceSetting = 'order.priceTolerance';

const percent = /^(\d{1,2})(?:[.,](\d{1,2}))?$/u;

/**
 * What was typed as percent, as a fraction in decimal text: `2,5` is `0.025`. Undefined for anything that is no percentage
 * from 0 to 99.99. Moves the point only: no arithmetic, and no float.
 */
export function toleranceOf(typed: string): string | undefined {
  const [, whole = '', part = ''] = percent.exec(typed.trim()) ?? [];
  return whole === '' ? undefined : `0.${whole.padStart(2, '0')}${part}`;
}

/** The tolerance a stored setting gives an order; undefined where every change must be asked about. */
export function orderTolerance(setting: string | undefined): string | undefined {
  const fraction = toleranceOf(setting ?? '');
  return fraction === undefined || /^0\.0*$/u.test(fraction) ? undefined : fraction;
}
