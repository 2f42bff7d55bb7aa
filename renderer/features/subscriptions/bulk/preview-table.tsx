import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { UnmatchedLine } from '../../../../shared/domain/bulk/match-lines.ts';
import type { PlannedRow } from '../../../../shared/domain/bulk/plan.ts';
import { subscriptionName } from '../../../../shared/domain/subscription/subscription.ts';
import type { Partners } from '../../../platform/use-partners.ts';
import { useFormat } from '../../../text/use-format.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { rowsBetween } from '../../../ui/rows-between.ts';
import type { Column, RowSelection } from '../../../ui/table-props.ts';
import { changeChoice } from './bulk-choice.ts';
import { effectWords, whyWords } from './bulk-words.ts';
import { seatMoney } from './seat-money.ts';
import type { SeatOffers } from './seat-money.ts';

const useStyles = makeStyles({ cut: { overflow: 'hidden', textOverflow: 'ellipsis' } });

export interface PreviewTableProps {
  readonly rows: readonly PlannedRow[];
  readonly offers: SeatOffers;
  readonly partners: Partners;
  readonly takenOut: ReadonlySet<string>;
  readonly hasMoney: boolean;
  readonly resetKey: string;
}

/** Rows with a box: chosen ones will be done. Only what can be done can be chosen. */
function useRowChoice({ rows, takenOut }: PreviewTableProps): RowSelection<PlannedRow> {
  const { t } = useTranslation();
  const set = (change: (out: Set<string>) => void): void => {
    const out = new Set(takenOut);
    change(out);
    changeChoice({ takenOut: out });
  };
  const between = (one: number, other: number): readonly PlannedRow[] =>
    rowsBetween(rows, one, other).filter(({ problem }) => problem === undefined);
  return {
    canSelect: ({ problem }) => problem === undefined,
    isSelected: ({ problem, key }) => problem === undefined && !takenOut.has(key),
    onToggle: ({ key }) => set((out) => void (out.has(key) ? out.delete(key) : out.add(key))),
    onExtend: ({ anchor, from, to }) => set((out) => {
      for (const { key } of between(anchor, from)) out.add(key);
      for (const { key } of between(anchor, to)) out.delete(key);
    }),
    onSelectAll: () => set((out) => {
      for (const { key } of rows) out.delete(key);
    }),
    onClear: () => set((out) => {
      for (const { key } of rows) out.add(key);
    }),
    label: ({ target: { row } }) => t('bulk.preview.include', { name: subscriptionName(row.subscription), customer: row.customerName }),
  };
}

/** Every row with its effect, before and after, and what speaks against it. */
export function PreviewTable(props: PreviewTableProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const { rows, offers, partners, takenOut, hasMoney } = props;
  const selection = useRowChoice(props);
  const nameOf = (partnerId: string): string => partners.rows.find((row) => row.partnerId === partnerId)?.name ?? '';
  const effects = ({ base, edits, contact, target }: PlannedRow): string =>
    effectWords({ base, edits, contact, contactBefore: target.contact }, { t, format, nameOf }).join(' · ');
  const columns: readonly Column<PlannedRow>[] = [
    { id: 'name', header: t('subscription.name'), width: 'minmax(140px, 1.2fr)', cell: ({ target }) => subscriptionName(target.row.subscription) },
    { id: 'customer', header: t('order.customer'), width: 'minmax(120px, 1fr)', cell: ({ target }) => target.row.customerName },
    { id: 'effect', header: t('bulk.preview.effect'), width: 'minmax(220px, 2fr)', cell: effects },
    ...(hasMoney ? [{
      id: 'money', header: t('bulk.preview.money'), width: '128px', align: 'end' as const,
      cell: (row: PlannedRow) => {
        const money = row.problem === undefined ? seatMoney(row, offers) : undefined;
        return money === undefined ? '' : format.money(money);
      },
    }] : []),
    {
      id: 'state', header: t('bulk.preview.state'), width: 'minmax(200px, 1.6fr)',
      cell: ({ problem, notes, key }) => {
        if (problem !== undefined) return <StatusMark kind={problem === 'already-so' ? 'info' : 'refused'}>{whyWords(t, problem)}</StatusMark>;
        if (takenOut.has(key)) return <StatusMark kind="stopped">{whyWords(t, 'taken-out')}</StatusMark>;
        const words = notes.map((note) => t(`bulk.note.${note}`)).join(' ');
        return notes.length === 0
          ? <StatusMark kind="ok">{t('bulk.preview.willBeDone')}</StatusMark>
          : <span className={styles.cut} title={words}><StatusMark kind="attention">{words}</StatusMark></span>;
      },
    },
  ];
  return (
    <DataTable
      label={t('bulk.preview.title')} columns={columns} rowCount={rows.length} rowAt={(index) => rows[index]} rowKey={({ key }) => key}
      selection={selection} resetKey={props.resetKey} noneText={t('bulk.preview.none')}
      tone={({ problem, notes }) => (problem === undefined && notes.length > 0 ? 'attention' : 'plain')}
    />
  );
}

/** The lines of a file that fit nothing, each with why. */
export function LineTable({ lines }: { readonly lines: readonly UnmatchedLine[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: readonly Column<UnmatchedLine>[] = [
    { id: 'line', header: t('bulk.preview.line'), width: '80px', align: 'end', cell: ({ line }) => format.number(line.number) },
    {
      id: 'what', header: t('bulk.preview.lineOf'), width: 'minmax(200px, 1.5fr)',
      cell: ({ line }) => line.subscriptionId ?? line.customer ?? line.id ?? '–',
    },
    {
      id: 'why', header: t('bulk.preview.why'), width: 'minmax(280px, 2fr)',
      cell: ({ problem }) => <StatusMark kind="refused">{whyWords(t, problem)}</StatusMark>,
    },
  ];
  return (
    <DataTable
      label={t('bulk.preview.lines')} columns={columns} rowCount={lines.length} rowAt={(index) => lines[index]}
      rowKey={({ line }) => String(line.number)}
    />
  );
}
