import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Age } from './age.tsx';
import type { Fact } from './fact-list.tsx';
import { StatusMark } from './status-mark.tsx';
import { VerdictMark } from './verdict-mark.tsx';
import type { ShownVerdict } from './verdict-mark.tsx';

const useStyles = makeStyles({
  facts: { display: 'flex', flexWrap: 'wrap', columnGap: '16px', rowGap: '2px', color: tokens.colorNeutralForeground2 },
  id: { fontVariantNumeric: 'tabular-nums' },
  age: { color: tokens.colorNeutralForeground3 },
});

export interface ResellerFactsProps {
  readonly partnerId: string;
  readonly isActive: boolean;
  /** How old the list is. */
  readonly readAt: string | undefined;
  /** What the last check of its Partner ID found; it has an age of its own. */
  readonly verdict: ShownVerdict | undefined;
}

/** Partner ID of a reseller, what we know of its state and of its Partner ID, and how old that is. */
export function ResellerFacts({ partnerId, isActive, readAt, verdict }: ResellerFactsProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div className={styles.facts}>
      <span className={styles.id}>{t('resellerChoice.partnerId', { partnerId: partnerId === '' ? '–' : partnerId })}</span>
      <StatusMark kind={isActive ? 'ok' : 'attention'}>{t(isActive ? 'resellerChoice.active' : 'resellerChoice.notActive')}</StatusMark>
      <span className={styles.age}><Age instant={readAt} /></span>
      {partnerId !== '' && <VerdictMark verdict={verdict} />}
    </div>
  );
}

/** The same as names and values, for a list of facts. */
export function useResellerFacts({ partnerId, isActive, readAt, verdict }: ResellerFactsProps): readonly Fact[] {
  const styles = useStyles();
  const { t } = useTranslation();
  return [
    { label: t('resellerChoice.partnerIdLabel'), value: partnerId },
    {
      label: t('reseller.status'),
      value: (
        <>
          <StatusMark kind={isActive ? 'ok' : 'attention'}>{t(isActive ? 'resellerChoice.active' : 'resellerChoice.notActive')}</StatusMark>
          <div className={styles.age}><Age instant={readAt} /></div>
        </>
      ),
    },
    { label: t('verdict.title'), value: <VerdictMark verdict={verdict} /> },
  ];
}
