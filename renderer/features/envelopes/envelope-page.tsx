import { MailRead24Regular } from '@fluentui/react-icons';
import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Envelope } from '../../../shared/contract/contract.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useEnvelopes } from '../../platform/use-envelopes.ts';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ConfirmHandOver } from './confirm-hand-over.tsx';
import { EnvelopeState } from './envelope-state.tsx';
import { SealedEnvelope } from './sealed-envelope.tsx';
import { useHandOver } from './use-hand-over.ts';

const useStyles = makeStyles({ column: { display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '680px' } });

/** One envelope: open it, copy, hand over, destroy (portal task T7: it cannot be seen again). */
export function EnvelopePage() {
  const { t } = useTranslation();
  const { operationId } = useParams();
  const envelopes = useEnvelopes();
  if (envelopes === undefined) return null;
  const envelope = envelopes.find((one) => one.operationId === operationId);
  if (envelope !== undefined) return <Known key={envelope.operationId} envelope={envelope} />;
  return (
    <Page title={t('envelopes.title')} breadcrumbs={[{ label: t('envelopes.title'), to: '/envelopes' }]}>
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

function Known({ envelope }: { readonly envelope: Envelope }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const handOver = useHandOver(envelope);
  const isOver = envelope.state === 'handed-over';
  return (
    <Page
      title={t('envelopes.titleFor', { name: envelope.customerName })}
      breadcrumbs={[{ label: t('envelopes.title'), to: '/envelopes' }]}
      actions={<LinkButton to={`/customers/${envelope.customerId}`}>{t('envelopes.openCustomer')}</LinkButton>}
    >
      <div className={styles.column}>
        {handOver.problem !== undefined && <FailureMessage failure={handOver.problem} copy={copyText} />}
        <Panel title={t('envelopes.envelope')} tone={isOver ? 'plain' : 'attention'}>
          <FactList
            facts={[
              { label: t('envelopes.state'), value: <EnvelopeState envelope={envelope} /> },
              { label: t('envelopes.userName'), value: envelope.userName },
              { label: t('envelopes.sealedAt'), value: <DateText instant={envelope.sealedAt} /> },
              ...(envelope.revealedAt === undefined
                ? []
                : [{ label: t('envelopes.revealedAt'), value: <DateText instant={envelope.revealedAt} /> }]),
              ...(envelope.handedOverAt === undefined
                ? []
                : [{ label: t('envelopes.handedOverAt'), value: <DateText instant={envelope.handedOverAt} /> }]),
            ]}
          />
        </Panel>
        {isOver ? (
          <p role="status">{t('envelopes.destroyed')}</p>
        ) : (
          <>
            <Panel title={t('envelopes.inside')}>
              <SealedEnvelope handOver={handOver} />
            </Panel>
            <Panel title={t('envelopes.handOver')}>
              <ConfirmHandOver customerName={envelope.customerName} onConfirm={() => void handOver.confirm()} />
            </Panel>
          </>
        )}
      </div>
    </Page>
  );
}
