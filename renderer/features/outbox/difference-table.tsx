import { Radio, RadioGroup, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { totalChange } from '../../../shared/domain/cart/totals.ts';
import type { OperationOf } from '../../../shared/sync/operation.ts';
import { canTakeOver, takenOver } from '../../../shared/sync/take-over.ts';
import { useFormat } from '../../text/use-format.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { Confirmed, SaidNow, differenceSubject } from './difference-words.tsx';
import type { LineDifference } from './difference-words.tsx';

const useStyles = makeStyles({
  frame: { overflowX: 'auto', width: '100%' },
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  head: {
    textAlign: 'left', padding: '4px 12px 4px 0', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightSemibold, verticalAlign: 'bottom',
  },
  cell: { padding: '6px 12px 6px 0', verticalAlign: 'top', textAlign: 'left', fontWeight: tokens.fontWeightRegular },
  first: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  title: { fontWeight: tokens.fontWeightSemibold },
  end: { textAlign: 'right' },
  soft: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
});

type Order = OperationOf<'place-order'>;

const lineChoices = ['accept', 'change', 'drop'] as const;
/** What a person says about one line of an order that differs. */
export type LineChoice = (typeof lineChoices)[number];

export interface DifferenceTableProps {
  readonly operation: Order;
  readonly differences: readonly LineDifference[];
  readonly choiceOf: (lineId: number) => LineChoice;
  readonly choose: (lineId: number, choice: LineChoice) => void;
  /** Lines that go because their base does. */
  readonly goneWithBase: ReadonlySet<number>;
}

/** Line by line what was confirmed, what the server says, what that comes to for all seats and one period, and the choice. */
export function DifferenceTable(props: DifferenceTableProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { differences } = props;
  const lineIds = [...new Set(differences.map(({ lineId }) => lineId))].toSorted((a, b) => a - b);
  const head = (key: 'product' | 'what' | 'before' | 'now' | 'difference' | 'choice') => (
    <th key={key} scope="col" className={mergeClasses(styles.head, key === 'difference' && styles.end)}>{t(`outbox.decision.${key}`)}</th>
  );
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={t('outbox.decision.table')}>
        <thead>
          <tr>
            {head('product')}{head('what')}{head('before')}{head('now')}{head('difference')}{head('choice')}
          </tr>
        </thead>
        <tbody>
          {lineIds.map((lineId) => (
            <LineRows key={lineId} {...props} lineId={lineId} differences={differences.filter((one) => one.lineId === lineId)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LineRows({ operation, differences, lineId, ...rest }: DifferenceTableProps & { readonly lineId: number }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const { payload } = operation;
  const line = payload.lines.find(({ id }) => id === lineId);
  return differences.map((difference, index) => {
    const cell = mergeClasses(styles.cell, index === 0 && styles.first);
    return (
      <tr key={`${difference.kind} ${difference.kind === 'line-changed' ? difference.field : ''}`}>
        {index === 0 && (
          <th scope="rowgroup" rowSpan={differences.length} className={cell}>
            <span className={styles.title}>{line?.title ?? t('outbox.decision.unknownLine')}</span>
            {line !== undefined && (
              <div className={styles.soft}>
                {t('outbox.decision.seatCount', { count: line.quantity, shown: format.number(line.quantity) })}
              </div>
            )}
          </th>
        )}
        <td className={cell}>{differenceSubject(t, difference)}</td>
        <td className={cell}><Confirmed difference={difference} payload={payload} /></td>
        <td className={cell}><SaidNow difference={difference} payload={payload} /></td>
        <td className={mergeClasses(cell, styles.end)}><Effect operation={operation} difference={difference} /></td>
        {index === 0 && (
          <td rowSpan={differences.length} className={cell}>
            <Choice {...rest} lineId={lineId} title={line?.title ?? ''} canAccept={differences.every((one) => canTakeOver(payload, one))} />
          </td>
        )}
      </tr>
    );
  });
}

/** What taking the server's value changes of the line's total, with its sign. */
function Effect({ operation, difference }: { readonly operation: Order; readonly difference: LineDifference }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const line = operation.payload.lines.find(({ id }) => id === difference.lineId);
  const after = line && takenOver(line, difference);
  const change = line && after && totalChange(line, after);
  if (change === undefined) return <MoneyText money={undefined} />;
  return (
    <>
      {!change.amount.startsWith('-') && '+'}<MoneyText money={change} />
      <div className={styles.soft}>{t(`carts.per.${after?.billingCycle ?? 'monthly'}`)}</div>
    </>
  );
}

interface ChoiceProps extends Pick<DifferenceTableProps, 'choiceOf' | 'choose' | 'goneWithBase'> {
  readonly lineId: number;
  readonly title: string;
  readonly canAccept: boolean;
}

function Choice({ lineId, title, canAccept, choiceOf, choose, goneWithBase }: ChoiceProps) {
  const { t } = useTranslation();
  if (goneWithBase.has(lineId)) return t('outbox.decision.goesWithBase');
  return (
    <RadioGroup
      aria-label={t('outbox.decision.choiceFor', { title })}
      value={choiceOf(lineId)}
      onChange={(_event, { value }) => {
        const choice = lineChoices.find((one) => one === value);
        if (choice !== undefined) choose(lineId, choice);
      }}
    >
      {lineChoices.map((one) => (
        <Radio key={one} value={one} label={t(`outbox.decision.choose.${one}`)} disabled={one === 'accept' && !canAccept} />
      ))}
    </RadioGroup>
  );
}
