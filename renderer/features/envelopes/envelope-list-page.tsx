import { Select } from '@fluentui/react-components';
import { MailRead24Regular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Envelope } from '../../../shared/contract/contract.ts';
import { isToHandOver, useEnvelopes } from '../../platform/use-envelopes.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column, TableHandle } from '../../ui/data-table.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { ListToolbar } from '../../ui/list-toolbar.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { envelopeFilters, isEnvelopeFilter, shownEnvelopes } from './envelope-filter.ts';
import type { EnvelopeFilter } from './envelope-filter.ts';
import { EnvelopeState } from './envelope-state.tsx';

/** Every envelope of this account, those still to be handed over on top, the one that waits longest first. */
export function EnvelopeListPage() {
  const { t } = useTranslation();
  const envelopes = useEnvelopes();
  return (
    <Page title={t('envelopes.title')} subtitle={t('envelopes.subtitle')} isFilled>
      {envelopes === undefined && <ListSkeleton />}
      {envelopes?.length === 0 && <EmptyState icon={<MailRead24Regular />} title={t('envelopes.none.title')} text={t('envelopes.none.text')} />}
      {envelopes !== undefined && envelopes.length > 0 && <List envelopes={envelopes} />}
    </Page>
  );
}

function List({ envelopes }: { readonly envelopes: readonly Envelope[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const table = useRef<TableHandle>(null);
  const [text, setText] = useState('');
  const [filter, setFilter] = useState<EnvelopeFilter>('all');
  const rows = shownEnvelopes(envelopes, text, filter);
  const columns: readonly Column<Envelope>[] = [
    { id: 'customer', header: t('carts.customer'), width: 'minmax(160px, 2fr)', cell: (envelope) => envelope.customerName },
    { id: 'user', header: t('envelopes.userName'), width: 'minmax(200px, 2fr)', cell: (envelope) => envelope.userName },
    { id: 'state', header: t('envelopes.state'), width: 'minmax(200px, 1.5fr)', cell: (envelope) => <EnvelopeState envelope={envelope} /> },
    { id: 'sealed', header: t('envelopes.sealedAt'), width: '150px', cell: (envelope) => <DateText instant={envelope.sealedAt} /> },
  ];
  return (
    <>
      <ListToolbar count={t('envelopes.count', { count: rows.length, open: rows.filter(isToHandOver).length })}>
        <SearchField label={t('envelopes.search')} value={text} onChange={setText} onEnterList={() => table.current?.focus()} />
        <Select
          aria-label={t('envelopes.show')} value={filter}
          onChange={(_event, data) => setFilter(isEnvelopeFilter(data.value) ? data.value : 'all')}
        >
          {envelopeFilters.map((one) => <option key={one} value={one}>{t(`envelopes.filter.${one}`)}</option>)}
        </Select>
      </ListToolbar>
      <DataTable
        label={t('envelopes.title')} columns={columns} rowCount={rows.length} rowAt={(index) => rows[index]} handle={table}
        rowKey={(envelope) => envelope.operationId} resetKey={`${filter} ${text}`} noneText={t('envelopes.noneFound')}
        tone={(envelope) => (isToHandOver(envelope) ? 'attention' : envelope.state === 'prepared' ? 'waiting' : 'plain')}
        onOpen={(envelope) => void navigate(`/envelopes/${envelope.operationId}`)}
      />
    </>
  );
}
