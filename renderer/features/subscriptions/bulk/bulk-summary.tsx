import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useServices } from '../../../platform/services.tsx';
import { batchTitle } from '../../../text/batch-words.ts';
import { FactList } from '../../../ui/fact-list.tsx';
import type { BulkChoice } from './bulk-choice.ts';

const useStyles = makeStyles({ note: { margin: '12px 0 0' } });

export interface BulkSummaryProps {
  readonly choice: BulkChoice;
  /** What is asked; undefined while it is not said. */
  readonly asked: Readonly<Record<string, string>> | undefined;
}

/** What will come of it: for which account, what, and that nothing goes before the preview was confirmed. */
export function BulkSummary({ choice, asked }: BulkSummaryProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { account } = useServices();
  return (
    <>
      <FactList
        facts={[
          { label: t('bulk.summary.account'), value: account.name },
          { label: t('bulk.summary.what'), value: asked === undefined ? t('bulk.summary.notYet') : batchTitle(t, { kind: choice.kind, asked }) },
        ]}
      />
      <p className={styles.note}>{t('bulk.summary.promise')}</p>
    </>
  );
}
