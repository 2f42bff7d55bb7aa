import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { seatProblem } from '../../../shared/domain/subscription/seat-rules.ts';
import type { Instant } from '../../../shared/instant.ts';
import { EditForm, useFormStyles } from './edit-form.tsx';
import { isFieldHeld } from './edit-props.ts';
import type { EditProps } from './edit-props.ts';
import { SeatEffect } from './effect-words.tsx';
import { FormNote } from './form-note.tsx';
import { useEdits } from './use-edits.ts';

export interface SeatsFormProps extends EditProps {
  readonly initial: number;
  readonly now: Instant;
  readonly onClose: (isDone: boolean) => void;
}

/** How many seats it is to have now. What cannot be given back now can be arranged for the renewal. */
export function SeatsForm(props: SeatsFormProps) {
  const { record, subscription, offer, initial, now, onClose } = props;
  const styles = useFormStyles();
  const { t } = useTranslation();
  const [, setParams] = useSearchParams();
  const command = useEdits(props);
  const [text, setText] = useState(String(initial));
  const [isAsked, setAsked] = useState(false);
  const wanted = /^\d{1,9}$/u.test(text.trim()) ? Number(text) : Number.NaN;
  const problem = seatProblem(wanted, { subscription, offer, subscriptions: record.subscriptions ?? [], now });
  const isHeld = isFieldHeld(props, 'quantity');
  const isSame = wanted === subscription.quantity && !isHeld;
  const error = problem ? t(`subscription.seatProblem.${problem.code}`, { count: problem.count })
    : isSame && isAsked ? t('subscription.sameAsNow') : undefined;
  const submit = async (): Promise<void> => {
    setAsked(true);
    if (!problem && !isSame && (await command.submit({ quantity: wanted }))) onClose(true);
  };
  return (
    <EditForm command={command} onCancel={() => onClose(false)} onSubmit={() => void submit()}>
      <Field
        className={styles.narrow} required label={t('subscription.newSeats')}
        {...(error === undefined ? {} : { validationState: 'error', validationMessage: error })}
      >
        <Input type="number" min="1" value={text} onChange={(_event, data) => setText(data.value)} />
      </Field>
      {problem?.canSchedule === true && (
        <Button className={styles.start} onClick={() => setParams({ schedule: String(wanted) }, { replace: true })}>
          {t('subscription.scheduleInstead', { count: wanted })}
        </Button>
      )}
      <div role="status">
        {!problem && <SeatEffect subscription={subscription} offer={offer} difference={wanted - subscription.quantity} now={now} />}
      </div>
      {subscription.scheduled !== undefined && (
        <FormNote>{t('subscription.deletesScheduled')}</FormNote>
      )}
    </EditForm>
  );
}
