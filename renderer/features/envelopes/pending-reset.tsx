import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { OperationOf } from '../../../shared/sync/operation.ts';
import { copyText } from '../../platform/copy-text.ts';
import { operationSign, operationStatus } from '../../text/operation-words.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '680px' },
  box: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' },
});

/** A reset whose envelope cannot be opened yet, or never will be: how it stands, and where to act. */
export function PendingReset({ operation }: { readonly operation: OperationOf<'reset-password'> }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { state, payload } = operation;
  const isOver = state.name === 'done' || state.name === 'cancelled';
  const { customer } = payload;
  const again = customer.kind === 'tenant' ? `/envelopes/reset/${customer.customerId}?user=${payload.userId}` : '/customers';
  return (
    <Page title={t('envelopes.titleFor', { name: payload.customerName })} breadcrumbs={[{ label: t('envelopes.title'), to: '/envelopes' }]}>
      <div className={styles.column}>
        <Panel title={t('envelopes.state')} tone={state.name === 'refused' ? 'attention' : isOver ? 'plain' : 'waiting'}>
          <div className={styles.box}>
            <div aria-live="polite">
              <StatusMark kind={operationSign(operation)}>
                {state.name === 'refused' ? t('home.needsYou') : operationStatus(t, operation)}
              </StatusMark>
            </div>
            {state.name === 'refused' && <FailureMessage failure={state.failure} copy={copyText} />}
            <FactList
              facts={[{ label: t('carts.customer'), value: payload.customerName }, { label: t('envelopes.userName'), value: payload.userName }]}
            />
            <span>{t(pendingText(state.name))}</span>
            {isOver
              ? <LinkButton to={again} appearance="primary">{t('envelopes.lost.action')}</LinkButton>
              : <LinkButton to={`/outbox/${operation.id}`} appearance="primary">{t('resetPassword.openOutbox')}</LinkButton>}
          </div>
        </Panel>
      </div>
    </Page>
  );
}

function pendingText(state: OperationOf<'reset-password'>['state']['name']): string {
  if (state === 'cancelled') return 'resetPassword.cancelled';
  return state === 'done' ? 'resetPassword.elsewhere' : 'resetPassword.follow';
}
