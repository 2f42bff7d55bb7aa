import { useTranslation } from 'react-i18next';
import { isSuspended } from '../../../shared/domain/subscription/subscription.ts';
import { EditForm, useFormStyles } from './edit-form.tsx';
import { isFieldHeld } from './edit-props.ts';
import type { EditProps } from './edit-props.ts';
import { FormNote } from './form-note.tsx';
import { useEdits } from './use-edits.ts';

/** Suspends or reactivates, saying what that means; while one of the two waits, the same button takes it back. */
export function StatusForm(props: EditProps & { readonly onClose: (isDone: boolean) => void }) {
  const { record, subscription, onClose } = props;
  const styles = useFormStyles();
  const { t } = useTranslation();
  const command = useEdits(props);
  const isOff = isSuspended(subscription);
  const isHeld = isFieldHeld(props, 'status');
  const addons = (record.subscriptions ?? []).filter((one) => one.parentSubscriptionId === subscription.id);
  const wanted = isOff === isHeld ? 'suspended' : 'active';
  const submit = async (): Promise<void> => {
    if (await command.submit({ status: wanted })) onClose(true);
  };
  return (
    <EditForm command={command} onCancel={() => onClose(false)} onSubmit={() => void submit()}>
      <p className={styles.text}>
        {isHeld ? t('subscription.takeBackStatus') : t(isOff ? 'subscription.reactivateEffect' : 'subscription.suspendEffect')}
      </p>
      {!isHeld && addons.length > 0 && <p className={styles.text}>{t('subscription.addonsFollow', { count: addons.length })}</p>}
      {!isHeld && subscription.scheduled !== undefined && (
        <FormNote>{t('subscription.deletesScheduled')}</FormNote>
      )}
    </EditForm>
  );
}
