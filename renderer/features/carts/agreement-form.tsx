import { zodResolver } from '@hookform/resolvers/zod';
import { Field, MessageBar, MessageBarBody, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { agreementWays } from '../../../shared/domain/customer/agreement-ways.ts';
import type { AgreementWay } from '../../../shared/domain/customer/agreement-ways.ts';
import { useStable } from '../../platform/use-stable.ts';
import { useFieldGrid } from '../../ui/field-grid.ts';
import { Panel } from '../../ui/panel.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { agreementOf, agreementTextOf, agreementTextSchema, today, wayIn } from './agreement-text.ts';
import type { AgreementText } from './agreement-text.ts';
import type { CartState } from './use-cart.ts';

const useStyles = makeStyles({
  text: { margin: '0 0 12px', color: tokens.colorNeutralForeground2 },
  body: { whiteSpace: 'normal' },
  ways: { marginBottom: '12px' },
});

export interface AgreementFormProps {
  readonly state: CartState;
  readonly isChecked: boolean;
  /** What the account's setting allows, the one to begin with first. */
  readonly ways: readonly AgreementWay[];
}

/** Who is asked to accept, or who accepted and when. The way that is changed keeps the person. */
export function AgreementForm({ state, isChecked, ways }: AgreementFormProps) {
  const [way, setWay] = useState<AgreementWay>(() => wayIn(state.cart.agreementText, ways));
  return <FormOfWay key={way} state={state} isChecked={isChecked} ways={ways} way={way} onWay={setWay} />;
}

interface FormOfWayProps extends AgreementFormProps {
  readonly way: AgreementWay;
  readonly onWay: (way: AgreementWay) => void;
}

function FormOfWay({ state, isChecked, ways, way, onWay }: FormOfWayProps) {
  const styles = useStyles();
  const grid = useFieldGrid();
  const { t } = useTranslation();
  const { cart } = state;
  const form = useForm<AgreementText>({
    defaultValues: agreementTextOf(cart.agreementText),
    resolver: zodResolver(agreementTextSchema(way)),
    mode: 'onTouched',
  });
  const { control } = form;
  const typed = useStable(useWatch({ control, compute: (values: AgreementText) => values }));
  const keep = useEffectEvent((text: AgreementText) => {
    const isSame = JSON.stringify(agreementTextOf(cart.agreementText)) === JSON.stringify(text);
    // A cart that was kept before there were two ways says nothing of the way, and needs not: it is the first.
    if (isSame && wayIn(cart.agreementText, ways) === way && cart.agreement?.kind === agreementOf(text, way)?.kind) return;
    state.changeAgreement(agreementOf(text, way), { ...text, way });
  });
  useEffect(() => keep(typed), [typed]);
  useEffect(() => {
    if (isChecked) void form.trigger(undefined, { shouldFocus: true });
  }, [form, isChecked]);
  return (
    <>
      <Panel title={t('carts.agreement.title')}>
        {ways.length > 1 && (
          <Field label={t('agreement.way')} className={styles.ways}>
            <RadioGroup value={way} onChange={(_event, data) => onWay(agreementWays.find((one) => one === data.value) ?? way)}>
              {ways.map((one) => <Radio key={one} value={one} label={t(`agreement.wayIs.${one}`)} />)}
            </RadioGroup>
          </Field>
        )}
        <p className={styles.text}>
          {way === 'invite' ? t('agreement.whoInvited', { name: cart.customerName }) : t('carts.agreement.who', { name: cart.customerName })}
        </p>
        <div className={grid.grid}>
          <TextField
            control={control} name="firstName" label={t('newCustomer.field.firstName')} isRequired errorValues={{ length: '50' }}
          />
          <TextField control={control} name="lastName" label={t('newCustomer.field.lastName')} isRequired errorValues={{ length: '50' }} />
          <div className={grid.whole}>
            <TextField control={control} name="email" type="email" label={t('newCustomer.field.email')} isRequired />
          </div>
          <TextField
            control={control} name="phoneNumber" type="tel" label={t('newCustomer.field.phoneNumber')} errorValues={{ length: '30' }}
          />
          {way === 'attest' && (
            <TextField control={control} name="dateAgreed" type="date" label={t('carts.agreement.date')} max={today()} isRequired />
          )}
        </div>
      </Panel>
      {way === 'invite' ? <Say>{t('agreement.inviteMeaning')}</Say> : <Say>{t('carts.agreement.meaning')}</Say>}
      {way === 'attest' && <Say isWarning>{t('carts.agreement.directOnly')}</Say>}
    </>
  );
}

function Say({ isWarning = false, children }: { readonly isWarning?: boolean; readonly children: string }) {
  const styles = useStyles();
  return (
    <MessageBar intent={isWarning ? 'warning' : 'info'} layout="multiline">
      <MessageBarBody className={styles.body}>{children}</MessageBarBody>
    </MessageBar>
  );
}
