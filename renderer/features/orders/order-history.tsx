import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../../shared/domain/order/order.ts';
import type { Operation, OperationOf } from '../../../shared/sync/operation.ts';
import { useLive } from '../../platform/services.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { JournalList } from '../../ui/journal-list.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Panel } from '../../ui/panel.tsx';

const useStyles = makeStyles({ text: { margin: '0 0 8px' } });

export interface OrderHistoryProps {
  readonly order: Order;
  /** The operation of this app that placed it. */
  readonly placer: OperationOf<'place-order'> | undefined;
  readonly cancellations: readonly Operation[];
}

/** Who placed the order and when, the quote or cart it came from, and what was done with it here since, in plain words. */
export function OrderHistory({ order, placer, cancellations }: OrderHistoryProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const ours = [...(placer === undefined ? [] : [placer]), ...cancellations];
  const ids = ours.map(({ id }) => id).join(' ');
  const history = useLive(async (work) => {
    const found = await Promise.all(ours.map((operation) => work.journal({ operationId: operation.id, limit: 100 })));
    const draft = placer?.draftId === undefined ? undefined : await work.draft(placer.draftId);
    const quotes = placer?.draftId === undefined ? [] : await work.quotes.ofDraft(placer.draftId);
    return { isQuoted: quotes.length > 0, entries: found.flat().toSorted((a, b) => b.at.localeCompare(a.at)), draft };
  }, [ids]);
  if (history === undefined) return null;
  const { draft, entries, isQuoted } = history;
  const cart = draft?.kind === 'cart' ? draft : undefined;
  return (
    <Panel
      title={t('order.origin')}
      actions={(
        <>
          {cart?.state === 'open' && <LinkButton to={`/carts/${cart.id}`} size="small">{t('order.openCart')}</LinkButton>}
          {isQuoted && placer?.draftId !== undefined && (
            <LinkButton to={`/quotes/${placer.draftId}`} size="small">{t('order.openQuote')}</LinkButton>
          )}
          {placer !== undefined && <LinkButton to={`/outbox/${placer.id}`} size="small">{t('action.showInOutbox')}</LinkButton>}
        </>
      )}
    >
      <p className={styles.text}>
        {placer === undefined
          ? <>{t('order.madeElsewhere')} <DateText instant={order.createdAt} as="exact" /></>
          : <>{t('order.placedBy', { who: placer.createdBy })} <DateText instant={placer.createdAt} as="exact" /></>}
      </p>
      {cart?.name !== undefined && <p className={styles.text}>{t('order.fromCart', { name: cart.name })}</p>}
      {placer?.payload.purchaseOrderReference !== undefined && (
        <p className={styles.text}>{t('order.reference', { reference: placer.payload.purchaseOrderReference })}</p>
      )}
      {entries.length > 0 && <JournalList entries={entries} />}
    </Panel>
  );
}
