import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { EndChoice } from '../../../../shared/domain/renewal/choice.ts';
import type { Instant } from '../../../../shared/instant.ts';
import type { End } from '../../../platform/read-ends.ts';
import { useFormat } from '../../../text/use-format.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { costSource, costWords, decisionWords, fateWords, productOf } from './end-words.ts';
import { EndingMenu } from './ending-menu.tsx';
import { EndsLeft } from './ends-left.tsx';

const useStyles = makeStyles({
  decision: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '4px', minWidth: 0 },
});

export interface EndingColumnsParts {
  readonly now: Instant;
  readonly onChoose: (end: End, choice: EndChoice) => void;
  readonly onPortal: (end: End) => void;
}

/** The columns of the board. */
export function useEndingColumns({ now, onChoose, onPortal }: EndingColumnsParts): readonly Column<End>[] {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  return [
    { id: 'customer', header: t('ending.column.customer'), width: 'minmax(110px, 1.2fr)', cell: ({ row }) => row.customerName },
    { id: 'product', header: t('ending.column.product'), width: 'minmax(108px, 1.5fr)', cell: productOf },
    {
      id: 'seats', header: t('ending.column.seats'), width: '84px', align: 'end',
      cell: ({ row }) => format.number(row.subscription.quantity),
    },
    {
      id: 'ends', header: t('ending.column.ends'), width: '160px',
      cell: ({ renewal }) => <EndsLeft decideBy={renewal.decideBy} now={now} />,
    },
    {
      id: 'fate', header: t('ending.column.fate'), width: '146px',
      cell: ({ renewal }) => {
        const { sign, short, words } = fateWords(t, renewal.fate);
        return <span title={words}><StatusMark kind={sign}>{short}</StatusMark></span>;
      },
    },
    {
      id: 'cost', header: t('ending.column.cost'), width: '192px', align: 'end',
      cell: ({ renewal: { cost } }) => <span title={costSource(t, format, cost)}>{costWords(t, format, cost)}</span>,
    },
    {
      id: 'decision', header: t('ending.column.decision'), width: 'minmax(170px, 1fr)',
      cell: (end) => {
        const { sign, words } = decisionWords(t, end);
        return (
          <span className={styles.decision} title={words}>
            <StatusMark kind={sign}>{words}</StatusMark>
            <EndingMenu end={end} now={now} onChoose={(choice) => onChoose(end, choice)} onPortal={() => onPortal(end)} />
          </span>
        );
      },
    },
  ];
}
