import { MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { SubscriptionRow } from '../../../../shared/ports/mirror.ts';
import { subscriptionName } from '../../../../shared/domain/subscription/subscription.ts';
import { subscriptionPath } from '../../../ui/paths.ts';
import { draftPath, draftTitle } from '../../../text/draft-words.ts';
import { operationTitle } from '../../../text/operation-words.ts';
import { useFormat } from '../../../text/use-format.ts';
import { Age } from '../../../ui/age.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { ReadBusiness } from '../read-business.tsx';
import type { ResellerSubject } from '../reseller-subject.ts';
import { ImpactList } from './impact-list.tsx';
import type { ImpactItem } from './impact-list.tsx';
import type { RemovalRehearsal } from './use-removal-impact.ts';

const useStyles = makeStyles({
  body: { whiteSpace: 'normal' },
  flags: { display: 'flex', flexDirection: 'column', gap: '4px', marginBottom: '8px' },
});

const subscriptionItem = ({ subscription, customerId, customerName }: SubscriptionRow): ImpactItem => ({
  id: `${customerId} ${subscription.id}`,
  to: subscriptionPath(customerId, subscription.id),
  text: `${subscriptionName(subscription)} (${customerName})`,
});

export interface RehearsalStepProps {
  readonly subject: ResellerSubject;
  readonly rehearsal: RemovalRehearsal;
}

/** What the end of the partnership touches, before anything is done. */
export function RehearsalStep({ subject, rehearsal }: RehearsalStepProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const { business, drafts, operations } = rehearsal;
  const { customers, customersRead, oldestReadAt } = business;
  const isWhole = customersRead >= customers.length;
  return (
    <>
      <MessageBar intent="info" layout="multiline"><MessageBarBody className={styles.body}>{t('removal.rehearsalHint')}</MessageBarBody></MessageBar>
      <RedFlags rehearsal={rehearsal} />
      <Panel title={t('removal.readTitle')} tone={isWhole ? 'plain' : 'attention'}>
        <p>
          {t('removal.read', { read: format.number(customersRead), all: format.number(customers.length) })}{' '}
          {customersRead > 0 && <>{t('removal.oldest')} <Age isBare instant={oldestReadAt} /></>}
        </p>
        {customers.length > 0 && <ReadBusiness resellerId={subject.id} />}
      </Panel>
      <Panel title={t('removal.impactTitle')}>
        <ImpactList
          title={t('nav.customers')} note={t('removal.customersNote')}
          items={customers.map(({ id, name, domain }) => ({ id, to: `/customers/${id}`, text: `${name} (${domain})` }))}
        />
        <ImpactList
          title={t('removal.subscriptions')} note={t('removal.subscriptionsNote')} isPartial={!isWhole}
          items={business.subscriptions.map(subscriptionItem)}
        />
        <ImpactList
          title={t('removal.supported')} note={t('removal.supportedNote')} isPartial={!isWhole}
          items={business.supported.map(subscriptionItem)}
        />
        <ImpactList
          title={t('removal.drafts')} note={t('removal.draftsNote')}
          items={drafts.map((draft) => ({
            id: draft.id, to: draftPath(draft), text: draftTitle(t, draft),
          }))}
        />
        <ImpactList
          title={t('removal.operations')} note={t('removal.operationsNote')}
          items={operations.map((operation) => ({ id: operation.id, to: `/outbox/${operation.id}`, text: operationTitle(t, operation) }))}
        />
        <p><StatusMark kind="info">{t('removal.rightsNote')}</StatusMark></p>
      </Panel>
    </>
  );
}

/** What should be settled first. */
function RedFlags({ rehearsal }: { readonly rehearsal: RemovalRehearsal }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const { ordersOnTheirWay, operations } = rehearsal;
  const others = operations.length - ordersOnTheirWay;
  if (operations.length === 0) return null;
  return (
    <Panel title={t('removal.flags')} tone="attention">
      <div className={styles.flags}>
        {ordersOnTheirWay > 0 && (
          <StatusMark kind="attention">{t('removal.flagOrders', { count: ordersOnTheirWay, shown: format.number(ordersOnTheirWay) })}</StatusMark>
        )}
        {others > 0 && <StatusMark kind="attention">{t('removal.flagOperations', { count: others, shown: format.number(others) })}</StatusMark>}
      </div>
    </Panel>
  );
}
