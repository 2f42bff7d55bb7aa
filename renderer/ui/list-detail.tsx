import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useMediaQuery } from './use-media-query.ts';

const useStyles = makeStyles({
  both: { display: 'flex', height: '100%', minHeight: 0 },
  list: { width: '400px', flexShrink: 0, minWidth: 0, height: '100%', borderRight: `1px solid ${tokens.colorNeutralStroke2}` },
  detail: { flexGrow: 1, minWidth: 0, height: '100%' },
});

export interface ListDetailProps {
  /** Draws the list; `isSide` when it stands beside a detail and has little room. */
  readonly list: (isSide: boolean) => ReactNode;
  readonly detail: ReactNode | undefined;
}

/** A list, and the detail of what was chosen: side by side in a wide window, the detail alone under 1100 px. */
export function ListDetail({ list, detail }: ListDetailProps) {
  const styles = useStyles();
  const isWide = useMediaQuery('(min-width: 1100px)');
  if (detail === undefined) return list(false);
  if (!isWide) return detail;
  return (
    <div className={styles.both}>
      <div className={styles.list}>{list(true)}</div>
      <div className={styles.detail}>{detail}</div>
    </div>
  );
}
