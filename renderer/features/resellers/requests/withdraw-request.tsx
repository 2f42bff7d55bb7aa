import { Button, useRestoreFocusTarget } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isRequestOpen } from '../../../../shared/domain/partnership/request.ts';
import type { PartnershipRequest } from '../../../../shared/domain/partnership/request.ts';
import { useServices } from '../../../platform/services.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';

/** Waits no longer for an answer. Once done the button stays while the page does: the keyboard stands on it. */
export function WithdrawRequest({ request }: { readonly request: PartnershipRequest }) {
  const { t } = useTranslation();
  const { work } = useServices();
  const [isAsking, setAsking] = useState(false);
  const isOpen = isRequestOpen(request);
  const [wasOpen] = useState(isOpen);
  const restored = useRestoreFocusTarget();
  const pressed = useRef<HTMLElement>(undefined);
  const { name } = request.reseller;
  const withdraw = async (): Promise<void> => {
    setAsking(false);
    await work.partnerships.advance(request.id, { name: 'withdrawn' });
    if (document.activeElement === document.body) pressed.current?.focus();
  };
  if (!wasOpen) return null;
  return (
    <>
      <Button
        {...restored}
        icon={<Dismiss20Regular />}
        disabledFocusable={!isOpen}
        onClick={(event) => {
          pressed.current = event.currentTarget;
          setAsking(true);
        }}
      >
        {t('requests.withdraw')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('requests.withdrawTitle', { name })}
        confirmLabel={t('requests.withdraw')}
        cancelLabel={t('requests.withdrawNot')}
        onCancel={() => setAsking(false)}
        onConfirm={() => void withdraw()}
      >
        {t('requests.withdrawText')}
      </ConfirmDialog>
    </>
  );
}
