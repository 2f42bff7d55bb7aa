import { MailInbox24Regular } from '@fluentui/react-icons';
import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { isOpen, needsPerson } from '../../../shared/sync/operation.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import { outboxUnits } from '../../../shared/sync/outbox-units.ts';
import { useConnectivity, useLive } from '../../platform/services.tsx';
import { useResellerStanding } from '../../platform/use-reseller-standing.ts';
import type { StandingOf } from '../../platform/use-reseller-standing.ts';
import { operationSign, operationStatus, operationTitle } from '../../text/operation-words.ts';
import { useNow } from '../../text/use-now.ts';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { OutboxBatches } from './outbox-batches.tsx';
import { OutboxDeparture } from './outbox-departure.tsx';
import { groupByCustomer, recentlyEnded } from './outbox-groups.ts';
import type { OutboxGroup } from './outbox-groups.ts';
import { OutboxItem } from './outbox-item.tsx';
import { resellerOf } from './reseller-of.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '920px' },
  items: { listStyleType: 'none', margin: 0, padding: 0 },
  ended: {
    display: 'flex', alignItems: 'center', gap: '12px', minHeight: '36px', flexWrap: 'wrap',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`, ':first-child': { borderTop: 'none' },
  },
  grow: { flexGrow: 1, minWidth: '240px' },
  bar: { whiteSpace: 'normal' },
});

/** Everything on its way, in the order in which it is sent, grouped by customer; below, what ended within the week. */
export function OutboxPage() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { isOnline } = useConnectivity();
  const now = useNow();
  const standingOf = useResellerStanding();
  const operations = useLive((work) => work.operations(), []);
  if (operations === undefined) return <Page title={t('nav.outbox')}><ListSkeleton /></Page>;
  const open = operations.filter((operation) => isOpen(operation) || needsPerson(operation));
  const single = operations.filter(({ batchId }) => batchId === undefined);
  const groups = groupByCustomer(single)
    .map((group) => ({ ...group, operations: group.operations.filter((operation) => open.includes(operation)) }))
    .filter((group) => group.operations.length > 0);
  const ended = recentlyEnded(single, now).filter((operation) => !needsPerson(operation));
  const waiting = outboxUnits(open.filter((operation) => !needsPerson(operation))).length;
  const asking = outboxUnits(open.filter(needsPerson)).length;
  const parts = [...(waiting > 0 ? [t('outbox.waiting', { count: waiting })] : []), ...(asking > 0 ? [t('outbox.asking', { count: asking })] : [])];
  const subtitle = <span role="status">{parts.length > 0 ? parts.join(', ') : t(operations.length > 0 ? 'outbox.allSent' : 'outbox.nothing')}</span>;
  return (
    <Page title={t('nav.outbox')} subtitle={subtitle}>
      <div className={styles.column}>
        {!isOnline && waiting > 0 && (
          <MessageBar intent="info" layout="multiline"><MessageBarBody className={styles.bar}>{t('outbox.offline')}</MessageBarBody></MessageBar>
        )}
        {operations.length === 0 && (
          <EmptyState
            icon={<MailInbox24Regular />} title={t('outbox.none.title')} text={t('outbox.none.text')}
            actions={<LinkButton to="/resellers" appearance="primary">{t('outbox.none.action')}</LinkButton>}
          />
        )}
        <OutboxDeparture operations={operations} />
        <OutboxBatches operations={operations} />
        {groups.map((group) => <Group key={group.key} group={group} standingOf={standingOf} />)}
        {ended.length > 0 && (
          <Panel title={t('outbox.recent')}>
            <ul className={styles.items}>{ended.map((operation) => <Ended key={operation.id} operation={operation} />)}</ul>
          </Panel>
        )}
      </div>
    </Page>
  );
}

function Group({ group, standingOf }: { readonly group: OutboxGroup; readonly standingOf: StandingOf }) {
  const styles = useStyles();
  return (
    <Panel title={group.customerName} tone={group.needsPerson ? 'attention' : 'waiting'}>
      <ol className={styles.items}>
        {group.operations.map((operation, index) => (
          <OutboxItem key={operation.id} operation={operation} place={index + 1} standing={standingOf(resellerOf(operation))} />
        ))}
      </ol>
    </Panel>
  );
}

function Ended({ operation }: { readonly operation: Operation }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { state } = operation;
  return (
    <li className={styles.ended}>
      <span className={styles.grow}><TextLink to={`/outbox/${operation.id}`}>{operationTitle(t, operation)}</TextLink></span>
      <StatusMark kind={operationSign(operation)}>{operationStatus(t, operation)}</StatusMark>
      {(state.name === 'done' || state.name === 'cancelled') && <DateText instant={state.at} />}
    </li>
  );
}
