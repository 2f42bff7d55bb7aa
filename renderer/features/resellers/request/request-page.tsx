import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '../../../platform/services.tsx';
import { ListSkeleton } from '../../../ui/list-skeleton.tsx';
import { Page } from '../../../ui/page.tsx';
import { newRequestDraft, readRequestDraft, requestDraftSetting } from './request-draft.ts';
import { RequestWizard } from './request-wizard.tsx';
import type { RequestWizardProps } from './request-wizard.tsx';

/** Request a partnership (portal task T2): goes on with what was typed before, or begins. */
export function RequestPage() {
  const { t } = useTranslation();
  const { work, mirror } = useServices();
  const [opened, setOpened] = useState<RequestWizardProps>();
  useEffect(() => {
    let isWanted = true;
    const reading = Promise.all([work.setting(requestDraftSetting), work.partnerships.requests(), mirror.organization()]);
    void reading.then(([kept, [newest], provider]) => {
      if (isWanted) setOpened({ draft: readRequestDraft(kept) ?? newRequestDraft(newest?.id ?? ''), provider });
    });
    return () => {
      isWanted = false;
    };
  }, [work, mirror]);
  if (opened === undefined) return <Page title={t('partnershipRequest.title')}><ListSkeleton /></Page>;
  return <RequestWizard {...opened} />;
}
