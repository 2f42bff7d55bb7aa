import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../../../shared/domain/draft.ts';
import { useResellerStanding } from '../../platform/use-reseller-standing.ts';
import { DateText } from '../../ui/date-text.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ResellerFlag } from '../../ui/reseller-flag.tsx';
import { WorkList } from './work-list.tsx';

const mostDrafts = 6;

function title(t: TFunction, draft: Draft): string {
  if (draft.kind === 'cart') return t('home.cartDraft', { name: draft.customerName, count: draft.lines.length });
  const name = draft.fields['companyName'];
  return name === undefined || name === '' ? t('home.customerDraftUnnamed') : t('home.customerDraft', { name });
}

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
          to: draft.kind === 'cart' ? `/carts/${draft.id}` : `/customers/new?draft=${draft.id}`,
          title: title(t, draft),
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
