import { Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ownOffer } from '../../../shared/domain/subscription/next-term.ts';
import type { UpgradeTarget } from '../../../shared/domain/subscription/upgrade.ts';
import { sum, times } from '../../../shared/money-math.ts';
import { useConnectivity } from '../../platform/services.tsx';
import { billingWords, termWords } from '../../text/commerce-words.ts';
import { intoObstacle } from '../../text/upgrade-words.ts';
import { useFormat } from '../../text/use-format.ts';
import { EditForm, useFormStyles } from './edit-form.tsx';
import type { EditProps } from './edit-props.ts';
import { ListNote } from './effect-words.tsx';
import { FormNote } from './form-note.tsx';
import { priceOf } from './price-of.ts';
import { beginOf, effectOf, isOwnKept, ownPair, pairOf, pairsFor, pairWanted, payloadOf, seatsOf, upgradeProblem } from './upgrade-choice.ts';
import type { UpgradeChoice } from './upgrade-choice.ts';
import { useUpgrade } from './use-upgrade.ts';

type UpgradeFormProps = EditProps & { readonly targets: readonly UpgradeTarget[]; readonly onClose: (isDone: boolean) => void };
type PartProps = UpgradeFormProps & { readonly choice: UpgradeChoice; readonly onChange: (choice: UpgradeChoice) => void };

/** What it becomes, how many licenses, where they go, and that it cannot be taken back. */
export function UpgradeForm(props: UpgradeFormProps) {
  const [first] = props.targets;
  return first === undefined ? null : <Form {...props} first={first} />;
}

function Form(props: UpgradeFormProps & { readonly first: UpgradeTarget }) {
  const { record, subscription, offers, first, onClose } = props;
  const styles = useFormStyles();
  const { t } = useTranslation();
  const { isOnline } = useConnectivity();
  const command = useUpgrade();
  const [choice, setChoice] = useState(() => beginOf(first, ownOffer(offers, first.catalogItemId), subscription));
  const [isAsked, setAsked] = useState(false);
  const problem = upgradeProblem(choice, subscription);
  const submit = async (): Promise<void> => {
    setAsked(true);
    if (problem === undefined && (await command.submit(payloadOf(choice, subscription, record.row)))) onClose(true);
  };
  const parts = { ...props, choice, onChange: setChoice };
  const seatsError = isAsked && problem === 'seats' ? t('upgrade.problem.seats', { count: subscription.quantity }) : undefined;
  return (
    <EditForm command={command} onCancel={() => onClose(false)} onSubmit={() => void submit()}>
      <TargetFields {...parts} seatsError={seatsError} />
      <WayFields {...parts} />
      <div role="status"><UpgradeEffect {...parts} /></div>
      {!isOnline && <p className={styles.soft}>{t('upgrade.offline')}</p>}
      {isAsked && problem === 'way' && <FormNote intent="error">{t('upgrade.problem.way')}</FormNote>}
      <Field
        required
        {...(isAsked && problem === 'confirm' ? { validationState: 'error', validationMessage: t('upgrade.problem.confirm') } as const : {})}
      >
        <Checkbox
          label={t('upgrade.understood')} checked={choice.isUnderstood}
          onChange={(_event, data) => setChoice({ ...choice, isUnderstood: data.checked === true })}
        />
      </Field>
    </EditForm>
  );
}

function TargetFields({ targets, subscription, offers, choice, onChange, seatsError }: PartProps & { readonly seatsError: string | undefined }) {
  const styles = useFormStyles();
  const { t } = useTranslation();
  const choose = (id: string): void => {
    const target = targets.find(({ catalogItemId }) => catalogItemId === id);
    if (target) onChange({ ...beginOf(target, ownOffer(offers, id), subscription), seats: choice.seats });
  };
  return (
    <>
      <Field label={t('upgrade.target')} required>
        <Select value={choice.target.catalogItemId} onChange={(_event, data) => choose(data.value)}>
          {targets.map(({ catalogItemId, title }) => <option key={catalogItemId} value={catalogItemId}>{title}</option>)}
        </Select>
      </Field>
      <Field
        className={styles.narrow} required label={t('upgrade.seats')} hint={t('upgrade.seatsHint', { count: subscription.quantity })}
        {...(seatsError === undefined ? {} : { validationState: 'error', validationMessage: seatsError })}
      >
        <Input type="number" min="1" value={choice.seats} onChange={(_event, data) => onChange({ ...choice, seats: data.value })} />
      </Field>
    </>
  );
}

function WayFields({ subscription, offers, choice, onChange }: PartProps) {
  const { t } = useTranslation();
  const { target, into, way, pair } = choice;
  const pairs = pairsFor(ownOffer(offers, target.catalogItemId), subscription);
  const transfer = target.ways.find(({ type }) => type === 'transition_with_license_transfer');
  const reason = transfer?.isEligible === false ? (transfer.errors[0]?.text ?? t('upgrade.noReason')) : undefined;
  const isWhole = seatsOf(choice) === subscription.quantity;
  return (
    <>
      <Field label={t('upgrade.where')}>
        <Select value={into} onChange={(_event, data) => onChange({ ...choice, into: data.value })}>
          <option value="">{t(isWhole ? 'upgrade.same' : 'upgrade.new')}</option>
          {target.into.map((one) => (
            <option key={one.subscriptionId} value={one.subscriptionId} disabled={!one.isEligible}>
              {one.isEligible ? one.name : t('upgrade.intoNot', { name: one.name, reason: intoObstacle(t, one.errors[0]) })}
            </option>
          ))}
        </Select>
      </Field>
      {into === '' && (pair !== '' || pairs.length > 1) && (
        <Field label={t('upgrade.pair')} hint={t(isOwnKept(pairs, subscription) ? 'upgrade.pairChoice' : 'upgrade.pairHint')}>
          <Select value={pair === '' ? ownPair(subscription) : pair} onChange={(_event, data) => onChange({ ...choice, pair: data.value })}>
            {pairs.map((one) => (
              <option key={pairOf(one)} value={pairOf(one)}>
                {termWords(t, one.termDuration)}, {billingWords(t, one.billingCycle).toLowerCase()}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field hint={reason === undefined ? t('upgrade.transferHint') : t('upgrade.transferNot', { reason })}>
        <Checkbox
          label={t('upgrade.transfer')} disabled={transfer?.isEligible !== true} checked={way === 'transition_with_license_transfer'}
          onChange={(_event, data) =>
            onChange({ ...choice, way: data.checked === true ? 'transition_with_license_transfer' : 'transition_only' })}
        />
      </Field>
    </>
  );
}

/** What a license costs now and then, by the lists of the copy, and what the upgrade means for the window and the rest. */
function UpgradeEffect({ subscription, offer, offers, choice }: PartProps) {
  const styles = useFormStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const target = ownOffer(offers, choice.target.catalogItemId);
  const [term, cycle] = pairWanted(choice, subscription);
  const before = priceOf(offer, subscription.termDuration, subscription.billingCycle);
  const after = priceOf(target, term, cycle);
  const into = choice.target.into.find(({ subscriptionId }) => subscriptionId === choice.into);
  const isSameCycle = cycle === subscription.billingCycle?.toLowerCase();
  return (
    <>
      {after === undefined && <p className={styles.soft}>{t('subscription.effect.noPrice')}</p>}
      {after !== undefined && (
        <p className={styles.text}>{t('upgrade.priceThen', { amount: format.money(after), cycle: billingWords(t, cycle).toLowerCase() })}</p>
      )}
      {after !== undefined && before?.currency === after.currency && isSameCycle && (
        <p className={styles.text}>
          {t('upgrade.priceChange', { before: format.money(before), difference: format.money(sum([after, times(before, -1)], after.currency)) })}
        </p>
      )}
      <ListNote offer={target} />
      <p className={styles.text}>{t(`upgrade.effect.${effectOf(choice, subscription)}`, { name: into?.name ?? '' })}</p>
      {subscription.scheduled !== undefined && <FormNote>{t('subscription.deletesScheduled')}</FormNote>}
    </>
  );
}
