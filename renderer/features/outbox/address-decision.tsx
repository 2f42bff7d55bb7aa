import { Button, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AddressForm } from '../../../shared/domain/customer/customer-form.ts';
import type { OperationOf } from '../../../shared/sync/operation.ts';
import type { Difference } from '../../../shared/sync/difference.ts';
import { useServices } from '../../platform/services.tsx';
import { useFormat } from '../../text/use-format.ts';
import type { OutboxCommand } from './use-outbox-command.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' },
  text: { margin: 0 },
  which: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export interface AddressDecisionProps {
  readonly operation: OperationOf<'create-customer'>;
  readonly differences: readonly Difference[];
  readonly command: OutboxCommand;
}

/** The address as typed beside the server's suggestions: take one, or keep it. */
export function AddressDecision({ operation, differences, command }: AddressDecisionProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const { outbox } = useServices();
  const [choice, setChoice] = useState('keep');
  const suggestions = differences.flatMap((difference) => (difference.kind === 'address' ? difference.suggestions : []));
  const words = (address: AddressForm): string =>
    [address.addressLine1, address.addressLine2, `${address.postalCode} ${address.city}`.trim(), address.state, format.country(address.country)]
      .filter((part) => part !== '').join(', ');
  const decide = (): void => {
    const address = suggestions[Number(choice)];
    const decision = choice === 'keep' || address === undefined ? { kind: 'keep-address' as const } : { kind: 'use-address' as const, address };
    void command.run(() => outbox.decide(operation.id, decision));
  };
  const label = (which: string, address: AddressForm) => <span><span className={styles.which}>{which}</span>{words(address)}</span>;
  return (
    <div className={styles.box}>
      <p className={styles.text}>{t(suggestions.length > 0 ? 'outbox.decision.address' : 'outbox.decision.addressUnknown')}</p>
      <RadioGroup aria-label={t('outbox.decision.addressLabel')} value={choice} onChange={(_event, data) => setChoice(data.value)}>
        <Radio value="keep" label={label(t('outbox.decision.typed'), operation.payload.form.address)} />
        {suggestions.map((address, index) => (
          <Radio key={words(address)} value={String(index)} label={label(t('outbox.decision.suggested'), address)} />
        ))}
      </RadioGroup>
      <Button appearance="primary" disabled={command.isBusy} onClick={decide}>
        {t(choice === 'keep' ? 'outbox.decision.keepAddress' : 'outbox.decision.useAddress')}
      </Button>
    </div>
  );
}
