import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { VerdictStanding } from '../../shared/domain/partnership/verdict.ts';
import { DateText } from './date-text.tsx';
import { StatusMark } from './status-mark.tsx';

const useStyles = makeStyles({ age: { color: tokens.colorNeutralForeground3 } });

/** What was found about a Partner ID, and whether that is so long ago that it may have changed. */
export interface ShownVerdict {
  readonly standing: VerdictStanding;
  readonly checkedAt: string;
  readonly isOld: boolean;
}

export interface VerdictMarkProps {
  readonly verdict: ShownVerdict | undefined;
  /** In a column that says itself that it is about checks: the age alone. */
  readonly isShort?: boolean;
}

/** Whether a Partner ID may stand on an order, in words, with the age of the check. */
export function VerdictMark({ verdict, isShort = false }: VerdictMarkProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (verdict === undefined) return <StatusMark kind="info">{t('verdict.never')}</StatusMark>;
  const { standing, checkedAt, isOld } = verdict;
  const kind = standing !== 'good' || isOld ? 'attention' : 'ok';
  const word = isOld ? t('verdict.checkedLongAgo') : isShort ? '' : t('verdict.checked');
  return (
    <StatusMark kind={kind}>
      {t(`verdict.${standing}.short`)}
      <span className={styles.age}> · {word} <DateText instant={checkedAt} /></span>
    </StatusMark>
  );
}
