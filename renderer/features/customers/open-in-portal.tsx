import { Button } from '@fluentui/react-components';
import { Open20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { CustomerTenantId } from '../../../shared/ids.ts';
import { bridge } from '../../platform/bridge.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useConnectivity, useServices } from '../../platform/services.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';

/** Opens the customer's page of the portal in the browser; the main process knows its address. Offline it says why not. */
export function OpenInPortal({ customerId }: { readonly customerId: CustomerTenantId }) {
  const { t } = useTranslation();
  const { account } = useServices();
  const { isOnline } = useConnectivity();
  const [problem, setProblem] = useState<Failure>();
  const open = async (): Promise<void> => {
    const opened = await bridge.call('portal.open', { accountId: account.id, page: 'customer', customerId });
    setProblem(opened.ok ? undefined : opened.error);
  };
  return (
    <>
      <Button
        icon={<Open20Regular />} disabledFocusable={!isOnline} title={isOnline ? undefined : t('external.offline')}
        onClick={() => isOnline && void open()}
      >
        {t('customer.openInPortal')}
      </Button>
      {problem !== undefined && <FailureMessage failure={problem} copy={copyText} />}
    </>
  );
}
