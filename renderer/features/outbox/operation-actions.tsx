import { Button, makeStyles } from '@fluentui/react-components';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isAwaitingAgreement } from '../../../shared/sync/agreement-wait.ts';
import { isOrderLost } from '../../../shared/sync/decisions.ts';
import { withDependants } from '../../../shared/sync/dependants.ts';
import { isOpen, isStuck } from '../../../shared/sync/operation.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import { mayBeSet } from '../../../shared/sync/steps.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useConnectivity, useLive, useServices } from '../../platform/services.tsx';
import { operationTitle } from '../../text/operation-words.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { editChangePath } from './change-paths.ts';
import { editRequestPath } from './qualification-content.tsx';
import { ReopenOrder } from './reopen-order.tsx';
import type { OutboxCommand } from './use-outbox-command.ts';
import { useOutboxCommand } from './use-outbox-command.ts';

const useStyles = makeStyles({
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  list: { margin: '8px 0 0', paddingLeft: '20px' },
});

/** Where what was confirmed is changed; an order is changed as a new cart. */
function editPath(operation: Operation): string | undefined {
  if (operation.kind === 'create-customer') return `/customers/new?operation=${operation.id}`;
  if (operation.kind === 'request-qualification') return editRequestPath(operation);
  return operation.kind === 'set-support-contact' || operation.kind === 'change-subscription' ? editChangePath(operation) : undefined;
}

function cancelText(t: TFunction, operation: Operation): string {
  if (isOrderLost(operation)) return t('outbox.cancelDialog.lostText');
  if (mayBeSet(operation)) return t('outbox.cancelDialog.mayBeSetText');
  return t(isStuck(operation) ? 'outbox.cancelDialog.stuckText' : 'outbox.cancelDialog.text');
}

interface TryAgainProps {
  readonly operation: Operation;
  readonly command: OutboxCommand;
  readonly isOnline: boolean;
}

/** What was refused, as it is; what the subscription is not ready for, before its time. */
function TryAgain({ operation, command, isOnline }: TryAgainProps) {
  const { t } = useTranslation();
  const { outbox } = useServices();
  const { state } = operation;
  const isHeld = state.name === 'waiting' && state.reason === 'subscription';
  if (state.name !== 'refused' && !isHeld) return null;
  return (
    <Button
      size="small" disabled={command.isBusy || (isHeld && !isOnline)}
      onClick={() => void command.run(() => outbox.retry(operation.id))}
    >
      {t(isHeld ? 'outbox.tryNow' : 'outbox.retry')}
    </Button>
  );
}

/** Edit, try again, and cancel with its dependants after saying so. */
export function OperationActions({ operation }: { readonly operation: Operation }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { outbox } = useServices();
  const { isOnline } = useConnectivity();
  const command = useOutboxCommand();
  const [isAsking, setAsking] = useState(false);
  const all = useLive((work) => work.operations(), []) ?? [];
  if (!isOpen(operation)) return null;
  const { state } = operation;
  const others = withDependants(operation, all).slice(1);
  const isLost = isOrderLost(operation);
  const isMine = state.name === 'refused' || state.name === 'needs-decision';
  const edit = editPath(operation);
  const isAwaited = isAwaitingAgreement(operation);
  const canEdit = isMine || state.name === 'waiting' || state.name === 'ready';

  const cancel = async (): Promise<void> => {
    setAsking(false);
    await command.run(() => outbox.cancel(operation.id));
  };
  return (
    <>
      <div className={styles.row}>
        <TryAgain operation={operation} command={command} isOnline={isOnline} />
        {canEdit && edit !== undefined && (
          <LinkButton size="small" appearance={state.name === 'refused' ? 'primary' : 'secondary'} to={edit}>{t('outbox.edit')}</LinkButton>
        )}
        {isAwaited && (
          <Button size="small" disabled={!isOnline} onClick={() => outbox.wake()}>{t('outbox.agreement.lookNow')}</Button>
        )}
        {canEdit && !isLost && operation.kind === 'place-order' && <ReopenOrder operation={operation} command={command} />}
        <Button size="small" disabled={command.isBusy} onClick={() => setAsking(true)}>{t('outbox.cancel')}</Button>
      </div>
      {command.problem !== undefined && <FailureMessage failure={command.problem} copy={copyText} />}
      <ConfirmDialog
        isOpen={isAsking}
        title={t('outbox.cancelDialog.title', { what: operationTitle(t, operation) })}
        confirmLabel={t('outbox.cancelDialog.confirm')}
        cancelLabel={t('outbox.cancelDialog.stay')}
        onCancel={() => setAsking(false)}
        onConfirm={() => void cancel()}
      >
        {cancelText(t, operation)}
        {others.length > 0 && (
          <>
            {' '}{t('outbox.cancelDialog.others')}
            <ul className={styles.list}>{others.map((one) => <li key={one.id}>{operationTitle(t, one)}</li>)}</ul>
          </>
        )}
      </ConfirmDialog>
    </>
  );
}
