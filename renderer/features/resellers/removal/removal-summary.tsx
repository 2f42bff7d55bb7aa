import { Subtitle2, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { isPartialImpact } from '../../../../shared/domain/partnership/removal.ts';
import type { Removal, RemovalImpact } from '../../../../shared/domain/partnership/removal.ts';
import { useFormat } from '../../../text/use-format.ts';
import { DateText } from '../../../ui/date-text.tsx';
import { FactList } from '../../../ui/fact-list.tsx';
import { SendPlan } from '../../../ui/send-plan.tsx';
import type { ResellerSubject } from '../reseller-subject.ts';

// What is, and what will be done, are two things.
const useStyles = makeStyles({ facts: { marginBottom: '16px' } });

export interface RemovalSummaryProps {
  readonly subject: ResellerSubject;
  readonly removal: Removal | undefined;
  /** What is known now, or once it is attested, what was known then. */
  readonly impact: RemovalImpact;
}

/** Beside the steps: who, how much it touches, and by whose hand what happens. */
export function RemovalSummary({ subject, removal, impact }: RemovalSummaryProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const isPartial = isPartialImpact(impact);
  const { customersRead } = impact;
  const read = (count: number): string => (isPartial ? t('removal.soFar', { shown: format.number(count) }) : format.number(count));
  return (
    <>
      <Subtitle2 as="h2" block>{t('removal.summary')}</Subtitle2>
      <div className={styles.facts}><FactList
        facts={[
          { label: t('reseller.name'), value: subject.name },
          { label: t('reseller.partnerId'), value: subject.partnerId },
          { label: t('nav.customers'), value: format.number(impact.customers) },
          ...(customersRead === undefined
            ? []
            : [{
              label: t('removal.readTitle'),
              value: t('removal.readOf', { read: format.number(customersRead), all: format.number(impact.customers) }),
            }]),
          { label: t('removal.subscriptions'), value: read(impact.subscriptions) },
          { label: t('removal.supported'), value: read(impact.supportContacts) },
          { label: t('removal.drafts'), value: format.number(impact.drafts) },
          { label: t('removal.operations'), value: format.number(impact.operations) },
          ...(removal === undefined ? [] : [{ label: t('removal.attestedAt'), value: <DateText instant={removal.attestedAt} as="exact" /> }]),
        ]}
      /></div>
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
