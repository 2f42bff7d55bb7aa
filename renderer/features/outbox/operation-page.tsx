import { MailInbox24Regular } from '@fluentui/react-icons';
import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { OperationId } from '../../../shared/ids.ts';
import { mayBeMade } from '../../../shared/sync/decisions.ts';
import { needsPerson } from '../../../shared/sync/operation.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useLive } from '../../platform/services.tsx';
import { operationSign, operationStatus, operationTitle } from '../../text/operation-words.ts';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { AgreementInvitation } from './agreement-invitation.tsx';
import { DecisionSheet } from './decision-sheet.tsx';
import { EditHistory } from './edit-history.tsx';
import { RefusalMessage } from './next-step.tsx';
import { OperationActions } from './operation-actions.tsx';
import { OperationContent } from './operation-content.tsx';
import { OperationDetails } from './operation-details.tsx';
import { OperationResultPanel } from './operation-result.tsx';
import { StepProgress } from './step-progress.tsx';
import { TakenDomain } from './taken-domain.tsx';
import { WaitWords } from './wait-words.tsx';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '820px' },
  state: { display: 'flex', flexDirection: 'column', gap: '10px' },
});

/** One operation: state, steps, what is asked of a person, what it contains, and the ids support asks for. */
export function OperationPage() {
  const { t } = useTranslation();
  const { operationId = '' } = useParams();
  const answer = useLive(async (work) => {
    const id = OperationId.safeParse(operationId);
    return { operation: id.success ? await work.operation(id.data) : undefined };
  }, [operationId]);
  const breadcrumbs = [{ label: t('nav.outbox'), to: '/outbox' }];
  if (answer === undefined) return null;
  if (answer.operation === undefined) {
    return (
      <Page title={t('outbox.missing.title')} breadcrumbs={breadcrumbs}>
        <EmptyState
          icon={<MailInbox24Regular />} title={t('outbox.missing.title')} text={t('outbox.missing.text')}
          actions={<LinkButton to="/outbox" appearance="primary">{t('outbox.missing.action')}</LinkButton>}
        />
      </Page>
    );
  }
  return <Known key={answer.operation.id} operation={answer.operation} breadcrumbs={breadcrumbs} />;
}

interface KnownProps {
  readonly operation: Operation;
  readonly breadcrumbs: readonly { readonly label: string; readonly to: string }[];
}

function Known({ operation, breadcrumbs }: KnownProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { state } = operation;
  const isEnded = state.name === 'done' || state.name === 'cancelled';
  const tone = needsPerson(operation) ? 'attention' : isEnded ? 'plain' : 'waiting';
  return (
    <Page
      title={operationTitle(t, operation)}
      subtitle={<>{t('outbox.confirmedBy', { who: operation.createdBy })} <DateText instant={operation.createdAt} /></>}
      breadcrumbs={breadcrumbs}
      actions={operation.kind === 'create-customer' && !isEnded && (
        <LinkButton to={`/carts/new?customer=pending-${operation.id}`} appearance="primary">{t('outbox.addProducts')}</LinkButton>
      )}
    >
      <div className={styles.column}>
        <Panel title={t('outbox.stateTitle')} tone={tone} actions={<OperationActions operation={operation} />}>
          <div className={styles.state}>
            <div aria-live="polite">
              {/* The message below says why. */}
              <StatusMark kind={operationSign(operation)}>
                {state.name === 'refused' ? t('home.needsYou') : operationStatus(t, operation)}
              </StatusMark>
            </div>
            <WaitWords operation={operation} />
            <AgreementInvitation operation={operation} />
            {state.name === 'refused' && <RefusalMessage operation={operation} failure={state.failure} />}
            {(state.name === 'waiting' || state.name === 'unknown') && state.failure !== undefined && (
              <FailureMessage intent="info" failure={state.failure} copy={copyText} />
            )}
            {state.name !== 'cancelled' && <StepProgress operation={operation} />}
          </div>
        </Panel>
        {operation.kind === 'create-customer' && mayBeMade(operation) && <TakenDomain operation={operation} />}
        {state.name === 'needs-decision' && <DecisionSheet operation={operation} differences={state.differences} />}
        {state.name === 'done' && <OperationResultPanel operation={operation} result={state.result} />}
        <OperationContent operation={operation} />
        {operation.kind === 'change-subscription' && <EditHistory operation={operation} />}
        <OperationDetails operation={operation} />
      </div>
    </Page>
  );
}
