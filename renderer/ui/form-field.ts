import type { Control, FieldError, FieldPath, FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

/** What all form fields share. */
export interface FormFieldProps<Values extends FieldValues, Name extends FieldPath<Values>> {
  readonly control: Control<Values>;
  readonly name: Name;
  readonly label: string;
  readonly hint?: string;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  /** Values for the sentence of the mistake, e.g. an example of a good postal code. */
  readonly errorValues?: Readonly<Record<string, string>>;
}

interface FieldShell {
  readonly required: boolean;
  readonly hint?: string;
  readonly validationState: 'error' | 'none';
  readonly validationMessage?: string;
}

interface ShellSource {
  readonly hint?: string;
  readonly isRequired?: boolean;
  readonly errorValues?: Readonly<Record<string, string>>;
}

/** What Fluent's Field needs around a control: hint, mark of a required field, and the mistake (a text key) in words. */
export function useFieldShell(source: ShellSource, error: FieldError | undefined): FieldShell {
  const { t } = useTranslation();
  const common = { required: source.isRequired ?? false, ...(source.hint === undefined ? {} : { hint: source.hint }) };
  if (error === undefined) return { ...common, validationState: 'none' };
  const key = error.message === undefined || error.message === '' ? 'ui.fieldInvalid' : error.message;
  return { ...common, validationState: 'error', validationMessage: t(key, { ...source.errorValues }) };
}
