import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { LeftOut } from '../../../../shared/domain/bulk/batch.ts';
import type { ResultRow, RowOutcome } from '../../../../shared/domain/bulk/outcomes.ts';
import { useMirror } from '../../../platform/services.tsx';
import { useFormat } from '../../../text/use-format.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import type { Column } from '../../../ui/table-props.ts';
import { effectWords, outcomeSigns, whyWords } from './bulk-words.ts';
import type { EffectParts } from './bulk-words.ts';
import { outcomeWords, reasonWords } from './result-words.ts';

const tones: Partial<Record<RowOutcome, 'waiting' | 'attention'>> = {
  waiting: 'waiting', unknown: 'waiting', refused: 'attention', decision: 'attention',
};

const partsOf = ({ operations }: ResultRow): EffectParts =>
  operations.reduce<EffectParts>((parts, operation) => {
    if (operation.kind === 'change-subscription') return { ...parts, base: operation.payload.base, edits: operation.payload.edits };
    if (operation.kind !== 'set-support-contact') return parts;
    return { ...parts, contact: operation.payload.contact, contactBefore: operation.payload.before };
  }, {});

/** What became of each row, with why, and the way to its place in the outbox; Enter opens it. */
export function ResultTable({ rows, resetKey }: { readonly rows: readonly ResultRow[]; readonly resetKey: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const resellers = useMirror(['resellers'], (mirror) => mirror.resellers(), []);
  const nameOf = (partnerId: string): string => resellers?.find((row) => row.partnerId === partnerId)?.name ?? '';
  const pathOf = ({ operations: [first] }: ResultRow): string => (first === undefined ? '/outbox' : `/outbox/${first.id}`);
  const columns: readonly Column<ResultRow>[] = [
    {
      id: 'name', header: t('subscription.name'), width: 'minmax(140px, 1.2fr)',
      cell: ({ operations: [first], row }) => first?.payload.subscriptionName ?? row.subscriptionId,
    },
    {
      id: 'customer', header: t('order.customer'), width: 'minmax(120px, 1fr)',
      cell: ({ operations: [first] }) => first?.payload.customerName ?? '–',
    },
    {
      id: 'effect', header: t('bulk.preview.effect'), width: 'minmax(200px, 1.6fr)',
      cell: (row) => effectWords(partsOf(row), { t, format, nameOf }).join(' · '),
    },
    {
      id: 'outcome', header: t('bulk.batch.result'), width: '150px',
      cell: (row) => <StatusMark kind={outcomeSigns[row.outcome]}>{outcomeWords(t, row)}</StatusMark>,
    },
    { id: 'reason', header: t('bulk.column.reason'), width: 'minmax(180px, 1.8fr)', cell: (row) => reasonWords(t, row) },
    {
      id: 'open', header: t('bulk.batch.operation'), width: '136px',
      cell: (row) => <LinkButton to={pathOf(row)} size="small" appearance="subtle" isInRow>{t('bulk.batch.open')}</LinkButton>,
    },
  ];
  return (
    <DataTable
      label={t('bulk.batch.rows')} columns={columns} rowCount={rows.length} rowAt={(index) => rows[index]} rowKey={({ key }) => key}
      onOpen={(row) => void navigate(pathOf(row))} resetKey={resetKey} noneText={t('bulk.batch.none')}
      tone={({ outcome }) => tones[outcome] ?? 'plain'}
    />
  );
}

/** What the preview showed and was not done, with why. */
export function LeftOutTable({ leftOut }: { readonly leftOut: readonly LeftOut[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: readonly Column<LeftOut>[] = [
    {
      id: 'name', header: t('subscription.name'), width: 'minmax(160px, 1.2fr)',
      cell: ({ subscriptionName, subscriptionId }) => subscriptionName || subscriptionId,
    },
    { id: 'customer', header: t('order.customer'), width: 'minmax(140px, 1fr)', cell: ({ customerName, customerId }) => customerName || customerId },
    { id: 'line', header: t('bulk.preview.line'), width: '80px', align: 'end', cell: ({ line }) => (line === undefined ? '' : format.number(line)) },
    { id: 'why', header: t('bulk.preview.why'), width: 'minmax(240px, 2fr)', cell: ({ why }) => whyWords(t, why) },
  ];
  return (
    <DataTable
      label={t('bulk.outcome.left-out')} columns={columns} rowCount={leftOut.length} rowAt={(index) => leftOut[index]}
      rowKey={({ customerId, subscriptionId, line = 0 }) => `${customerId} ${subscriptionId} ${line}`}
    />
  );
}
