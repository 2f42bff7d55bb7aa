import { useTranslation } from 'react-i18next';
import { standingOf } from '../../../../shared/domain/partnership/request.ts';
import type { PartnershipRequest, RequestStanding } from '../../../../shared/domain/partnership/request.ts';
import { instantOf } from '../../../../shared/instant.ts';
import { useNow } from '../../../text/use-now.ts';
import { StatusMark } from '../../../ui/status-mark.tsx';
import type { StatusKind } from '../../../ui/status-mark.tsx';

const signs: Readonly<Record<RequestStanding, StatusKind>> = {
  prepared: 'info', opened: 'sending', sent: 'waiting', reminded: 'waiting', accepted: 'ok', expired: 'attention', withdrawn: 'stopped',
};

/** Where a request stands now, in words and with a sign. */
export function RequestState({ request }: { readonly request: PartnershipRequest }) {
  const { t } = useTranslation();
  const now = useNow();
  const standing = standingOf(request, instantOf(new Date(now)));
  return <StatusMark kind={signs[standing]}>{t(`partnershipRequest.standing.${standing}`)}</StatusMark>;
}
