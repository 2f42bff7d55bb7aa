import { useTranslation } from 'react-i18next';
import type { Operation } from '../../../shared/sync/operation.ts';
import type { Difference } from '../../../shared/sync/difference.ts';
import { copyText } from '../../platform/copy-text.ts';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { Panel } from '../../ui/panel.tsx';
import { AddressDecision } from './address-decision.tsx';
import { CancellationDecision } from './cancellation-content.tsx';
import { ChangeDecision } from './change-decision.tsx';
import { EditDecision } from './edit-decision.tsx';
import { LostOrderDecision } from './lost-order-decision.tsx';
import { OrderDecision } from './order-decision.tsx';
import { UpgradeDecision } from './upgrade-content.tsx';
import { useOutboxCommand } from './use-outbox-command.ts';

export interface DecisionSheetProps {
  readonly operation: Operation;
  readonly differences: readonly Difference[];
}

/** What differs from what was confirmed, and what may be done about it. Nothing goes on until a person has chosen. */
export function DecisionSheet({ operation, differences }: DecisionSheetProps) {
  const { t } = useTranslation();
  const command = useOutboxCommand();
  const lost = differences.find((difference) => difference.kind === 'order-not-found');
  return (
    <Panel title={t('outbox.decision.title')} tone="attention">
      {command.problem !== undefined && <FailureMessage failure={command.problem} copy={copyText} />}
      {operation.kind === 'create-customer' && <AddressDecision operation={operation} differences={differences} command={command} />}
      {operation.kind === 'set-support-contact' && <ChangeDecision operation={operation} differences={differences} command={command} />}
      {operation.kind === 'change-subscription' && <EditDecision operation={operation} differences={differences} command={command} />}
      {operation.kind === 'transition-subscription' && <UpgradeDecision operation={operation} differences={differences} command={command} />}
      {operation.kind === 'cancel-subscription' && <CancellationDecision operation={operation} differences={differences} command={command} />}
      {operation.kind === 'place-order' && (lost === undefined
        ? <OrderDecision operation={operation} differences={differences} command={command} />
        : <LostOrderDecision operation={operation} waitedUntil={lost.waitedUntil} command={command} />)}
    </Panel>
  );
}
