import { Combobox, Field, Option } from '@fluentui/react-components';
import { useState } from 'react';

export interface SearchChoiceOption {
  readonly value: string;
  readonly label: string;
  /** Second line, e.g. a Partner ID. */
  readonly detail?: string;
}

export interface SearchChoiceProps {
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly SearchChoiceOption[];
  readonly value: string | undefined;
  readonly onChoose: (value: string) => void;
  readonly isRequired?: boolean;
  readonly placeholder?: string;
  readonly error?: string;
}

const mostShown = 50;
const matches = (option: SearchChoiceOption, text: string): boolean =>
  `${option.label} ${option.detail ?? ''}`.toLowerCase().includes(text.toLowerCase());

/** One of a long list, found by typing: the first 50 matches are offered. */
export function SearchChoice(props: SearchChoiceProps) {
  const chosen = props.options.find((option) => option.value === props.value);
  const [typed, setTyped] = useState<string>();
  const shown = props.options.filter((option) => typed === undefined || matches(option, typed)).slice(0, mostShown);
  const error = props.error === undefined ? {} : ({ validationState: 'error', validationMessage: props.error } as const);
  const hint = props.hint === undefined ? {} : { hint: props.hint };
  return (
    <Field label={props.label} required={props.isRequired ?? false} {...hint} {...error}>
      <Combobox
        freeform
        {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
        value={typed ?? chosen?.label ?? ''}
        selectedOptions={props.value === undefined ? [] : [props.value]}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => setTyped(undefined)}
        onOptionSelect={(_event, data) => {
          setTyped(undefined);
          if (data.optionValue !== undefined) props.onChoose(data.optionValue);
        }}
      >
        {shown.map((option) => (
          <Option key={option.value} value={option.value} text={option.label}>
            <span>
              {option.label}
              {option.detail !== undefined && <span style={{ opacity: 0.75 }}> · {option.detail}</span>}
            </span>
          </Option>
        ))}
      </Combobox>
    </Field>
  );
}
