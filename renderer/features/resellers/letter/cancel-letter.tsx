import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';

export interface CancelLetterProps {
  /** Something was typed that would be lost. */
  readonly isTyped: boolean;
  readonly onCancel: () => void;
}

/** Leaves the letter for good; says what that throws away, where it throws anything away. */
export function CancelLetter({ isTyped, onCancel }: CancelLetterProps) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button appearance="subtle" onClick={() => (isTyped ? setAsking(true) : onCancel())}>{t('ui.cancel')}</Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('letter.cancel.title')}
        confirmLabel={t('letter.cancel.confirm')}
        cancelLabel={t('letter.cancel.stay')}
        onCancel={() => setAsking(false)}
        onConfirm={onCancel}
      >
        {t('letter.cancel.text')}
      </ConfirmDialog>
    </>
  );
}
