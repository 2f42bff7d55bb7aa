import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Difference } from '../../../shared/sync/difference.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import { useServices } from '../../platform/services.tsx';
import { subscriptionStatus } from '../../text/commerce-words.ts';
import { useFormat } from '../../text/use-format.ts';
import type { OutboxCommand } from './use-outbox-command.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' },
  text: { margin: 0 },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

type Changed = Extract<Difference, { kind: 'subscription-changed' }>;

export interface SubscriptionChangedProps {
  readonly operation: Operation;
  readonly changed: Changed;
  readonly command: OutboxCommand;
  /** The button that goes on all the same. */
  readonly label: string;
  /** Why nobody can go on, in place of the button. */
  readonly stop?: string | undefined;
  /** What to do otherwise. */
  readonly otherwise: string;
}

/** A subscription that is not as it was when something was confirmed for it: a person says whether it still is to be done. */
export function SubscriptionChanged({ operation, changed: { before, after }, command, label, stop, otherwise }: SubscriptionChangedProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const { outbox } = useServices();
  const words = ({ status, quantity }: Changed['before']): string =>
    t('outbox.decision.seatsAndStatus', { count: quantity, shown: format.number(quantity), status: subscriptionStatus(t, status).words });
  return (
    <div className={styles.box}>
      <p className={styles.text}>{t('outbox.decision.subscriptionChanged', { before: words(before), after: words(after) })}</p>
      {stop === undefined ? (
        <Button
          appearance="primary" disabled={command.isBusy}
          onClick={() => void command.run(() => outbox.decide(operation.id, { kind: 'accept' }))}
        >
          {label}
        </Button>
      ) : <p className={styles.text}>{stop}</p>}
      <p className={styles.note}>{otherwise}</p>
    </div>
  );
}
