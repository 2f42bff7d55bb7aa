import { useTranslation } from 'react-i18next';
import type { ResellerStanding } from '../../shared/domain/partnership/reseller-standing.ts';
import { StatusMark } from './status-mark.tsx';

/**
 * Says beside a draft or an operation that the reseller it names is gone or refused; nothing when all is well, or when
 * nobody knows. It only tells: the work stays, and can be gone on with.
 */
export function ResellerFlag({ standing }: { readonly standing: ResellerStanding | undefined }) {
  const { t } = useTranslation();
  if (standing === undefined || standing.standing === 'ok' || standing.standing === 'unknown') return null;
  return <StatusMark kind="attention">{t(`resellerFlag.${standing.standing}`)}</StatusMark>;
}
