import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '../../../platform/services.tsx';
import { ListSkeleton } from '../../../ui/list-skeleton.tsx';
import { Page } from '../../../ui/page.tsx';
import { isDraftOver } from './reconcile-requests.ts';
import { newRequestDraft, readRequestDraft, requestDraftSetting } from './request-draft.ts';
import { RequestWizard } from './request-wizard.tsx';
import type { RequestWizardProps } from './request-wizard.tsx';

/** Request a partnership (portal task T2): goes on with what was typed before, or begins when there is nothing left of it to do. */
export function RequestPage() {
  const { t } = useTranslation();
  const { work, mirror } = useServices();
  const [opened, setOpened] = useState<RequestWizardProps>();
  const [broken, setBroken] = useState<{ readonly cause: unknown }>();
  useEffect(() => {
    let isWanted = true;
    const reading = Promise.all([work.setting(requestDraftSetting), work.partnerships.requests(), mirror.organization()]);
    reading.then(
      ([kept, all, provider]) => {
        const draft = readRequestDraft(kept);
        const isGoingOn = draft !== undefined && !isDraftOver(draft, all);
        if (isWanted) setOpened({ draft: isGoingOn ? draft : newRequestDraft(all[0]?.id ?? ''), provider });
      },
      (cause: unknown) => isWanted && setBroken({ cause }),
    );
    return () => {
      isWanted = false;
    };
  }, [work, mirror]);
  // A store that cannot be read is for the error boundary: waiting on would never end.
  if (broken !== undefined) throw broken.cause instanceof Error ? broken.cause : new Error('The draft cannot be read', { cause: broken.cause });
  if (opened === undefined) return <Page title={t('partnershipRequest.title')}><ListSkeleton /></Page>;
  return <RequestWizard {...opened} />;
}
