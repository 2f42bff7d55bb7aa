import { useTranslation } from 'react-i18next';
import { isActive } from '../../../shared/domain/reseller/reseller.ts';
import type { Reseller } from '../../../shared/domain/reseller/reseller.ts';
import { StatusMark } from '../../ui/status-mark.tsx';

/** Whether the reseller can be put on an order now, in words and with a sign. */
export function ResellerState({ reseller }: { readonly reseller: Reseller }) {
  const { t } = useTranslation();
  if (isActive(reseller)) return <StatusMark kind="ok">{t('reseller.state.active')}</StatusMark>;
  const words = reseller.state.toLowerCase() === 'suspended' ? t('reseller.state.suspended') : reseller.state;
  return <StatusMark kind="stopped">{words}</StatusMark>;
}
