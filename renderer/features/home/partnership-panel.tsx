import { useTranslation } from 'react-i18next';
import { isRemovalOpen } from '../../../shared/domain/partnership/removal.ts';
import { isReminderDue } from '../../../shared/domain/partnership/request.ts';
import { openQuestions } from '../../../shared/domain/partnership/sighting.ts';
import { instantOf } from '../../../shared/instant.ts';
import { useLive } from '../../platform/services.tsx';
import { useNow } from '../../text/use-now.ts';
import { DateText } from '../../ui/date-text.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { WorkList } from './work-list.tsx';
import type { WorkItem } from './work-list.tsx';

/** The longest-waiting ones; the rest stands in the list of requests. */
const mostShown = 5;

/**
 * Partnerships that ask for a person: requests that somebody may have answered or nobody did for the days chosen, and
 * removals under way. Nothing when none does.
 */
export function PartnershipPanel() {
  const { t } = useTranslation();
  const now = instantOf(new Date(useNow()));
  const requests = useLive((work) => work.partnerships.requests(), []) ?? [];
  const removals = useLive((work) => work.partnerships.removals(), []) ?? [];
  const sightings = useLive((work) => work.partnerships.sightings(), []) ?? [];
  const questions = openQuestions(requests, sightings);
  const asked = requests.filter(({ id }) => questions.has(id)).toReversed();
  const due = requests.filter((request) => isReminderDue(request, now) && !questions.has(request.id)).toReversed();
  const items: readonly WorkItem[] = [
    ...removals.filter(isRemovalOpen).map(({ id, resellerId, name, attestedAt }) => ({
      id, to: `/resellers/${resellerId}/remove`, title: t('home.removal', { name }),
      detail: <><StatusMark kind="waiting">{t('home.removalOpen')}</StatusMark><DateText instant={attestedAt} /></>,
    })),
    ...[...asked, ...due].slice(0, mostShown).map(({ id, reseller, sentAt, createdAt }) => ({
      id, to: `/resellers/requests?request=${id}`, title: t('home.request', { name: reseller.name }),
      detail: (
        <>
          <StatusMark kind="attention">{t(questions.has(id) ? 'requests.isItThis' : 'requests.due')}</StatusMark>
          <DateText instant={sentAt ?? createdAt} />
        </>
      ),
    })),
  ];
  if (items.length === 0) return null;
  return (
    <Panel title={t('home.partnerships')} tone={asked.length + due.length > 0 ? 'attention' : 'waiting'}>
      <WorkList noneText="" items={items} />
    </Panel>
  );
}
