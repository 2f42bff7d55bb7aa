import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  box: {
    display: 'flex', flexDirection: 'column', alignItems: 'center', justifyContent: 'center', gap: '8px', textAlign: 'center',
    padding: '40px 24px', flexGrow: 1, color: tokens.colorNeutralForeground2,
  },
  icon: { color: tokens.colorNeutralForeground3, fontSize: '40px', lineHeight: 1, '& svg': { width: '40px', height: '40px' } },
  title: {
    margin: 0, color: tokens.colorNeutralForeground1, fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0, maxWidth: '52ch' },
  actions: { display: 'flex', gap: '8px', marginTop: '8px', flexWrap: 'wrap', justifyContent: 'center' },
});

export interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: string;
  /** Teaches the first step. */
  readonly text: string;
  readonly actions?: ReactNode;
}

/** What a list shows when there is nothing in it. */
export function EmptyState({ icon, title, text, actions }: EmptyStateProps) {
  const styles = useStyles();
  return (
    <div className={styles.box}>
      <span className={styles.icon} aria-hidden>{icon}</span>
      <p className={styles.title}>{title}</p>
      <p className={styles.text}>{text}</p>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
