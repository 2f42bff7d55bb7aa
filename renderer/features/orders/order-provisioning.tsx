import { Button } from '@fluentui/react-components';
import { ArrowSync20Regular } from '@fluentui/react-icons';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../../shared/domain/order/order.ts';
import type { LineProvisioning } from '../../../shared/domain/order/provisioning.ts';
import type { CustomerTenantId } from '../../../shared/ids.ts';
import type { ProvisioningOfOrder } from '../../../shared/ports/mirror.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useConnectivity } from '../../platform/services.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Age } from '../../ui/age.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { useProvisioning } from './use-provisioning.ts';

const signs = { fulfilled: 'ok', unfulfilled: 'stopped', prefulfillmentpending: 'waiting' } as const;
const isKnown = (status: string): status is keyof typeof signs => status in signs;

function statusOf(t: TFunction, status: string): { readonly sign: 'ok' | 'stopped' | 'waiting' | 'info'; readonly words: string } {
  const one = status.toLowerCase();
  return isKnown(one) ? { sign: signs[one], words: t(`order.provisioningIs.${one}`) } : { sign: 'info', words: status };
}

export interface OrderProvisioningProps {
  readonly order: Order;
  readonly customerId: CustomerTenantId;
  /** The last reading. */
  readonly known: ProvisioningOfOrder | undefined;
}

/** How far each line is handed out, read while it is shown online; offline the last reading with its age. */
export function OrderProvisioning({ order, customerId, known }: OrderProvisioningProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { isOnline } = useConnectivity();
  const { isReading, problem, refresh } = useProvisioning(customerId, order.id, known);
  const title = t('order.provisioning');
  const nameOf = ({ lineNumber }: LineProvisioning): string =>
    order.lines.find((line) => line.lineNumber === lineNumber)?.friendlyName ?? format.number(lineNumber + 1);
  const parts = ({ quantities }: LineProvisioning): string =>
    quantities
      .map(({ quantity, status }) => t('order.provisioningPart', { shown: format.number(quantity), status: statusOf(t, status).words }))
      .join('; ');
  return (
    <Panel
      title={title}
      actions={(
        <>
          <span role="status">{isReading ? t('order.provisioningReading') : known !== undefined && <Age instant={known.at} />}</span>
          {isOnline && !isReading && (
            <Button size="small" appearance="subtle" icon={<ArrowSync20Regular />} onClick={() => void refresh()}>{t('action.refresh')}</Button>
          )}
        </>
      )}
    >
      {problem !== undefined && isOnline && <FailureMessage intent="warning" failure={problem} copy={copyText} />}
      {known === undefined && !isReading && t(isOnline ? 'order.provisioningNone' : 'order.provisioningOffline')}
      {known !== undefined && (
        <PlainTable
          label={title}
          rows={known.lines}
          rowKey={({ lineNumber }) => `${lineNumber}`}
          columns={[
            { id: 'name', header: t('catalogue.product'), canWrap: true, cell: nameOf },
            {
              id: 'status', header: t('order.status'),
              cell: ({ status }) => <StatusMark kind={statusOf(t, status).sign}>{statusOf(t, status).words}</StatusMark>,
            },
            { id: 'parts', header: t('subscription.quantity'), canWrap: true, cell: parts },
          ]}
        />
      )}
    </Panel>
  );
}
