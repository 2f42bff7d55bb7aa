import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'minmax(110px, min(32%, 220px)) 1fr', rowGap: '6px', columnGap: '12px', margin: 0 },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
});

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

/** Names and values, read-only. A value that is missing shows as a dash. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {facts.map(({ label, value }) => [
        <dt key={`${label}-name`} className={styles.term}>{label}</dt>,
        <dd key={`${label}-value`} className={styles.value}>{value === undefined || value === '' ? '–' : value}</dd>,
      ])}
    </dl>
  );
}
