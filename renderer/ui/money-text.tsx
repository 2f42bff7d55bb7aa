import { makeStyles } from '@fluentui/react-components';
import type { Money } from '../../shared/money.ts';
import { useFormat } from '../text/use-format.ts';

const useStyles = makeStyles({ money: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' } });

export interface MoneyTextProps {
  readonly money: Money | undefined;
  /** The amount without its currency, where the column names it once. */
  readonly isBare?: boolean;
}

/** An amount in the user's notation; a dash when there is none. */
export function MoneyText({ money, isBare = false }: MoneyTextProps) {
  const styles = useStyles();
  const format = useFormat();
  if (money === undefined) return <span>–</span>;
  return <span className={styles.money}>{isBare ? format.amount(money) : format.money(money)}</span>;
}
