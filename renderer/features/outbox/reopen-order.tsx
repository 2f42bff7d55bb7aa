import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { failure } from '../../../shared/contract/failure.ts';
import type { CartLine } from '../../../shared/domain/cart/cart-line.ts';
import type { CartDraft } from '../../../shared/domain/draft.ts';
import { err } from '../../../shared/result.ts';
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
    let cart: CartDraft | undefined;
    const isDone = await command.run(async () => {
      // The cart first: whatever fails in between, the order is still in the outbox or its lines are in the cart.
      cart = await cartOfOrder(services, operation, lines ?? operation.payload.lines).catch(() => undefined);
      if (cart === undefined) return err(failure('storage-failed'));
      const cancelled = await services.outbox.cancel(operation.id);
      if (!cancelled.ok) await services.work.dropDraft(cart.id);
      return cancelled;
    });
    if (isDone && cart !== undefined) await navigate(`/carts/${cart.id}`);
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
