import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSync20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { CustomerRecord } from '../../../../shared/ports/mirror.ts';
import { copyText } from '../../../platform/copy-text.ts';
import { useConnectivity } from '../../../platform/services.tsx';
import { useRefreshedCustomer } from '../../../platform/use-refreshed-customer.ts';
import { Age } from '../../../ui/age.tsx';
import { FailureMessage } from '../../../ui/failure-message.tsx';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: '8px', flexWrap: 'wrap', minHeight: '32px', color: tokens.colorNeutralForeground2 },
});

/** How old what is shown of the customer is, and the way to newer data. */
export function ReadCustomer({ record }: { readonly record: CustomerRecord }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { isOnline } = useConnectivity();
  const { isReading, problem, refresh } = useRefreshedCustomer(record.row.id);
  return (
    <>
      <div className={styles.line}>
        <span role="status">{isReading ? t('customer.reading') : <Age instant={record.refreshedAt} />}</span>
        {isOnline && !isReading && (
          <Button size="small" appearance="subtle" icon={<ArrowSync20Regular />} onClick={() => void refresh()}>{t('action.refresh')}</Button>
        )}
        {!isOnline && <span>{t('customer.readWhenOnline')}</span>}
      </div>
      {problem !== undefined && isOnline && <FailureMessage intent="warning" failure={problem} copy={copyText} />}
    </>
  );
}
