import { useTranslation } from 'react-i18next';
import type { Envelope } from '../../../shared/contract/contract.ts';
import { StatusMark } from '../../ui/status-mark.tsx';

/** The state of an envelope in words. */
export function EnvelopeState({ envelope }: { readonly envelope: Envelope }) {
  const { t } = useTranslation();
  return <StatusMark kind={envelope.state === 'handed-over' ? 'ok' : 'attention'}>{t(`envelopes.stateIs.${envelope.state}`)}</StatusMark>;
}
