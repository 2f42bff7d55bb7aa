import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '8px 12px', paddingBottom: '10px', flexShrink: 0 },
  count: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

export interface ListToolbarProps {
  /** How many the list shows, in words; said to screen readers when it changes. */
  readonly count: string | undefined;
  readonly children: ReactNode;
}

/** The line above a list: search, filters, and how many there are. */
export function ListToolbar({ count, children }: ListToolbarProps) {
  const styles = useStyles();
  return (
    <div className={styles.bar}>
      {children}
      <span className={styles.count} role="status">{count}</span>
    </div>
  );
}
