import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CartLine } from '../../../shared/domain/cart/cart-line.ts';
import type { OperationOf } from '../../../shared/sync/operation.ts';
import { useServices } from '../../platform/services.tsx';
import { operationTitle } from '../../text/operation-words.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { cartOfOrder } from './cart-of-order.ts';
import type { OutboxCommand } from './use-outbox-command.ts';

export interface ReopenOrderProps {
  readonly operation: OperationOf<'place-order'>;
  readonly command: OutboxCommand;
  /** The lines as they go into the cart, where some were decided on already. */
  readonly lines?: readonly CartLine[];
  readonly isPrimary?: boolean;
}

/** Takes an order out of the outbox and opens it as a new cart, where it can be changed; said before it is done. */
export function ReopenOrder({ operation, command, lines, isPrimary = false }: ReopenOrderProps) {
  const { t } = useTranslation();
  const services = useServices();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const reopen = async (): Promise<void> => {
    setAsking(false);
    if (!(await command.run(() => services.outbox.cancel(operation.id)))) return;
    const cart = await cartOfOrder(services, operation, lines ?? operation.payload.lines);
    await navigate(`/carts/${cart.id}`);
  };
  const size = isPrimary ? 'medium' : 'small';
  return (
    <>
      <Button size={size} appearance={isPrimary ? 'primary' : 'secondary'} disabled={command.isBusy} onClick={() => setAsking(true)}>
        {t('outbox.reopen')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('outbox.cancelDialog.title', { what: operationTitle(t, operation) })}
        confirmLabel={t('outbox.cancelDialog.reopen')}
        cancelLabel={t('outbox.cancelDialog.stay')}
        onCancel={() => setAsking(false)}
        onConfirm={() => void reopen()}
      >
        {t('outbox.cancelDialog.reopenText')}
      </ConfirmDialog>
    </>
  );
}
