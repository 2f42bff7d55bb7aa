import { Field, SpinButton } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { SeatRange } from '../../../shared/domain/cart/line-rules.ts';
import { useFormat } from '../../text/use-format.ts';

export interface SeatsFieldProps {
  readonly quantity: number;
  readonly range: SeatRange | undefined;
  /** Names the product for screen readers. */
  readonly title: string;
  readonly onChange: (quantity: number) => void;
}

/** Seats of a line, within its limits; outside them the reason is said. */
export function SeatsField({ quantity, range, title, onChange }: SeatsFieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const minimum = range?.minimum ?? 1;
  const isWrong = range !== undefined && (quantity < range.minimum || quantity > range.maximum);
  const values = { minimum: format.number(minimum), maximum: format.number(range?.maximum ?? 0) };
  const take = (typed: number): void => {
    if (Number.isInteger(typed) && typed >= 1 && typed <= 999_999_999) onChange(typed);
    else onChange(minimum);
  };
  return (
    <Field
      label={t('carts.seats')}
      {...(isWrong ? { validationState: 'error', validationMessage: t(`carts.seatsWrong.${range.reason}`, values) } : {})}
    >
      <SpinButton
        aria-label={t('carts.seatsOf', { title })}
        value={quantity}
        min={1}
        {...(range === undefined ? {} : { max: Math.max(range.maximum, quantity) })}
        step={1}
        stepPage={10}
        onChange={(_event, data) => {
          const typed = data.value ?? Number((data.displayValue ?? '').replaceAll(/\D/gu, ''));
          take(typed);
        }}
      />
    </Field>
  );
}
