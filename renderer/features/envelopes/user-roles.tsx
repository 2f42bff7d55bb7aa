import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerUser } from '../../../shared/domain/customer/customer-user.ts';
import type { CustomerTenantId } from '../../../shared/ids.ts';
import { serverCalls } from '../../../shared/partner-center/server-call.ts';
import { readServer } from '../../platform/read-server.ts';
import { useConnectivity, useServices } from '../../platform/services.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

export interface UserRolesProps {
  readonly customerId: CustomerTenantId;
  readonly user: CustomerUser;
}

/** The directory roles of the chosen user, as far as the server tells: an administrator is what most people look for. */
export function UserRoles({ customerId, user: { id: userId } }: UserRolesProps) {
  const { t } = useTranslation();
  const { account } = useServices();
  const { isOnline } = useConnectivity();
  const [roles, setRoles] = useState<readonly string[]>();
  useEffect(() => {
    if (!isOnline) return undefined;
    let isWanted = true;
    const input = { customerId, userId };
    void readServer(account.id, 'read-user-roles', input, serverCalls['read-user-roles'].out).then((answer) => {
      if (isWanted && answer.ok) setRoles(answer.value.roles);
    });
    return () => {
      isWanted = false;
    };
  }, [account.id, customerId, isOnline, userId]);
  if (roles === undefined) return null;
  return roles.length === 0
    ? <StatusMark kind="attention">{t('resetPassword.noAdmin')}</StatusMark>
    : <StatusMark kind="info">{t('resetPassword.roles', { roles: roles.join(', ') })}</StatusMark>;
}
