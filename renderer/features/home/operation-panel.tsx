import { useTranslation } from 'react-i18next';
import type { Operation } from '../../../shared/sync/operation.ts';
import { operationSign, operationStatus, operationTitle } from '../../text/operation-words.ts';
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
  return (
    <Panel title={title} tone={operations.length === 0 ? 'plain' : tone}>
      <WorkList
        noneText={noneText}
        items={operations.map((operation) => ({
          id: operation.id,
          to: `/outbox/${operation.id}`,
          title: operationTitle(t, operation),
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
