import { useTranslation } from 'react-i18next';
import type { Envelope } from '../../../shared/contract/contract.ts';
import { DateText } from '../../ui/date-text.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { WorkList } from './work-list.tsx';

/** Passwords of new customers that nobody has handed over yet. Nothing when there are none. */
export function EnvelopePanel({ envelopes }: { readonly envelopes: readonly Envelope[] }) {
  const { t } = useTranslation();
  if (envelopes.length === 0) return null;
  return (
    <Panel title={t('home.envelopes')} tone="attention">
      <WorkList
        noneText=""
        items={envelopes.map((envelope) => ({
          id: envelope.operationId,
          to: `/envelopes/${envelope.operationId}`,
          title: t('home.envelope', { name: envelope.customerName }),
          detail: (
            <>
              <StatusMark kind="attention">{t(`home.envelopeState.${envelope.state}`)}</StatusMark>
              <DateText instant={envelope.sealedAt} />
            </>
          ),
        }))}
      />
    </Panel>
  );
}
