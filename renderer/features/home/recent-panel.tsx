import { useTranslation } from 'react-i18next';
import { useLive } from '../../platform/services.tsx';
import { journalSentence } from '../../text/journal-words.ts';
import { DateText } from '../../ui/date-text.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { WorkList } from './work-list.tsx';

const mostEntries = 5;

/** What was done last: orders and customers that went through. */
export function RecentPanel() {
  const { t } = useTranslation();
  const entries = useLive(
    async (work) => (await work.journal({ limit: 200 })).filter((entry) => entry.what === 'done').slice(0, mostEntries),
    [],
  );
  return (
    <Panel
      title={t('home.recent')}
      actions={<LinkButton to="/settings/journal" size="small" appearance="subtle">{t('journal.title')}</LinkButton>}
    >
      <WorkList
        noneText={t('home.nothingRecent')}
        items={(entries ?? []).map((entry) => ({
          id: entry.id,
          to: entry.operationId === undefined ? '/settings/journal' : `/outbox/${entry.operationId}`,
          title: entry.subject ?? '',
          detail: <>{journalSentence(t, entry)} <DateText instant={entry.at} /></>,
        }))}
      />
    </Panel>
  );
}
