import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Batch } from '../../../shared/domain/bulk/batch.ts';
import { isOpen, needsPerson } from '../../../shared/sync/operation.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import { useLive } from '../../platform/services.tsx';
import { batchTitle } from '../../text/batch-words.ts';
import { useFormat } from '../../text/use-format.ts';
import { Panel } from '../../ui/panel.tsx';
import { ProgressLine } from '../../ui/progress-line.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { TextLink } from '../../ui/text-link.tsx';

const useStyles = makeStyles({
  items: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex', flexDirection: 'column', gap: '6px', padding: '10px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`, ':first-child': { borderTop: 'none' },
  },
  line: { display: 'flex', columnGap: '12px', flexWrap: 'wrap' },
});

/** Each bulk change that is not at its end as one thing, however many operations it has; its page shows them. */
export function OutboxBatches({ operations }: { readonly operations: readonly Operation[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const batches = useLive((work) => work.batches.all(), []) ?? [];
  const groups = Map.groupBy(operations.filter(({ batchId }) => batchId !== undefined), ({ batchId }) => batchId);
  const shown = batches.flatMap((batch) => {
    const own = groups.get(batch.id) ?? [];
    return own.some((operation) => isOpen(operation) || needsPerson(operation)) ? [{ batch, own }] : [];
  });
  if (shown.length === 0) return null;
  const isAsking = shown.some(({ own }) => own.some(needsPerson));
  return (
    <Panel title={t('bulk.history.title')} tone={isAsking ? 'attention' : 'waiting'}>
      <ul className={styles.items}>
        {shown.map(({ batch, own }) => <li key={batch.id} className={styles.item}><OneBatch batch={batch} own={own} /></li>)}
      </ul>
    </Panel>
  );
}

function OneBatch({ batch, own }: { readonly batch: Batch; readonly own: readonly Operation[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const asking = own.filter(needsPerson).length;
  const ended = own.filter((operation) => !isOpen(operation)).length;
  return (
    <>
      <span className={styles.line}>
        <TextLink to={`/subscriptions/bulk/${batch.id}`}>{batchTitle(t, batch)}</TextLink>
        {asking > 0 && <StatusMark kind="attention">{t('bulk.outbox.asking', { count: asking, shown: format.number(asking) })}</StatusMark>}
      </span>
      <ProgressLine
        label={t('bulk.outbox.progress')} count={t('bulk.reading.count', { done: format.number(ended), total: format.number(own.length) })}
        value={ended / own.length}
      />
    </>
  );
}
