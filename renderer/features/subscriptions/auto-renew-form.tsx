import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fateWithoutRenewal, decideBy } from '../../../shared/domain/renewal/end-of-term.ts';
import { EndChoice } from '../../../shared/domain/renewal/choice.ts';
import { costOfFate } from '../../../shared/domain/renewal/renewal-price.ts';
import { skuOf } from '../../../shared/domain/catalogue/sku.ts';
import { endOf } from '../../../shared/domain/subscription/edited-fields.ts';
import { fieldsOf } from '../../../shared/domain/subscription/subscription-edits.ts';
import type { SubscriptionFields } from '../../../shared/domain/subscription/subscription-edits.ts';
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

const labels = { renew: 'subscription.renewOn', extend: 'subscription.renewExtend', end: 'subscription.renewEnd' } as const;

/** What stands: where no Extended Service Term follows, one that does not renew ends by itself. */
function chosenOf(fields: SubscriptionFields, isExtendable: boolean): EndChoice {
  const end = endOf(fields);
  return end === 'cancel' || (end === 'extend' && !isExtendable) ? 'end' : end;
}

/** What becomes of it at the end of its term: renews, goes on by the month where that follows, or ends; with what each costs. */
export function AutoRenewForm(props: AutoRenewFormProps) {
  const { subscription, onClose } = props;
  const styles = useFormStyles();
  const { t } = useTranslation();
  const id = useId();
  const command = useEdits(props);
  const before = wantedFields(props);
  const { endsAt } = subscription;
  const isExtendable = endsAt !== undefined && fateWithoutRenewal(subscription, endsAt) === 'extends';
  const [chosen, setChosen] = useState(() => chosenOf(before, isExtendable));
  const [isAsked, setAsked] = useState(false);
  const isHeld = isFieldHeld(props, 'autoRenewEnabled') || isFieldHeld(props, 'atTermEnd');
  const isSame = chosen === chosenOf(fieldsOf(subscription), isExtendable) && !isHeld;
  // what a server does not show it may not have taken
  const isUnsure = isExtendable && (chosen === 'end' || (chosen === 'extend' && before.atTermEnd === 'cancel'));
  const drops = chosen !== 'renew' && before.scheduled !== undefined;
  const submit = async (): Promise<void> => {
    setAsked(true);
    // What was arranged for the next term falls with it (set-auto-renew, notes): said, and sent, so that both sides agree.
    const renewal = chosen === 'renew' ? { autoRenewEnabled: true } : {
      autoRenewEnabled: false, ...(isExtendable && { atTermEnd: chosen === 'end' ? 'cancel' : 'extend' } as const),
    };
    if (!isSame && (await command.submit({ ...renewal, ...(drops && { scheduled: null }) }))) onClose(true);
  };
  return (
    <EditForm command={command} onCancel={() => onClose(false)} onSubmit={() => void submit()}>
      <Field
        label={t('edit.field.atTermEnd')}
        {...(isSame && isAsked ? { validationState: 'error', validationMessage: t('subscription.sameAsNow') } : {})}
      >
        <RadioGroup value={chosen} onChange={(_event, data) => setChosen(EndChoice.parse(data.value))}>
          {EndChoice.options.filter((choice) => isExtendable || choice !== 'extend').map((choice) => (
            <div key={choice}>
              <Radio value={choice} label={t(labels[choice])} aria-describedby={`${id}${choice}`} />
              <p id={`${id}${choice}`} className={styles.soft}><EndEffect {...props} choice={choice} /></p>
            </div>
          ))}
        </RadioGroup>
      </Field>
      {isUnsure && <FormNote>{t('subscription.endUnseen')}</FormNote>}
      {drops && <FormNote>{t('subscription.dropsScheduled')}</FormNote>}
    </EditForm>
  );
}

/** What happens at the end of the term (facts.md, "End of term"), with its price by the lists held here. */
function EndEffect({ record, subscription, now, choice }: AutoRenewFormProps & { readonly choice: EndChoice }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { offerId, endsAt } = subscription;
  const [productId = '', skuId = ''] = (offerId === undefined ? '' : skuOf(offerId)).split(':');
  const lists = useMirror(['price-lists'], (mirror) => mirror.skuInLists({ productId, skuId }), [productId, skuId]);
  if (endsAt === undefined) return null;
  const off = fateWithoutRenewal(subscription, endsAt);
  const fate = choice === 'renew' ? 'renews' : choice === 'end' && (off === 'extends' || subscription.atTermEnd === 'cancel') ? 'ends' : off;
  const prices = { market: record.detail?.country, skuInLists: () => lists };
  const cost = costOfFate(subscription, fate, prices, { end: decideBy(endsAt), now });
  const price = cost.kind === 'known'
    ? t(cost.isPracticePrice ? 'subscription.endCostPractice' : 'subscription.endCost', {
      amount: format.money(cost.amount), cycle: billingWords(t, cost.billingCycle).toLowerCase(), month: format.month(cost.listMonth),
    })
    : cost.kind === 'unknown' ? t('subscription.endCostUnknown') : '';
  return <>{t(`subscription.atEnd.${fate}`, { date: format.date(endsAt) })} {price}</>;
}
