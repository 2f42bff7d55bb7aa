import { useTranslation } from 'react-i18next';
import { isStuck } from '../../../shared/sync/operation.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import { useLive } from '../../platform/services.tsx';
import { operationTitle } from '../../text/operation-words.ts';
import { DateText } from '../../ui/date-text.tsx';
import { TextLink } from '../../ui/text-link.tsx';

/** What an operation waits for and until when; nothing when it waits for nothing. */
export function WaitWords({ operation }: { readonly operation: Operation }) {
  const { t } = useTranslation();
  const { state } = operation;
  if (state.name === 'waiting' && state.reason === 'dependency') return <WaitsFor operation={operation} />;
  if (state.name === 'waiting' && state.reason === 'sign-in') return <TextLink to="/settings">{t('outbox.toSignIn')}</TextLink>;
  if (state.name === 'waiting' && state.reason === 'agreement' && state.until !== undefined) {
    return <span>{t('outbox.agreement.looksAt')} <DateText instant={state.until} as="time" /></span>;
  }
  if (state.name === 'waiting' && state.until !== undefined) {
    return <span>{t('outbox.until')} <DateText instant={state.until} as="time" /></span>;
  }
  if (state.name === 'unknown') {
    if (isStuck(operation)) return <span>{t(operation.kind === 'reset-password' ? 'outbox.stuckReset' : 'outbox.stuck')}</span>;
    const isTaken = state.failure?.code === 'change-in-progress';
    return <span>{t(isTaken ? 'outbox.takenUntil' : 'outbox.unknown')} <DateText instant={state.retryAt} as="time" /></span>;
  }
  return null;
}

/** The operations that must be done first, by name. */
export function WaitsFor({ operation }: { readonly operation: Operation }) {
  const { t } = useTranslation();
  const all = useLive((work) => work.operations(), []) ?? [];
  const first = all.filter((one) => operation.dependsOn.includes(one.id) && one.state.name !== 'done');
  if (first.length === 0) return null;
  return (
    <span>
      {t('outbox.after')}{' '}
      {first.map((one, index) => (
        <span key={one.id}>{index > 0 && ', '}<TextLink isInline to={`/outbox/${one.id}`}>{operationTitle(t, one)}</TextLink></span>
      ))}
    </span>
  );
}
