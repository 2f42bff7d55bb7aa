import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSync20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/contract/failure.ts';
import type { CustomerRecord } from '../../../../shared/ports/mirror.ts';
import { copyText } from '../../../platform/copy-text.ts';
import { useConnectivity, useServices } from '../../../platform/services.tsx';
import { Age } from '../../../ui/age.tsx';
import { FailureMessage } from '../../../ui/failure-message.tsx';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: '8px', flexWrap: 'wrap', minHeight: '32px', color: tokens.colorNeutralForeground2 },
});

/** How old what is shown of the customer is, and the way to newer data. */
export function ReadCustomer({ record }: { readonly record: CustomerRecord }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { pull } = useServices();
  const { isOnline } = useConnectivity();
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<Failure>();
  const read = async (): Promise<void> => {
    setReading(true);
    const answer = await pull.refreshCustomer(record.row.id);
    setReading(false);
    setProblem(answer.ok ? undefined : answer.error);
  };
  return (
    <>
      <div className={styles.line}>
        <span role="status">{isReading ? t('customer.reading') : <Age instant={record.refreshedAt} />}</span>
        {isOnline && !isReading && (
          <Button size="small" appearance="subtle" icon={<ArrowSync20Regular />} onClick={() => void read()}>{t('action.refresh')}</Button>
        )}
        {!isOnline && <span>{t('customer.readWhenOnline')}</span>}
      </div>
      {problem !== undefined && isOnline && <FailureMessage intent="warning" failure={problem} copy={copyText} />}
    </>
  );
}
