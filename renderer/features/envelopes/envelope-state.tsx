import { useTranslation } from 'react-i18next';
import type { Envelope } from '../../../shared/contract/contract.ts';
import { isToHandOver } from '../../platform/use-envelopes.ts';
import { StatusMark } from '../../ui/status-mark.tsx';

const signs = { prepared: 'waiting', sealed: 'attention', revealed: 'attention', 'handed-over': 'ok', void: 'stopped' } as const;

/** The state of an envelope in words. */
export function EnvelopeState({ envelope }: { readonly envelope: Envelope }) {
  const { t } = useTranslation();
  const isInDoubt = envelope.mayBeSet === true && isToHandOver(envelope);
  return <StatusMark kind={signs[envelope.state]}>{isInDoubt ? t('envelopes.mayBeSet') : t(`envelopes.stateIs.${envelope.state}`)}</StatusMark>;
}
