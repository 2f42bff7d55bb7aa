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

/** Whether a Partner ID may stand on an order, in words, with the age of the check. */
export function VerdictMark({ verdict }: { readonly verdict: ShownVerdict | undefined }) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (verdict === undefined) return <StatusMark kind="info">{t('verdict.never')}</StatusMark>;
  const { standing, checkedAt, isOld } = verdict;
  const kind = standing !== 'good' || isOld ? 'attention' : 'ok';
  return (
    <StatusMark kind={kind}>
      {t(`verdict.${standing}.short`)}
      <span className={styles.age}> · {t(isOld ? 'verdict.checkedLongAgo' : 'verdict.checked')} <DateText instant={checkedAt} /></span>
    </StatusMark>
  );
}
