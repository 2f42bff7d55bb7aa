import { Button, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Operation, OperationOf, OperationResult } from '../../../shared/sync/operation.ts';
import type { LineOutcome } from '../../../shared/sync/difference.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useServices } from '../../platform/services.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { orderPath } from '../../ui/paths.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { CancellationMade } from './cancellation-content.tsx';
import { ChangeMade } from './change-content.tsx';
import { EditMade } from './edit-content.tsx';
import { cartOfOrder, refusedLines } from './cart-of-order.ts';
import { UpgradeMade } from './upgrade-content.tsx';
import { ResetMade } from './reset-content.tsx';
import { QualificationMade } from './qualification-content.tsx';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '12px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
});

export interface OperationResultPanelProps {
  readonly operation: Operation;
  readonly result: OperationResult;
}

/** What came of it. */
export function OperationResultPanel({ operation, result }: OperationResultPanelProps) {
  const { t } = useTranslation();
  return (
    <Panel title={t('outbox.result.title')}>
      {result.kind === 'create-customer' && <CustomerMade operation={operation} result={result} />}
      {result.kind === 'confirm-agreement' && (
        <StatusMark kind="ok">{t('outbox.result.agreement')} <DateText instant={result.dateAgreed} as="date" /></StatusMark>
      )}
      {operation.kind === 'reset-password' && <ResetMade operation={operation} />}
      {operation.kind === 'cancel-subscription' && <CancellationMade operation={operation} result={result} />}
      {operation.kind === 'transition-subscription' && <UpgradeMade operation={operation} result={result} />}
      {operation.kind === 'change-subscription' && <EditMade operation={operation} result={result} />}
      {operation.kind === 'set-support-contact' && <ChangeMade operation={operation} result={result} />}
      {result.kind === 'request-qualification' && operation.kind === 'request-qualification' && (
        <QualificationMade operation={operation} result={result} />
      )}
      {result.kind === 'place-order' && operation.kind === 'place-order' && <OrderMade operation={operation} result={result} />}
    </Panel>
  );
}

type ResultOf<Kind extends OperationResult['kind']> = Extract<OperationResult, { kind: Kind }>;

function CustomerMade({ operation, result }: { readonly operation: Operation; readonly result: ResultOf<'create-customer'> }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div className={styles.box}>
      <FactList
        facts={[
          { label: t('carts.tenant'), value: result.customerId },
          { label: t('newCustomer.summaryDomain'), value: result.domain },
        ]}
      />
      {result.credentials === 'sealed'
        ? <StatusMark kind="info">{t('outbox.result.sealed')}</StatusMark>
        : <StatusMark kind="attention">{t('outbox.result.noPassword')}</StatusMark>}
      <div className={styles.row}>
        {result.credentials === 'sealed' && (
          <LinkButton to={`/envelopes/${operation.id}`} appearance="primary">{t('outbox.result.openEnvelope')}</LinkButton>
        )}
        {result.credentials === 'missing' && (
          <LinkButton to={`/envelopes/reset/${result.customerId}`} appearance="primary">{t('outbox.result.resetPassword')}</LinkButton>
        )}
        <LinkButton to={`/customers/${result.customerId}`}>{t('outbox.result.openCustomer')}</LinkButton>
        <LinkButton to={`/carts/new?customer=${result.customerId}`}>{t('outbox.addProducts')}</LinkButton>
      </div>
    </div>
  );
}

function OrderMade({ operation, result }: { readonly operation: OperationOf<'place-order'>; readonly result: ResultOf<'place-order'> }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const services = useServices();
  const navigate = useNavigate();
  const refused = refusedLines(operation);
  const begin = async (): Promise<void> => {
    const cart = await cartOfOrder(services, operation, refused);
    // The lines go on in that cart: this order asks for nobody any more.
    await services.outbox.acknowledge(operation.id);
    await navigate(`/carts/${cart.id}`);
  };
  return (
    <div className={styles.box}>
      <ul className={styles.list}>
        {result.lines.map((outcome) => <li key={outcome.lineId}><Outcome operation={operation} outcome={outcome} /></li>)}
      </ul>
      {refused.length > 0 && (
        <div className={styles.row}>
          <Button appearance="primary" onClick={() => void begin()}>{t('outbox.result.newCart', { count: refused.length })}</Button>
          {operation.acknowledgedAt === undefined && (
            <Button onClick={() => void services.outbox.acknowledge(operation.id)}>{t('outbox.result.seen')}</Button>
          )}
        </div>
      )}
    </div>
  );
}

function Outcome({ operation, outcome }: { readonly operation: OperationOf<'place-order'>; readonly outcome: LineOutcome }) {
  const { t } = useTranslation();
  const title = operation.payload.lines.find((line) => line.id === outcome.lineId)?.title ?? '';
  if (outcome.state === 'refused') {
    return (
      <>
        <StatusMark kind="refused">{t('outbox.result.lineRefused', { title })}</StatusMark>
        <FailureMessage failure={outcome.failure} copy={copyText} />
      </>
    );
  }
  return (
    <StatusMark kind="ok">
      {t('outbox.result.lineOrdered', { title })}{' '}
      <TextLink isInline to={orderPath(outcome.orderId)}>{t('outbox.result.order', { id: outcome.orderId })}</TextLink>
    </StatusMark>
  );
}
