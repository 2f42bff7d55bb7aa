import { useMemo } from 'react';
import { queryOf } from '../../../shared/domain/briefcase/briefcase-choice.ts';
import type { BriefcaseChoice } from '../../../shared/domain/briefcase/briefcase-choice.ts';
import type { BriefcaseContent } from '../../../shared/domain/briefcase/briefcase-parts.ts';
import type { BriefcaseRun } from '../../../shared/ports/briefcase.ts';
import { useBriefcaseChoice, useBriefcaseRun } from '../../platform/use-briefcase.ts';
import { useClock } from '../../platform/use-clock.ts';
import { usePartners } from '../../platform/use-partners.ts';
import { useMirror } from '../../platform/services.tsx';
import { briefcaseView } from './briefcase-view.ts';
import type { BriefcaseView } from './briefcase-view.ts';

export interface ShownBriefcase {
  readonly choice: BriefcaseChoice;
  readonly content: BriefcaseContent;
  readonly view: BriefcaseView;
  readonly run: BriefcaseRun | undefined;
}

const none = { resellerIds: [], customerIds: [] };

/** All that the screen shows, live; undefined before the first answer. */
export function useBriefcaseView(): ShownBriefcase | undefined {
  const now = useClock();
  const choice = useBriefcaseChoice();
  const run = useBriefcaseRun();
  const partners = usePartners();
  const content = useMirror(
    ['customers', 'resellers', 'catalogue', 'price-lists', 'status'],
    (mirror) => mirror.briefcase(choice === undefined ? none : queryOf(choice)),
    [JSON.stringify(choice)],
  );
  return useMemo(() => {
    if (choice === undefined || content === undefined || partners === undefined) return undefined;
    return { choice, content, run, view: briefcaseView(choice, content, partners, run, now) };
  }, [choice, content, partners, run, now]);
}
