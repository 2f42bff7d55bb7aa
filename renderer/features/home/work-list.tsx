import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { TextLink } from '../../ui/text-link.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    display: 'flex', flexDirection: 'column', gap: '2px', padding: '8px 0', minWidth: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { borderTop: 'none' },
  },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  detail: { color: tokens.colorNeutralForeground2, display: 'flex', gap: '4px 16px', flexWrap: 'wrap' },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export interface WorkItem {
  readonly id: string;
  readonly to: string;
  readonly title: string;
  readonly detail: ReactNode;
}

export interface WorkListProps {
  readonly items: readonly WorkItem[];
  readonly noneText: string;
}

/** Things to go on with: each a link with a line below it. */
export function WorkList({ items, noneText }: WorkListProps) {
  const styles = useStyles();
  if (items.length === 0) return <p className={styles.none}>{noneText}</p>;
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.id} className={styles.line}>
          <span className={styles.title}><TextLink to={item.to}>{item.title}</TextLink></span>
          <span className={styles.detail}>{item.detail}</span>
        </li>
      ))}
    </ul>
  );
}
