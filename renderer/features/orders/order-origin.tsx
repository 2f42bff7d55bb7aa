import { useTranslation } from 'react-i18next';
import type { Operation } from '../../../shared/sync/operation.ts';
import { useLive } from '../../platform/services.tsx';
import { JournalList } from '../../ui/journal-list.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Panel } from '../../ui/panel.tsx';

const placed = ({ state }: Operation, orderId: string): boolean =>
  state.name === 'done' && state.result.kind === 'place-order' && state.result.orderIds.includes(orderId);

/** Where the order came from: the operation of this app that placed it, with its journal; or that it was made elsewhere. */
export function OrderOrigin({ orderId }: { readonly orderId: string }) {
  const { t } = useTranslation();
  const answer = useLive(async (work) => {
    const operation = (await work.operations()).find((candidate) => placed(candidate, orderId));
    return { operation, entries: operation === undefined ? [] : await work.journal({ operationId: operation.id, limit: 100 }) };
  }, [orderId]);
  if (answer === undefined) return null;
  const { operation, entries } = answer;
  if (operation === undefined) return <Panel title={t('order.origin')}>{t('order.madeElsewhere')}</Panel>;
  return (
    <Panel
      title={t('order.origin')}
      actions={<LinkButton to={`/outbox/${operation.id}`} size="small">{t('action.showInOutbox')}</LinkButton>}
    >
      <JournalList entries={entries} />
    </Panel>
  );
}
