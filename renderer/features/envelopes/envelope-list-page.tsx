import { MailRead24Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Envelope } from '../../../shared/contract/contract.ts';
import { useEnvelopes } from '../../platform/use-envelopes.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { Page } from '../../ui/page.tsx';
import { EnvelopeState } from './envelope-state.tsx';

const orderOf: Readonly<Record<Envelope['state'], number>> = { sealed: 0, revealed: 1, prepared: 2, 'handed-over': 3, void: 4 };

/** Every envelope of this account, those still to be handed over on top. */
export function EnvelopeListPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const envelopes = useEnvelopes();
  const rows = (envelopes ?? []).toSorted((a, b) => orderOf[a.state] - orderOf[b.state] || b.sealedAt.localeCompare(a.sealedAt));
  const columns: readonly Column<Envelope>[] = [
    { id: 'customer', header: t('carts.customer'), width: 'minmax(160px, 2fr)', cell: (envelope) => envelope.customerName },
    { id: 'user', header: t('envelopes.userName'), width: 'minmax(200px, 2fr)', cell: (envelope) => envelope.userName },
    { id: 'state', header: t('envelopes.state'), width: 'minmax(180px, 1.5fr)', cell: (envelope) => <EnvelopeState envelope={envelope} /> },
    { id: 'sealed', header: t('envelopes.sealedAt'), width: '150px', cell: (envelope) => <DateText instant={envelope.sealedAt} /> },
  ];
  return (
    <Page title={t('envelopes.title')} subtitle={t('envelopes.subtitle')} isFilled>
      {envelopes === undefined && <ListSkeleton />}
      {envelopes?.length === 0 && <EmptyState icon={<MailRead24Regular />} title={t('envelopes.none.title')} text={t('envelopes.none.text')} />}
      {rows.length > 0 && (
        <DataTable
          label={t('envelopes.title')} columns={columns} rowCount={rows.length} rowAt={(index) => rows[index]}
          rowKey={(envelope) => envelope.operationId}
          tone={(envelope) => (envelope.state === 'handed-over' ? 'plain' : 'attention')}
          onOpen={(envelope) => void navigate(`/envelopes/${envelope.operationId}`)}
        />
      )}
    </Page>
  );
}
