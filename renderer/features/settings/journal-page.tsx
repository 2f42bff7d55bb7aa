import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../platform/services.tsx';
import { useFormat } from '../../text/use-format.ts';
import { JournalList } from '../../ui/journal-list.tsx';
import { ListToolbar } from '../../ui/list-toolbar.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';

const mostEntries = 300;

/** Who did what when, searchable: the last 300 entries that match. */
export function JournalPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [text, setText] = useState('');
  const entries = useLive((work) => work.journal({ limit: mostEntries, ...(text === '' ? {} : { text }) }), [text]);
  const count = entries && t('journal.count', { count: entries.length, shown: format.number(entries.length) });
  return (
    <Page title={t('journal.title')} subtitle={t('journal.hint')} breadcrumbs={[{ label: t('nav.settings'), to: '/settings' }]}>
      <ListToolbar count={count}>
        <SearchField label={t('journal.search')} value={text} onChange={setText} />
      </ListToolbar>
      {entries !== undefined && <JournalList entries={entries} withSubject />}
    </Page>
  );
}
