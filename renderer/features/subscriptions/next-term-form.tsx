import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BillingCycle, TermDuration } from '../../../shared/domain/cart/cart-line.ts';
import { Instant } from '../../../shared/instant.ts';
import type { Instant as Moment } from '../../../shared/instant.ts';
import {
  isConfirmedNext, isSameTerm, nextTermEnds, nextTermOffers, nextTermProblem, nextTermPromotions, pairFor, plannedTerm, scheduledOf,
} from '../../../shared/domain/subscription/next-term.ts';
import type { NextTerm } from '../../../shared/domain/subscription/next-term.ts';
import { billingWords, termWords } from '../../text/commerce-words.ts';
import { useFormat } from '../../text/use-format.ts';
import { SearchChoice } from '../../ui/search-choice.tsx';
import { EditForm, useFormStyles } from './edit-form.tsx';
import { isFieldHeld, wantedFields } from './edit-props.ts';
import type { EditProps } from './edit-props.ts';
import { NextTermEffect } from './next-term-effect.tsx';
import { FormNote } from './form-note.tsx';
import { UnconfirmedNote } from './unconfirmed-note.tsx';
import { useEdits } from './use-edits.ts';

type NextTermFormProps = EditProps & { readonly now: Moment; readonly onClose: (isDone: boolean) => void };

/** What it is to be from the renewal on. Where the copy lacks the catalogue of the country there is nothing to choose from. */
export function NextTermForm(props: NextTermFormProps) {
  const { record, subscription, offers, asked, onClose } = props;
  const styles = useFormStyles();
  const { t } = useTranslation();
  const { scheduled: _read, ...own } = subscription;
  const { scheduled } = wantedFields(props);
  const planned = plannedTerm({ ...own, ...(scheduled && { scheduled }) }, offers);
  const base = record.subscriptions?.find(({ id }) => id === subscription.parentSubscriptionId);
  const choices = nextTermOffers(subscription, offers, base, record.upgrades?.[subscription.id]);
  const first = choices[0];
  const pair = first && pairFor(first, { termDuration: own.termDuration ?? 'P1Y', billingCycle: own.billingCycle ?? 'monthly' });
  const start = planned ?? (first && pair && { ...pair, offer: first, quantity: own.quantity });
  if (start === undefined) {
    return (
      <div role="status">
        <p className={styles.text}>{t('subscription.noCatalogue')}</p>
        <Button onClick={() => onClose(false)}>{t('ui.cancel')}</Button>
      </div>
    );
  }
  const seats = asked.schedule !== undefined && Number.isInteger(asked.schedule) ? { quantity: asked.schedule } : {};
  return <Form {...props} choices={choices} initial={{ ...start, ...seats }} />;
}

function Form(props: NextTermFormProps & { readonly choices: NextTermFields['choices']; readonly initial: NextTerm }) {
  const { record, subscription, initial, now, onClose } = props;
  const styles = useFormStyles();
  const { t } = useTranslation();
  const command = useEdits(props);
  const [next, setNext] = useState(initial);
  const [isAsked, setAsked] = useState(false);
  const before = wantedFields(props);
  const facts = { subscription, subscriptions: record.subscriptions ?? [], now };
  const problem = nextTermProblem(next, facts);
  const hasArranged = before.scheduled !== undefined || isFieldHeld(props, 'scheduled');
  const isSame = isSameTerm(next, subscription);
  const send = async (scheduled: ReturnType<typeof scheduledOf> | null): Promise<void> => {
    if (scheduled === undefined) return;
    // A next term can only be arranged for what renews (schedule-next-term-changes: autoRenewEnabled must be true).
    const turnOn = scheduled !== null && !before.autoRenewEnabled;
    if (await command.submit({ scheduled, ...(turnOn && { autoRenewEnabled: true }) })) onClose(true);
  };
  const submit = async (): Promise<void> => {
    setAsked(true);
    // The same again with something arranged means: take that back.
    if (problem === undefined && (!isSame || hasArranged)) await send(isSame ? null : scheduledOf(next));
  };
  const words = problem === undefined ? (isSame && !hasArranged ? t('subscription.sameTerm') : undefined)
    : problem.code === 'seats' ? t(`subscription.seatProblem.${problem.seats.code}`, { count: problem.seats.count })
    : t(`subscription.nextTermProblem.${problem.code}`);
  const isSeatsWrong = problem?.code === 'seats';
  return (
    <EditForm command={command} onCancel={() => onClose(false)} onSubmit={() => void submit()}>
      <Fields {...props} next={next} onChange={setNext} seatsError={isSeatsWrong ? words : undefined} />
      {!isSeatsWrong && isAsked && words !== undefined && (
        <FormNote intent="error">{words}</FormNote>
      )}
      <div role="status">
        {problem === undefined && <NextTermEffect next={next} />}
        <UnconfirmedNote offer={next.offer} subscription={subscription} known={record.upgrades?.[subscription.id]} />
      </div>
      {!before.autoRenewEnabled && <p className={styles.text}>{t('subscription.turnsRenewalOn')}</p>}
      <p className={styles.soft}>{t('subscription.scheduledHint')}</p>
      {before.scheduled !== undefined && (
        <Button className={styles.start} disabled={command.isBusy} onClick={() => void send(null)}>{t('subscription.takeBackScheduled')}</Button>
      )}
    </EditForm>
  );
}

interface NextTermFields extends NextTermFormProps {
  readonly choices: readonly NextTerm['offer'][];
  readonly next: NextTerm;
  readonly onChange: (next: NextTerm) => void;
  readonly seatsError: string | undefined;
}

function Fields({ record, subscription, promotions, now, choices, next, onChange, seatsError }: NextTermFields) {
  const styles = useFormStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const facts = { subscription, subscriptions: record.subscriptions ?? [], now };
  const { offer, termDuration, billingCycle, quantity } = next;
  const known = record.upgrades?.[subscription.id];
  const fitting = nextTermPromotions(next, promotions, subscription.endsAt ?? now);
  const ends = nextTermEnds(next, facts);
  // What is chosen anew drops what rested on the former choice.
  const choosePair = (text: string): void => {
    const [term, cycle] = text.split(' ');
    const pair = { termDuration: TermDuration.safeParse(term), billingCycle: BillingCycle.safeParse(cycle) };
    if (pair.termDuration.success && pair.billingCycle.success)
      onChange({ offer, quantity, termDuration: pair.termDuration.data, billingCycle: pair.billingCycle.data });
  };
  const chooseOffer = (key: string): void => {
    const chosen = choices.find((one) => one.key === key);
    const pair = chosen && pairFor(chosen, next);
    if (chosen && pair) onChange({ offer: chosen, quantity, termDuration: pair.termDuration, billingCycle: pair.billingCycle });
  };
  const { promotionId: _promotion, ...withoutPromotion } = next;
  const { customTermEndsAt: _end, ...withoutEnd } = next;
  return (
    <>
      <SearchChoice
        isRequired label={t('subscription.nextProduct')} hint={t('subscription.nextProductHint')} value={offer.key} onChoose={chooseOffer}
        options={choices.map((one) => ({
          value: one.key, label: one.title,
          ...(isConfirmedNext(one, subscription, known) === false && { detail: t('subscription.nextUnconfirmed') }),
        }))}
      />
      <Field
        className={styles.narrow} required label={t('subscription.nextSeats')}
        {...(seatsError === undefined ? {} : { validationState: 'error', validationMessage: seatsError })}
      >
        <Input
          type="number" min="1" value={Number.isNaN(quantity) ? '' : String(quantity)}
          onChange={(_event, data) => onChange({ ...next, quantity: data.value.trim() === '' ? Number.NaN : Number(data.value) })}
        />
      </Field>
      <Field label={t('subscription.nextPair')}>
        <Select value={`${termDuration} ${billingCycle}`} onChange={(_event, data) => choosePair(data.value)}>
          {offer.terms.map((pair) => (
            <option key={pair.catalogItemId} value={`${pair.termDuration} ${pair.billingCycle}`}>
              {termWords(t, pair.termDuration)}, {billingWords(t, pair.billingCycle).toLowerCase()}
            </option>
          ))}
        </Select>
      </Field>
      {(fitting.length > 0 || next.promotionId !== undefined) && (
        <Field label={t('subscription.promotion')} hint={t('subscription.promotionHint')}>
          <Select
            value={next.promotionId ?? ''}
            onChange={(_event, data) => onChange(data.value === '' ? withoutPromotion : { ...next, promotionId: data.value })}
          >
            <option value="">{t('subscription.noPromotion')}</option>
            {fitting.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </Select>
        </Field>
      )}
      {ends.length > 0 && (
        <Field label={t('subscription.nextEnd')}>
          <Select
            value={next.customTermEndsAt ?? ''}
            onChange={(_event, data) => {
              const at = Instant.safeParse(data.value);
              onChange(at.success ? { ...next, customTermEndsAt: at.data } : withoutEnd);
            }}
          >
            <option value="">{t('subscription.wholeTerm')}</option>
            {ends.map(({ at, name }) => (
              <option key={at} value={at}>{format.date(at)}{name === undefined ? '' : ` (${t('subscription.endsWith', { name })})`}</option>
            ))}
          </Select>
        </Field>
      )}
    </>
  );
}
