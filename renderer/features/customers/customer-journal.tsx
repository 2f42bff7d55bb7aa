import { useTranslation } from 'react-i18next';
import { useLive } from '../../platform/services.tsx';
import { JournalList } from '../../ui/journal-list.tsx';
import { Panel } from '../../ui/panel.tsx';

/** The last things done here for this customer. */
export function CustomerJournal({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const found = useLive((work) => work.journal({ text: name, limit: 50 }), [name]);
  const entries = found?.filter((entry) => entry.subject === name);
  return <Panel title={t('journal.title')}><JournalList entries={entries ?? []} /></Panel>;
}
