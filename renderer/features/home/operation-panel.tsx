import { useTranslation } from 'react-i18next';
import type { Operation } from '../../../shared/sync/operation.ts';
import { outboxUnits } from '../../../shared/sync/outbox-units.ts';
import { operationSign, operationStatus, operationTitle } from '../../text/operation-words.ts';
import { useFormat } from '../../text/use-format.ts';
import { DateText } from '../../ui/date-text.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { WorkList } from './work-list.tsx';

export interface OperationPanelProps {
  readonly title: string;
  readonly tone: 'waiting' | 'attention';
  readonly operations: readonly Operation[];
  readonly noneText: string;
}

/** Operations of the outbox that share a fate, each with its state in words. */
export function OperationPanel({ title, tone, operations, noneText }: OperationPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel title={title} tone={operations.length === 0 ? 'plain' : tone}>
      <WorkList
        noneText={noneText}
        items={outboxUnits(operations).map(({ operation, count }) => ({
          id: operation.id,
          to: operation.batchId === undefined ? `/outbox/${operation.id}` : `/subscriptions/bulk/${operation.batchId}`,
          title: operation.batchId === undefined ? operationTitle(t, operation) : t('bulk.outbox.unit', { count, shown: format.number(count) }),
          detail: (
            <>
              <StatusMark kind={operationSign(operation)}>{operationStatus(t, operation)}</StatusMark>
              <DateText instant={operation.createdAt} />
            </>
          ),
        }))}
      />
    </Panel>
  );
}
