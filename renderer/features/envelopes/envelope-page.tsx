import { MailRead24Regular } from '@fluentui/react-icons';
import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Envelope } from '../../../shared/contract/contract.ts';
import { OperationId } from '../../../shared/ids.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useLive } from '../../platform/services.tsx';
import { isToHandOver, useEnvelopes } from '../../platform/use-envelopes.ts';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import type { Fact } from '../../ui/fact-list.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { ConfirmHandOver } from './confirm-hand-over.tsx';
import { EnvelopeState } from './envelope-state.tsx';
import { HandOverWays } from './hand-over-ways.tsx';
import { PendingReset } from './pending-reset.tsx';
import { Receipt } from './receipt.tsx';
import { SealedEnvelope } from './sealed-envelope.tsx';
import { useHandOver } from './use-hand-over.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '680px' },
  done: { margin: '12px 0 0' },
  lost: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' },
});

/** One envelope: open it, copy, print, save, hand over, destroy (portal task T7: it cannot be seen again). */
export function EnvelopePage() {
  const { t } = useTranslation();
  const { operationId = '' } = useParams();
  const envelopes = useEnvelopes();
  const answer = useLive(async (work) => {
    const id = OperationId.safeParse(operationId);
    return { operation: id.success ? await work.operation(id.data) : undefined };
  }, [operationId]);
  const frame = { title: t('envelopes.title'), breadcrumbs: [{ label: t('envelopes.title'), to: '/envelopes' }] };
  if (envelopes === undefined || answer === undefined) return <Page {...frame}><ListSkeleton /></Page>;
  const envelope = envelopes.find((one) => one.operationId === operationId);
  const isClosed = envelope === undefined || envelope.state === 'prepared' || envelope.state === 'void';
  if (isClosed && answer.operation?.kind === 'reset-password') return <PendingReset operation={answer.operation} />;
  if (envelope !== undefined) return <Known key={envelope.operationId} envelope={envelope} />;
  return (
    <Page {...frame}>
      <EmptyState
        icon={<MailRead24Regular />}
        title={t('envelopes.missing.title')}
        text={t('envelopes.missing.text')}
        actions={
          <LinkButton to="/envelopes" appearance="primary">
            {t('envelopes.missing.action')}
          </LinkButton>
        }
      />
    </Page>
  );
}

function useFacts(envelope: Envelope): readonly Fact[] {
  const { t } = useTranslation();
  const moment = (label: string, instant: string | undefined): readonly Fact[] =>
    instant === undefined ? [] : [{ label, value: <DateText instant={instant} /> }];
  return [
    { label: t('envelopes.state'), value: <EnvelopeState envelope={envelope} /> },
    { label: t('envelopes.origin'), value: t(envelope.origin === 'reset' ? 'envelopes.fromReset' : 'envelopes.fromCustomer') },
    { label: t('envelopes.userName'), value: envelope.userName },
    ...moment(t('envelopes.sealedAt'), envelope.sealedAt),
    ...moment(t('envelopes.revealedAt'), envelope.revealedAt),
    ...moment(t('envelopes.handedOverAt'), envelope.handedOverAt),
    ...moment(t('envelopes.voidedAt'), envelope.voidedAt),
  ];
}

function Known({ envelope }: { readonly envelope: Envelope }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const handOver = useHandOver(envelope);
  const facts = useFacts(envelope);
  const isOpen = isToHandOver(envelope);
  const kept = useKeptFocus();
  return (
    <Page
      title={t('envelopes.titleFor', { name: envelope.customerName })}
      breadcrumbs={[{ label: t('envelopes.title'), to: '/envelopes' }]}
      actions={<LinkButton to={`/customers/${envelope.customerId}`}>{t('envelopes.openCustomer')}</LinkButton>}
    >
      <div className={styles.column}>
        {handOver.problem !== undefined && <FailureMessage failure={handOver.problem} copy={copyText} />}
        <div {...kept} className={styles.column}>
          <Panel title={t('envelopes.envelope')} tone={isOpen ? 'attention' : 'plain'}>
            <FactList facts={facts} />
            <div role="status">
              {envelope.state === 'handed-over' && <p className={styles.done}>{t('envelopes.destroyed')}</p>}
            </div>
          </Panel>
          {isOpen && (
            <>
              <Panel title={t('envelopes.inside')}>
                <SealedEnvelope handOver={handOver} isReset={envelope.origin === 'reset'} mayBeSet={envelope.mayBeSet === true} />
              </Panel>
              <Panel title={t('envelopes.ways')}>
                <HandOverWays handOver={handOver} />
              </Panel>
              <Panel title={t('envelopes.handOver')}>
                <ConfirmHandOver customerName={envelope.customerName} onConfirm={() => void handOver.confirm()} />
              </Panel>
            </>
          )}
        </div>
        <Receipt envelope={envelope} />
        <Lost envelope={envelope} />
      </div>
    </Page>
  );
}

/** The password did not arrive, or arrived at somebody else: a new one is the way out. */
function Lost({ envelope: { customerId, userId, userName } }: { readonly envelope: Envelope }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const query = new URLSearchParams(userId === undefined ? { name: userName } : { user: userId }).toString();
  return (
    <Panel title={t('envelopes.lost.title')}>
      <div className={styles.lost}>
        <span>{t('envelopes.lost.text')}</span>
        <LinkButton to={`/envelopes/reset/${customerId}?${query}`}>{t('envelopes.lost.action')}</LinkButton>
      </div>
    </Panel>
  );
}
