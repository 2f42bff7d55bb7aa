import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { isChange, isOpen, needsPerson } from '../../../shared/sync/operation.ts';
import type { ChangeKind, Operation, OperationOf } from '../../../shared/sync/operation.ts';
import { useLive } from '../../platform/services.tsx';
import { operationSign, operationStatus, operationTitle } from '../../text/operation-words.ts';
import { JournalList } from '../../ui/journal-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { TextLink } from '../../ui/text-link.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
  line: { display: 'flex', columnGap: '12px', flexWrap: 'wrap', alignItems: 'center', minHeight: '28px' },
});

const isAbout = (operation: Operation, subscriptionId: string): operation is OperationOf<ChangeKind> =>
  isChange(operation) && operation.payload.subscriptionId === subscriptionId;

/** The changes of a subscription among all operations, oldest first. */
export const changesOf = (operations: readonly Operation[], subscriptionId: string): readonly OperationOf<ChangeKind>[] =>
  operations.filter((operation) => isAbout(operation, subscriptionId));

export const isUnderWay = (operation: Operation): boolean => isOpen(operation) || needsPerson(operation);

/** Changes with where they stand, each leading to its place in the outbox. Nothing when there are none. */
export function ChangeLines({ operations }: { readonly operations: readonly Operation[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (operations.length === 0) return null;
  return (
    <ul className={styles.list}>
      {operations.map((operation) => (
        <li key={operation.id} className={styles.line}>
          <TextLink to={`/outbox/${operation.id}`}>{operationTitle(t, operation)}</TextLink>
          <StatusMark kind={operationSign(operation)}>{operationStatus(t, operation)}</StatusMark>
        </li>
      ))}
    </ul>
  );
}

interface SubscriptionHistoryProps {
  readonly changes: readonly OperationOf<ChangeKind>[];
  readonly subscriptionId: string;
}

/** What was done here for this subscription: its changes with where they stand, and the journal, newest first. */
export function SubscriptionHistory({ changes, subscriptionId }: SubscriptionHistoryProps) {
  const { t } = useTranslation();
  const entries = useLive(async (work) => {
    const ours = changesOf(await work.operations(), subscriptionId);
    const found = await Promise.all(ours.map((operation) => work.journal({ operationId: operation.id, limit: 50 })));
    return found.flat().toSorted((a, b) => b.at.localeCompare(a.at));
  }, [subscriptionId]);
  return (
    <>
      {changes.length > 0 && <Panel title={t('subscription.changes')}><ChangeLines operations={changes.toReversed()} /></Panel>}
      <Panel title={t('journal.title')}><JournalList entries={entries ?? []} /></Panel>
    </>
  );
}
