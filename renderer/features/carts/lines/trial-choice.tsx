import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CartLine } from '../../../../shared/domain/cart/cart-line.ts';

const renewals = ['P1Y', 'P1M'] as const;

export interface TrialChoiceProps {
  readonly line: CartLine;
  readonly onChange: (line: CartLine) => void;
}

/** What a trial becomes at its end: nothing, or a paid subscription (create-cart, renewsTo). */
export function TrialChoice({ line, onChange }: TrialChoiceProps) {
  const { t } = useTranslation();
  const choose = (value: string): void => {
    const { renewsTo: _before, ...rest } = line;
    const renewal = renewals.find((one) => one === value);
    onChange(renewal === undefined ? rest : { ...rest, renewsTo: renewal });
  };
  return (
    <Field label={t('carts.trial.label')}>
      <RadioGroup value={line.renewsTo ?? ''} onChange={(_event, data) => choose(data.value)}>
        <Radio value="" label={t('carts.trial.ends')} />
        {renewals.map((term) => <Radio key={term} value={term} label={t('carts.trial.becomes', { term: t(`carts.term.${term}`) })} />)}
      </RadioGroup>
    </Field>
  );
}
