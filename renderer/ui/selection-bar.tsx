import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  bar: {
    display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', padding: '6px 12px', marginBottom: '8px', flexShrink: 0,
    backgroundColor: tokens.colorBrandBackground2, borderRadius: tokens.borderRadiusLarge,
  },
  count: { fontVariantNumeric: 'tabular-nums', marginRight: '8px' },
});

export interface SelectionBarProps {
  readonly label: string;
  /** How many rows are chosen, in words. */
  readonly count: string;
  readonly clearLabel: string;
  readonly onClear: () => void;
  /** What can be done with them. */
  readonly children: ReactNode;
}

/** Stands over a list while some of its rows are chosen. */
export function SelectionBar({ label, count, clearLabel, onClear, children }: SelectionBarProps) {
  const styles = useStyles();
  return (
    <div className={styles.bar} role="group" aria-label={label}>
      <span className={styles.count} role="status">{count}</span>
      {children}
      <Button size="small" appearance="subtle" onClick={onClear}>{clearLabel}</Button>
    </div>
  );
}
