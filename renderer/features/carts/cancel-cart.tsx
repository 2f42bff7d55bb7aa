import { useTranslation } from 'react-i18next';
import type { CartDraft } from '../../../shared/domain/draft.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

export interface CancelCartProps {
  readonly isOpen: boolean;
  readonly cart: CartDraft;
  readonly onStay: () => void;
  readonly onDrop: () => void;
}

/** Cancel ends the whole operation (portal task T8), after saying what it throws away. */
export function CancelCart({ isOpen, cart, onStay, onDrop }: CancelCartProps) {
  const { t } = useTranslation();
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t('carts.cancel.title')}
      confirmLabel={t('carts.cancel.confirm')}
      cancelLabel={t('carts.cancel.stay')}
      onCancel={onStay}
      onConfirm={onDrop}
    >
      {t('carts.cancel.text', { name: cart.customerName, count: cart.lines.length })}
      {cart.name !== undefined && <> {t('carts.cancel.named', { name: cart.name })}</>}
      {cart.agreementText !== undefined && cart.agreement?.kind !== 'on-file' && <> {t('carts.cancel.agreementToo')}</>}
      {' '}{t('carts.cancel.nothingSent')}
    </ConfirmDialog>
  );
}
