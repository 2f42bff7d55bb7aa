import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fateWithoutRenewal, decideBy } from '../../../shared/domain/renewal/end-of-term.ts';
import { costOfFate } from '../../../shared/domain/renewal/renewal-price.ts';
import { skuOf } from '../../../shared/domain/catalogue/sku.ts';
import type { Instant } from '../../../shared/instant.ts';
import { useMirror } from '../../platform/services.tsx';
import { billingWords } from '../../text/commerce-words.ts';
import { useFormat } from '../../text/use-format.ts';
import { EditForm, useFormStyles } from './edit-form.tsx';
import { isFieldHeld, wantedFields } from './edit-props.ts';
import type { EditProps } from './edit-props.ts';
import { FormNote } from './form-note.tsx';
import { useEdits } from './use-edits.ts';

type AutoRenewFormProps = EditProps & { readonly now: Instant; readonly onClose: (isDone: boolean) => void };

/** Whether it renews by itself, and what happens at the end either way, with what that costs. */
export function AutoRenewForm(props: AutoRenewFormProps) {
  const { subscription, onClose } = props;
  const styles = useFormStyles();
  const { t } = useTranslation();
  const command = useEdits(props);
  const before = wantedFields(props);
  const [isOn, setOn] = useState(before.autoRenewEnabled);
  const [isAsked, setAsked] = useState(false);
  const isHeld = isFieldHeld(props, 'autoRenewEnabled');
  const isSame = isOn === subscription.autoRenewEnabled && !isHeld;
  const drops = !isOn && before.scheduled !== undefined;
  const submit = async (): Promise<void> => {
    setAsked(true);
    // What was arranged for the next term falls with it (set-auto-renew, notes): said, and sent, so that both sides agree.
    if (!isSame && (await command.submit({ autoRenewEnabled: isOn, ...(drops && { scheduled: null }) }))) onClose(true);
  };
  return (
    <EditForm command={command} onCancel={() => onClose(false)} onSubmit={() => void submit()}>
      <Field
        label={t('subscription.autoRenew')}
        {...(isSame && isAsked ? { validationState: 'error', validationMessage: t('subscription.sameAsNow') } : {})}
      >
        <RadioGroup value={isOn ? 'on' : 'off'} onChange={(_event, data) => setOn(data.value === 'on')}>
          <Radio value="on" label={t('subscription.renewOn')} />
          <Radio value="off" label={t('subscription.renewOff')} />
        </RadioGroup>
      </Field>
      <div role="status"><p className={styles.text}><EndEffect {...props} isOn={isOn} /></p></div>
      {drops && <FormNote>{t('subscription.dropsScheduled')}</FormNote>}
    </EditForm>
  );
}

/** What happens at the end of the term (facts.md, "End of term"), with its price by the lists held here. */
function EndEffect({ record, subscription, now, isOn }: AutoRenewFormProps & { readonly isOn: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { offerId, endsAt } = subscription;
  const [productId = '', skuId = ''] = (offerId === undefined ? '' : skuOf(offerId)).split(':');
  const lists = useMirror(['price-lists'], (mirror) => mirror.skuInLists({ productId, skuId }), [productId, skuId]);
  if (endsAt === undefined) return null;
  const fate = isOn ? 'renews' : fateWithoutRenewal(subscription, endsAt);
  const prices = { market: record.detail?.country, skuInLists: () => lists };
  const cost = costOfFate({ ...subscription, autoRenewEnabled: isOn }, fate, prices, { end: decideBy(endsAt), now });
  const price = cost.kind === 'known'
    ? t(cost.isPracticePrice ? 'subscription.endCostPractice' : 'subscription.endCost', {
      amount: format.money(cost.amount), cycle: billingWords(t, cost.billingCycle).toLowerCase(), month: format.month(cost.listMonth),
    })
    : cost.kind === 'unknown' ? t('subscription.endCostUnknown') : '';
  return <>{t(`subscription.atEnd.${fate}`, { date: format.date(endsAt) })} {price}</>;
}
