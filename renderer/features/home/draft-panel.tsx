import { useTranslation } from 'react-i18next';
import type { Draft } from '../../../shared/domain/draft.ts';
import { useResellerStanding } from '../../platform/use-reseller-standing.ts';
import { draftPath, draftTitle } from '../../text/draft-words.ts';
import { DateText } from '../../ui/date-text.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ResellerFlag } from '../../ui/reseller-flag.tsx';
import { WorkList } from './work-list.tsx';

const mostDrafts = 6;

/** Drafts to go on with, the latest first. */
export function DraftPanel({ drafts }: { readonly drafts: readonly Draft[] }) {
  const { t } = useTranslation();
  const standingOf = useResellerStanding();
  const latest = drafts.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt)).slice(0, mostDrafts);
  return (
    <Panel title={t('home.drafts')}>
      <WorkList
        noneText={t('home.noDrafts')}
        items={latest.map((draft) => ({
          id: draft.id,
          to: draftPath(draft),
          title: draftTitle(t, draft),
          detail: (
            <>
              <span>{t('home.changed')} <DateText instant={draft.updatedAt} /></span>
              <ResellerFlag standing={standingOf(draft.reseller)} />
            </>
          ),
        }))}
      />
    </Panel>
  );
}
