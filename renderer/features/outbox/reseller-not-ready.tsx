import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useServices } from '../../platform/services.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import type { OutboxCommand } from './use-outbox-command.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' },
  wide: { width: '100%' },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export interface ResellerNotReadyProps {
  readonly operation: Operation;
  readonly failure: Failure;
  readonly command: OutboxCommand;
}

/** A reseller that may not stand on the subscription now: it is checked again, or the change is edited or given up. */
export function ResellerNotReady({ operation, failure, command }: ResellerNotReadyProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { outbox } = useServices();
  return (
    <div className={styles.box}>
      <div className={styles.wide}><FailureMessage intent="warning" failure={failure} copy={copyText} /></div>
      <Button
        appearance="primary" disabled={command.isBusy}
        onClick={() => void command.run(() => outbox.decide(operation.id, { kind: 'accept' }))}
      >
        {t('outbox.decision.checkAgain')}
      </Button>
      <p className={styles.note}>{t('outbox.decision.otherwiseChange')}</p>
    </div>
  );
}
