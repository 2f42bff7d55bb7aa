import { ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';

const useStyles = makeStyles({
  line: { display: 'flex', flexDirection: 'column', gap: '6px' },
  words: { display: 'flex', justifyContent: 'space-between', gap: '12px' },
  count: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

export interface ProgressLineProps {
  readonly label: string;
  readonly count: string;
  /** 0 to 1; missing while nobody knows how much there is. */
  readonly value?: number | undefined;
}

/** Progress in words and as a bar. */
export function ProgressLine({ label, count, value }: ProgressLineProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.line}>
      <div className={styles.words}>
        <span id={id}>{label}</span>
        <span className={styles.count}>{count}</span>
      </div>
      <ProgressBar aria-labelledby={id} {...(value === undefined ? {} : { value })} thickness="large" />
    </div>
  );
}
