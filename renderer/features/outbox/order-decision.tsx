import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Difference, OperationOf } from '../../../shared/sync/operation.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useServices } from '../../platform/services.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { PriceDifferences } from './price-differences.tsx';
import type { OutboxCommand } from './use-outbox-command.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' },
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '6px' },
  wide: { width: '100%' },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
});

type LineDifference = Extract<Difference, { lineId: number }>;
type Order = OperationOf<'place-order'>;

/** A line that cannot go on as it is: the server's values cannot be taken over for it. */
const isBlocking = (difference: LineDifference): boolean =>
  difference.kind === 'offer-gone' ||
  difference.kind === 'line-refused' ||
  (difference.kind === 'line-changed' && (difference.field === 'partnerId' || difference.field === 'missing'));

export interface OrderDecisionProps {
  readonly operation: Order;
  readonly differences: readonly Difference[];
  readonly command: OutboxCommand;
}

/** Prices, offers, lines and the reseller as confirmed and as they are now. */
export function OrderDecision({ operation, differences, command }: OrderDecisionProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { outbox } = useServices();
  const ofLines = differences.filter((difference): difference is LineDifference => 'lineId' in difference);
  const blocked = [...new Set(ofLines.filter(isBlocking).map((difference) => difference.lineId))];
  const prices = ofLines.filter((difference) => difference.kind === 'price');
  const others = ofLines.filter((difference) => difference.kind !== 'price');
  const reseller = differences.find((difference) => difference.kind === 'reseller-not-ready');
  const rest = operation.payload.lines.length - blocked.length;
  const decide = (decision: Parameters<typeof outbox.decide>[1]): void =>
    void command.run(() => outbox.decide(operation.id, decision));
  return (
    <div className={styles.box}>
      {reseller !== undefined && (
        <div className={styles.wide}>
          <FailureMessage intent="warning" failure={reseller.failure} copy={copyText} />
        </div>
      )}
      {prices.length > 0 && <PriceDifferences operation={operation} prices={prices} />}
      {others.length > 0 && (
        <ul className={styles.list}>
          {others.map((difference) => (
            <li key={`${difference.lineId} ${difference.kind}`}>
              <LineWords operation={operation} difference={difference} />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        {blocked.length > 0 && rest > 0 && (
          <Button appearance="primary" disabled={command.isBusy} onClick={() => decide({ kind: 'drop-lines', lineIds: blocked })}>
            {t('outbox.decision.dropLines', { count: blocked.length })}
          </Button>
        )}
        {blocked.length === 0 && (
          <Button appearance="primary" disabled={command.isBusy} onClick={() => decide({ kind: 'accept' })}>
            {t(
              prices.length > 0
                ? 'outbox.decision.acceptPrices'
                : reseller === undefined
                  ? 'outbox.decision.accept'
                  : 'outbox.decision.checkAgain',
            )}
          </Button>
        )}
      </div>
      <p className={styles.note}>
        {t(blocked.length > 0 && rest === 0 ? 'outbox.decision.nothingLeft' : 'outbox.decision.otherwise')}
      </p>
    </div>
  );
}

function LineWords({ operation, difference }: { readonly operation: Order; readonly difference: LineDifference }) {
  const { t } = useTranslation();
  const title = operation.payload.lines.find((line) => line.id === difference.lineId)?.title ?? '';
  switch (difference.kind) {
    case 'offer-gone':
      return t('outbox.decision.offerGone', { title });
    case 'line-refused':
      return (
        <>
          <strong>{title}</strong>
          <FailureMessage intent="warning" failure={difference.failure} copy={copyText} />
        </>
      );
    case 'line-changed':
      return t('outbox.decision.lineChanged', {
        title,
        field: t(`outbox.decision.field.${difference.field}`),
        before: difference.before,
        after: difference.after,
      });
    case 'price':
    case 'promotion':
      return null;
  }
}
