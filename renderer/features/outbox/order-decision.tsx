import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationOf } from '../../../shared/sync/operation.ts';
import type { Difference } from '../../../shared/sync/difference.ts';
import { canTakeOver, decidedPayload, withAddons } from '../../../shared/sync/take-over.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useServices } from '../../platform/services.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { DifferenceTable } from './difference-table.tsx';
import type { LineChoice } from './difference-table.tsx';
import type { LineDifference } from './difference-words.tsx';
import { ReopenOrder } from './reopen-order.tsx';
import type { OutboxCommand } from './use-outbox-command.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' },
  wide: { width: '100%' },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
});

export interface OrderDecisionProps {
  readonly operation: OperationOf<'place-order'>;
  readonly differences: readonly Difference[];
  readonly command: OutboxCommand;
}

/**
 * What is chosen for each line that differs: until a person chose, to accept what can be accepted and to leave out what
 * cannot be bought like this.
 */
function useChoices({ payload }: OperationOf<'place-order'>, differences: readonly LineDifference[]) {
  const [chosen, setChosen] = useState<Readonly<Record<number, LineChoice>>>({});
  const lineIds = [...new Set(differences.map(({ lineId }) => lineId))];
  const isBlocked = (lineId: number): boolean => differences.some((one) => one.lineId === lineId && !canTakeOver(payload, one));
  const choiceOf = (lineId: number): LineChoice => chosen[lineId] ?? (isBlocked(lineId) ? 'drop' : 'accept');
  const dropped = lineIds.filter((lineId) => choiceOf(lineId) === 'drop');
  const gone = withAddons(payload.lines, dropped);
  return {
    choiceOf, dropped, gone,
    choose: (lineId: number, choice: LineChoice) => setChosen({ ...chosen, [lineId]: choice }),
    acceptAll: () => setChosen({}),
    /** Some line that could be accepted is not. */
    canAcceptMore: lineIds.some((lineId) => !isBlocked(lineId) && choiceOf(lineId) !== 'accept'),
    toChange: lineIds.filter((lineId) => choiceOf(lineId) === 'change' && !gone.has(lineId)),
    goneWithBase: new Set([...gone].filter((lineId) => !dropped.includes(lineId))),
  };
}

/** Prices, promotions, offers, lines and the reseller as confirmed and as they are now. */
export function OrderDecision({ operation, differences, command }: OrderDecisionProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { outbox } = useServices();
  const ofLines = differences.filter((difference): difference is LineDifference => 'lineId' in difference);
  const choices = useChoices(operation, ofLines);
  const { dropped, gone, toChange } = choices;
  const reseller = differences.find((difference) => difference.kind === 'reseller-not-ready');
  const isOnlyPrices = ofLines.length > 0 && ofLines.every(({ kind }) => kind === 'price');
  const settled = ofLines.filter(({ lineId }) => !toChange.includes(lineId));
  const next = decidedPayload(operation, settled, dropped);
  const alone = operation.payload.lines.filter(({ id }) => choices.goneWithBase.has(id));
  const accept = (): void =>
    void command.run(() => outbox.decide(operation.id, { kind: 'accept', ...(dropped.length > 0 && { dropLines: dropped }) }));
  const acceptText = isOnlyPrices ? 'outbox.decision.acceptPrices' : ofLines.length > 0 ? 'outbox.decision.accept' : 'outbox.decision.checkAgain';
  return (
    <div className={styles.box}>
      {reseller !== undefined && (
        <div className={styles.wide}>
          <FailureMessage intent="warning" failure={reseller.failure} copy={copyText} />
        </div>
      )}
      {ofLines.length > 0 && <DifferenceTable {...choices} operation={operation} differences={ofLines} />}
      {alone.length > 0 && (
        <p className={styles.note}>{t('outbox.decision.addonsGo', { titles: alone.map(({ title }) => title).join(', ') })}</p>
      )}
      <div className={styles.buttons}>
        {toChange.length > 0 && <ReopenOrder isPrimary operation={operation} command={command} {...(next && { lines: next.lines })} />}
        {toChange.length === 0 && next !== undefined && (
          <Button appearance="primary" disabled={command.isBusy} onClick={accept}>
            {gone.size > 0 ? t('outbox.decision.dropLines', { count: gone.size }) : t(acceptText)}
          </Button>
        )}
        {choices.canAcceptMore && (
          <Button disabled={command.isBusy} onClick={choices.acceptAll}>{t('outbox.decision.acceptAll')}</Button>
        )}
      </div>
      <p className={styles.note}>{t(next === undefined ? 'outbox.decision.nothingLeft' : 'outbox.decision.otherwise')}</p>
    </div>
  );
}
