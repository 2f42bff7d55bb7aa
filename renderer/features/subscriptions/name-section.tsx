import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EditForm } from './edit-form.tsx';
import { blockOf, isFieldAsked, isFieldHeld, wantedFields } from './edit-props.ts';
import type { EditProps } from './edit-props.ts';
import { EditSection } from './edit-section.tsx';
import { PendingEdit } from './pending-edit.tsx';
import { useEdits } from './use-edits.ts';

/** The nickname of the subscription, as the customer's lists show it (rename-subscription). */
export function NameSection(props: EditProps) {
  const { subscription, changes } = props;
  const { t } = useTranslation();
  const wanted = wantedFields(props);
  return (
    <EditSection
      label={t('subscription.rename')}
      isAsked={isFieldAsked(props, 'friendlyName')}
      isBlocked={blockOf(props) !== undefined}
      pending={<PendingEdit changes={changes} field="friendlyName" before={subscription.friendlyName} after={wanted.friendlyName} />}
      form={(close) => <NameForm {...props} initial={wanted.friendlyName} onClose={close} />}
    />
  );
}

function NameForm(props: EditProps & { readonly initial: string; readonly onClose: (isDone: boolean) => void }) {
  const { subscription, initial, onClose } = props;
  const { t } = useTranslation();
  const command = useEdits(props);
  const [text, setText] = useState(initial);
  const [isAsked, setAsked] = useState(false);
  const isHeld = isFieldHeld(props, 'friendlyName');
  const name = text.trim();
  const error = name === '' ? t('subscription.nameMissing')
    : name === subscription.friendlyName && !isHeld ? t('subscription.sameAsNow') : undefined;
  const submit = async (): Promise<void> => {
    setAsked(true);
    if (error === undefined && (await command.submit({ friendlyName: name }))) onClose(true);
  };
  return (
    <EditForm command={command} onCancel={() => onClose(false)} onSubmit={() => void submit()}>
      <Field
        required label={t('subscription.friendlyName')} hint={t('subscription.nameHint')}
        {...(isAsked && error !== undefined ? { validationState: 'error', validationMessage: error } : {})}
      >
        <Input value={text} maxLength={200} onChange={(_event, data) => setText(data.value)} />
      </Field>
    </EditForm>
  );
}
