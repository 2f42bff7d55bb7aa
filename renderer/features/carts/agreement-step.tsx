import { zodResolver } from '@hookform/resolvers/zod';
import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { Open16Regular } from '@fluentui/react-icons';
import { useEffect, useEffectEvent, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { serverCalls } from '../../../shared/partner-center/server-call.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import { bridge } from '../../platform/bridge.ts';
import { copyText } from '../../platform/copy-text.ts';
import { readServer } from '../../platform/read-server.ts';
import { useConnectivity, useServices } from '../../platform/services.tsx';
import { useStable } from '../../platform/use-stable.ts';
import { DateText } from '../../ui/date-text.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { useFieldGrid } from '../../ui/field-grid.ts';
import { Panel } from '../../ui/panel.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { agreementOf, agreementTextOf, agreementTextSchema, today } from './agreement-text.ts';
import type { AgreementText } from './agreement-text.ts';
import type { CartState } from './use-cart.ts';

const useStyles = makeStyles({
  text: { margin: '0 0 12px', color: tokens.colorNeutralForeground2 },
  body: { whiteSpace: 'normal' },
  box: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '12px', marginBottom: '12px' },
});

export interface AgreementStepProps {
  readonly state: CartState;
  readonly isChecked: boolean;
}

/** The Microsoft Customer Agreement: on file already, or who accepted it and when. */
export function AgreementStep({ state, isChecked }: AgreementStepProps) {
  const { t } = useTranslation();
  const { agreement } = state.cart;
  if (agreement?.kind !== 'on-file') return <AgreementForm state={state} isChecked={isChecked} />;
  return (
    <Panel title={t('carts.agreement.title')}>
      <StatusMark kind="ok">
        {t('carts.agreement.onFile')}
        {agreement.acceptedAt !== undefined && (
          <>
            {' '}
            <DateText instant={agreement.acceptedAt} as="date" />
          </>
        )}
      </StatusMark>
    </Panel>
  );
}

function AgreementForm({ state, isChecked }: AgreementStepProps) {
  const styles = useStyles();
  const grid = useFieldGrid();
  const { t } = useTranslation();
  const { cart } = state;
  const form = useForm<AgreementText>({
    defaultValues: agreementTextOf(cart.agreementText),
    resolver: zodResolver(agreementTextSchema),
    mode: 'onTouched',
  });
  const { control } = form;
  const typed = useStable(useWatch({ control, compute: (values: AgreementText) => values }));
  const keep = useEffectEvent((text: AgreementText) => {
    if (JSON.stringify(agreementTextOf(cart.agreementText)) === JSON.stringify(text)) return;
    state.changeAgreement(agreementOf(text), { ...text });
  });
  useEffect(() => keep(typed), [typed]);
  useEffect(() => {
    if (isChecked) void form.trigger(undefined, { shouldFocus: true });
  }, [form, isChecked]);
  return (
    <>
      <Panel title={t('carts.agreement.title')}>
        <p className={styles.text}>{t('carts.agreement.who', { name: cart.customerName })}</p>
        <AgreementLink />
        <div className={grid.grid}>
          <TextField
            control={control}
            name="firstName"
            label={t('newCustomer.field.firstName')}
            isRequired
            errorValues={{ length: '50' }}
          />
          <TextField
            control={control}
            name="lastName"
            label={t('newCustomer.field.lastName')}
            isRequired
            errorValues={{ length: '50' }}
          />
          <div className={grid.whole}>
            <TextField control={control} name="email" type="email" label={t('newCustomer.field.email')} isRequired />
          </div>
          <TextField
            control={control}
            name="phoneNumber"
            type="tel"
            label={t('newCustomer.field.phoneNumber')}
            errorValues={{ length: '30' }}
          />
          <TextField control={control} name="dateAgreed" type="date" label={t('carts.agreement.date')} max={today()} isRequired />
        </div>
      </Panel>
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody className={styles.body}>{t('carts.agreement.meaning')}</MessageBarBody>
      </MessageBar>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody className={styles.body}>{t('carts.agreement.directOnly')}</MessageBarBody>
      </MessageBar>
    </>
  );
}

/** Where the text stands that Microsoft names to everybody; the server's own link is asked for first. */
const publicText = 'https://aka.ms/customeragreement';

function AgreementLink() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { account } = useServices();
  const { isOnline } = useConnectivity();
  const [problem, setProblem] = useState<Failure>();
  const open = async (): Promise<void> => {
    setProblem(undefined);
    const template = await readServer(account.id, 'read-agreement-template', {}, serverCalls['read-agreement-template'].out);
    const url = (template.ok ? template.value.agreementLink : undefined) ?? publicText;
    const opened = await bridge.call('app.openExternal', { url });
    if (!opened.ok) setProblem(opened.error);
  };
  return (
    <div className={styles.box}>
      <Button size="small" icon={<Open16Regular />} disabled={!isOnline} onClick={() => void open()}>
        {t(isOnline ? 'carts.agreement.read' : 'carts.agreement.readOnline')}
      </Button>
      {problem !== undefined && <FailureMessage failure={problem} copy={copyText} />}
    </div>
  );
}
