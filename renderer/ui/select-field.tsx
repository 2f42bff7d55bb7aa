import { Field, Select } from '@fluentui/react-components';
import { useController } from 'react-hook-form';
import type { FieldPath, FieldValues } from 'react-hook-form';
import { useFieldShell } from './form-field.ts';
import type { FormFieldProps } from './form-field.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface SelectFieldProps<Values extends FieldValues, Name extends FieldPath<Values>>
  extends FormFieldProps<Values, Name> {
  readonly choices: readonly Choice[];
  /** Shown as the first, empty choice. */
  readonly placeholder?: string;
}

/** One of a short list. The system's own list: quick with the keyboard and known to every screen reader. */
export function SelectField<Values extends FieldValues, Name extends FieldPath<Values>>(props: SelectFieldProps<Values, Name>) {
  const { field: { ref, name, value, onBlur, onChange }, fieldState } = useController({
    name: props.name, control: props.control,
  });
  const shell = useFieldShell(props, fieldState.error);
  const chosen: unknown = value;
  const control = { ref, name, onBlur, value: typeof chosen === 'string' ? chosen : '', disabled: props.isDisabled ?? false };
  return (
    <Field label={props.label} {...shell}>
      <Select {...control} onChange={(_event, data) => onChange(data.value)}>
        {props.placeholder !== undefined && <option value="">{props.placeholder}</option>}
        {props.choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.label}</option>)}
      </Select>
    </Field>
  );
}
