import { Field, Input, Textarea } from '@fluentui/react-components';
import { useController } from 'react-hook-form';
import type { FieldPath, FieldValues } from 'react-hook-form';
import { useFieldShell } from './form-field.ts';
import type { FormFieldProps } from './form-field.ts';

export interface TextFieldProps<Values extends FieldValues, Name extends FieldPath<Values>> extends FormFieldProps<Values, Name> {
  readonly type?: 'text' | 'email' | 'tel' | 'date' | 'number';
  readonly autoComplete?: string;
  readonly placeholder?: string;
  /** Fixed text after what is typed, e.g. `.onmicrosoft.com`. */
  readonly suffix?: string;
  readonly min?: string;
  readonly max?: string;
  readonly maxLength?: number;
  /** More lines than one. */
  readonly rows?: number;
  /** Changes what is typed before it is kept, e.g. to lower case. */
  readonly tidy?: (text: string) => string;
}

const asText = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? `${value}` : '');

/** A line of text in a form: label, hint, and the mistake as an alert tied to the field. The field's value is text. */
export function TextField<Values extends FieldValues, Name extends FieldPath<Values>>(props: TextFieldProps<Values, Name>) {
  const { field: { ref, name, value, onBlur, onChange }, fieldState } = useController({
    name: props.name, control: props.control,
  });
  const shell = useFieldShell(props, fieldState.error);
  const change = (text: string): void => onChange(props.tidy === undefined ? text : props.tidy(text));
  const common = {
    ref,
    name,
    onBlur,
    value: asText(value),
    disabled: props.isDisabled ?? false,
    ...(props.placeholder === undefined ? {} : { placeholder: props.placeholder }),
    ...(props.maxLength === undefined ? {} : { maxLength: props.maxLength }),
  };
  return (
    <Field label={props.label} {...shell}>
      {props.rows === undefined ? (
        <Input
          {...common}
          type={props.type ?? 'text'}
          {...(props.autoComplete === undefined ? {} : { autoComplete: props.autoComplete })}
          {...(props.suffix === undefined ? {} : { contentAfter: props.suffix })}
          {...(props.min === undefined ? {} : { min: props.min })}
          {...(props.max === undefined ? {} : { max: props.max })}
          onChange={(_event, data) => change(data.value)}
        />
      ) : (
        <Textarea {...common} rows={props.rows} onChange={(_event, data) => change(data.value)} />
      )}
    </Field>
  );
}
