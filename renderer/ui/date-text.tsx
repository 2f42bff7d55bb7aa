import { makeStyles } from '@fluentui/react-components';
import { useFormat } from '../text/use-format.ts';
import { useNow } from '../text/use-now.ts';
import { HiddenText } from './hidden-text.tsx';

const useStyles = makeStyles({ time: { whiteSpace: 'nowrap' } });

export interface DateTextProps {
  readonly instant: string | undefined;
  /**
   * `relative` (default): "2 hours ago" with the exact moment on hover. `date`: the day alone. `exact`: day and time.
   * `time`: the time alone, with the day when it is not today.
   */
  readonly as?: 'relative' | 'date' | 'exact' | 'time';
}

/** A moment, in the user's zone and notation; the exact one on hover and for screen readers. */
export function DateText({ instant, as = 'relative' }: DateTextProps) {
  const styles = useStyles();
  const format = useFormat();
  const now = useNow();
  if (instant === undefined) return <span>–</span>;
  const exact = format.dateTime(instant);
  if (as === 'exact') return <time className={styles.time} dateTime={instant}>{exact}</time>;
  if (as === 'time') {
    const isToday = format.date(instant) === format.date(new Date(now).toISOString());
    return <time className={styles.time} dateTime={instant} title={exact}>{isToday ? format.time(instant) : exact}</time>;
  }
  const shown = as === 'date' ? format.date(instant) : format.relative(instant, now);
  return (
    <time className={styles.time} dateTime={instant} title={exact}>
      {shown}
      {as === 'relative' && <HiddenText> ({exact})</HiddenText>}
    </time>
  );
}
