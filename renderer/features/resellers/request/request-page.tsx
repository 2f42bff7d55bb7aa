import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '../../../platform/services.tsx';
import { ListSkeleton } from '../../../ui/list-skeleton.tsx';
import { Page } from '../../../ui/page.tsx';
import { newRequestDraft, readRequestDraft, requestDraftSetting } from './request-draft.ts';
import type { RequestDraft } from './request-draft.ts';
import { RequestWizard } from './request-wizard.tsx';

/** Request a partnership (portal task T2): goes on with what was typed before, or begins. */
export function RequestPage() {
  const { t } = useTranslation();
  const { work } = useServices();
  const [draft, setDraft] = useState<RequestDraft>();
  useEffect(() => {
    let isWanted = true;
    void Promise.all([work.setting(requestDraftSetting), work.partnerships.requests()]).then(([kept, [newest]]) => {
      if (isWanted) setDraft(readRequestDraft(kept) ?? newRequestDraft(newest?.id ?? ''));
    });
    return () => {
      isWanted = false;
    };
  }, [work]);
  if (draft === undefined) return <Page title={t('partnershipRequest.title')}><ListSkeleton /></Page>;
  return <RequestWizard draft={draft} />;
}
