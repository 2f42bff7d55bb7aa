import type { TFunction } from 'i18next';
import type { UpgradeObstacle } from '../../shared/domain/subscription/upgrade.ts';

/** Why seats cannot go into a subscription, as the contract numbers it: not active, in its window, shorter term, earlier end. */
export const intoCodes = ['1', '2', '3', '4'] as const;

/** Why seats cannot go into a subscription: the codes of the contract in words, any other as the server says it. */
export function intoObstacle(t: TFunction, error: UpgradeObstacle | undefined): string {
  const code = intoCodes.find((one) => one === error?.code);
  if (code !== undefined) return t(`upgrade.into.${code}`);
  return error === undefined || error.text === '' ? t('upgrade.noReason') : error.text;
}
