import { useTranslation } from 'react-i18next';
import { decideBy } from '../../../shared/domain/renewal/end-of-term.ts';
import { schedulingProblem } from '../../../shared/domain/subscription/next-term.ts';
import { endWords } from '../../text/edit-words.ts';
import { useClock } from '../../platform/use-clock.ts';
import { billingWords, termWords } from '../../text/commerce-words.ts';
import { useFormat } from '../../text/use-format.ts';
import { DateText } from '../../ui/date-text.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import { AutoRenewForm } from './auto-renew-form.tsx';
import { useFormStyles } from './edit-form.tsx';
import { blockOf, isFieldAsked, isFieldHeld, wantedFields } from './edit-props.ts';
import type { EditProps } from './edit-props.ts';
import { BlockedNote, EditSection } from './edit-section.tsx';
import { NextTermForm } from './next-term-form.tsx';
import { PendingEdit } from './pending-edit.tsx';
import { promotionName, scheduledWords } from './scheduled-words.tsx';

/** **Term and renewal**: what holds until the end of the term, what happens then, and the forms that change it. */
export function RenewalPanel(props: EditProps) {
  const { record, subscription, changes, promotions, asked } = props;
  const styles = useFormStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const now = useClock();
  const wanted = wantedFields(props);
  const block = blockOf(props);
  const { endsAt, promotionId, isTrial, autoRenewEnabled } = subscription;
  const cannot = schedulingProblem({ subscription, subscriptions: record.subscriptions ?? [], now });
  const renews = (isOn: boolean): string => t(isOn ? 'subscription.renews' : 'subscription.renewsNot');
  const arranged = (scheduled: typeof subscription.scheduled): string =>
    scheduled === undefined ? t('subscription.nothingScheduled') : scheduledWords(t, format, scheduled, props);
  const isEndHeld = isFieldHeld(props, 'atTermEnd');
  const isWaiting = isEndHeld || isFieldHeld(props, 'autoRenewEnabled') || isFieldHeld(props, 'scheduled');
  return (
    <Panel title={t('subscription.renewalTitle')} tone={isWaiting ? 'waiting' : 'plain'}>
      <FactList
        facts={[
          { label: t('subscription.term'), value: termWords(t, subscription.termDuration) },
          { label: t('subscription.start'), value: <DateText instant={subscription.startsAt} as="date" /> },
          { label: t('subscription.end'), value: <DateText instant={endsAt} as="date" /> },
          { label: t('subscription.decideBy'), value: endsAt && <DateText instant={decideBy(endsAt)} as="exact" /> },
          { label: t('subscription.billing'), value: billingWords(t, subscription.billingCycle) },
          { label: t('subscription.billingCycleEnd'), value: <DateText instant={subscription.billingCycleEndsAt} as="date" /> },
          { label: t('subscription.autoRenew'), value: renews(autoRenewEnabled) },
          { label: t('edit.field.atTermEnd'), value: subscription.atTermEnd && endWords(t, subscription) },
          { label: t('subscription.renewalTerm'), value: termWords(t, subscription.renewalTermDuration) },
          { label: t('subscription.scheduled'), value: arranged(subscription.scheduled) },
          { label: t('subscription.promotion'), value: promotionId && promotionName(promotions, promotionId) },
          { label: t('subscription.protection'), value: endsAt && t('subscription.protectedUntil', { date: format.date(endsAt) }) },
        ]}
      />
      <BlockedNote block={block} />
      {isTrial === true ? <p className={styles.soft}>{t('subscription.trialRenewal')}</p> : (
        <EditSection
          label={t('subscription.changeAutoRenew')}
          isAsked={(isFieldAsked(props, 'autoRenewEnabled') || isFieldAsked(props, 'atTermEnd')) && !isFieldAsked(props, 'scheduled')}
          isBlocked={block !== undefined}
          pending={(
            <PendingEdit
              changes={changes} field={isEndHeld ? 'atTermEnd' : 'autoRenewEnabled'}
              before={isEndHeld ? endWords(t, subscription) : renews(autoRenewEnabled)}
              after={isEndHeld ? endWords(t, wanted) : renews(wanted.autoRenewEnabled)}
            />
          )}
          form={(close) => <AutoRenewForm {...props} now={now} onClose={close} />}
        />
      )}
      <EditSection
        label={t('subscription.changeNextTerm')}
        isAsked={asked.schedule !== undefined || isFieldAsked(props, 'scheduled')}
        isBlocked={block !== undefined || cannot !== undefined}
        pending={(
          <PendingEdit changes={changes} field="scheduled" before={arranged(subscription.scheduled)} after={arranged(wanted.scheduled)} />
        )}
        form={(close) => <NextTermForm {...props} now={now} onClose={close} />}
      />
    </Panel>
  );
}
