import { Table20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Batch } from '../../../../shared/domain/bulk/batch.ts';
import { isOpen, needsPerson } from '../../../../shared/sync/operation.ts';
import type { Operation } from '../../../../shared/sync/operation.ts';
import { useLive } from '../../../platform/services.tsx';
import { batchTitle } from '../../../text/batch-words.ts';
import { useFormat } from '../../../text/use-format.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { DateText } from '../../../ui/date-text.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { ListSkeleton } from '../../../ui/list-skeleton.tsx';
import { Page } from '../../../ui/page.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import type { Column } from '../../../ui/table-props.ts';

type Standing = 'asking' | 'waiting' | 'over';
const signs = { asking: 'attention', waiting: 'waiting', over: 'ok' } as const;

function standingOf(id: string, operations: readonly Operation[]): Standing {
  const own = operations.filter(({ batchId }) => batchId === id);
  if (own.some(needsPerson)) return 'asking';
  return own.some(isOpen) ? 'waiting' : 'over';
}

/** Every bulk change that was confirmed here, the newest first; Enter opens it. */
export function BatchesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const batches = useLive((work) => work.batches.all(), []);
  const operations = useLive((work) => work.operations(), []);
  const columns: readonly Column<Batch>[] = [
    { id: 'title', header: t('bulk.history.what'), width: 'minmax(240px, 2fr)', cell: (batch) => batchTitle(t, batch) },
    { id: 'at', header: t('bulk.history.at'), width: '180px', cell: ({ createdAt }) => <DateText instant={createdAt} /> },
    { id: 'by', header: t('bulk.history.by'), width: 'minmax(140px, 1fr)', cell: ({ createdBy }) => createdBy },
    { id: 'rows', header: t('bulk.history.rows'), width: '110px', align: 'end', cell: ({ rows }) => format.number(rows) },
    {
      id: 'state', header: t('subscription.status'), width: '170px',
      cell: ({ id }) => {
        const standing = standingOf(id, operations ?? []);
        return <StatusMark kind={signs[standing]}>{t(`bulk.history.state.${standing}`)}</StatusMark>;
      },
    },
  ];
  const start = <LinkButton to="/subscriptions/bulk" appearance="primary">{t('bulk.history.new')}</LinkButton>;
  return (
    <Page title={t('bulk.history.title')} isFilled actions={start} breadcrumbs={[{ label: t('nav.subscriptions'), to: '/subscriptions' }]}>
      {batches === undefined && <ListSkeleton />}
      {batches?.length === 0 && <EmptyState icon={<Table20Regular />} title={t('bulk.history.none')} text={t('bulk.history.noneHint')} />}
      {batches !== undefined && batches.length > 0 && (
        <DataTable
          label={t('bulk.history.title')} columns={columns} rowCount={batches.length} rowAt={(index) => batches[index]} rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate(`/subscriptions/bulk/${id}`)}
        />
      )}
    </Page>
  );
}
