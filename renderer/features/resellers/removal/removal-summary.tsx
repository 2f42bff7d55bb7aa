import { Subtitle2 } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Removal, RemovalImpact } from '../../../../shared/domain/partnership/removal.ts';
import { useFormat } from '../../../text/use-format.ts';
import { DateText } from '../../../ui/date-text.tsx';
import { FactList } from '../../../ui/fact-list.tsx';
import { SendPlan } from '../../../ui/send-plan.tsx';
import type { ResellerSubject } from '../reseller-subject.ts';

export interface RemovalSummaryProps {
  readonly subject: ResellerSubject;
  readonly removal: Removal | undefined;
  readonly impact: RemovalImpact;
  /** Not all customers were read: there may be more than the numbers say. */
  readonly isPartial: boolean;
}

/** Beside the steps: who, how much it touches, and by whose hand what happens. */
export function RemovalSummary({ subject, removal, impact, isPartial }: RemovalSummaryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const read = (count: number): string => (isPartial ? t('removal.soFar', { shown: format.number(count) }) : format.number(count));
  return (
    <>
      <Subtitle2 as="h2" block>{t('removal.summary')}</Subtitle2>
      <FactList
        facts={[
          { label: t('reseller.name'), value: subject.name },
          { label: t('reseller.partnerId'), value: subject.partnerId },
          { label: t('nav.customers'), value: format.number(impact.customers) },
          { label: t('removal.subscriptions'), value: read(impact.subscriptions) },
          { label: t('removal.supported'), value: read(impact.supportContacts) },
          { label: t('removal.drafts'), value: format.number(impact.drafts) },
          { label: t('removal.operations'), value: format.number(impact.operations) },
          ...(removal === undefined ? [] : [{ label: t('removal.attestedAt'), value: <DateText instant={removal.attestedAt} as="exact" /> }]),
        ]}
      />
      <SendPlan
        isUntitled
        steps={[
          { id: 'attest', text: t('removal.plan.attest') },
          { id: 'tell', text: t('removal.plan.tell') },
          { id: 'portal', text: t('removal.plan.portal'), note: t('removal.plan.portalNote') },
        ]}
      />
    </>
  );
}
