import { Button, Select, makeStyles } from '@fluentui/react-components';
import { ArrowDownload20Regular, ArrowUndo20Regular, Pause20Regular, Play20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { countOutcomes, endedOf, isFailed, rowOutcomes } from '../../../../shared/domain/bulk/outcomes.ts';
import type { RowOutcome } from '../../../../shared/domain/bulk/outcomes.ts';
import { isCorrectable } from '../../../../shared/domain/bulk/change-table.ts';
import { BatchId } from '../../../../shared/ids.ts';
import { copyText } from '../../../platform/copy-text.ts';
import { useConnectivity } from '../../../platform/services.tsx';
import { batchTitle } from '../../../text/batch-words.ts';
import { useFormat } from '../../../text/use-format.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DateText } from '../../../ui/date-text.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FailureMessage } from '../../../ui/failure-message.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { ListSkeleton } from '../../../ui/list-skeleton.tsx';
import { ListToolbar } from '../../../ui/list-toolbar.tsx';
import { Page } from '../../../ui/page.tsx';
import { ProgressLine } from '../../../ui/progress-line.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import { LeftOutTable, ResultTable } from './result-table.tsx';
import { outcomeWords } from './result-words.ts';
import { useBatch } from './use-batch.ts';
import type { KnownBatch } from './use-batch.ts';
import { useBatchCommands } from './use-batch-commands.ts';
import { useBatchFile } from './use-batch-file.ts';

const useStyles = makeStyles({
  head: { display: 'flex', flexDirection: 'column', gap: '8px', flexShrink: 0, paddingBottom: '8px' },
  note: { margin: 0 },
});

/** A bulk change: how far it is, what became of each row, and what can be done about it. */
export function BatchPage() {
  const { t } = useTranslation();
  const id = BatchId.safeParse(useParams()['batchId']);
  const known = useBatch(id.data);
  const crumbs = [{ label: t('nav.subscriptions'), to: '/subscriptions' }, { label: t('bulk.history.title'), to: '/subscriptions/bulk/history' }];
  if (known === undefined) return <Page title={t('bulk.title.wizard')} breadcrumbs={crumbs}><ListSkeleton /></Page>;
  if (known === null) {
    return (
      <Page title={t('bulk.title.wizard')} breadcrumbs={crumbs}>
        <EmptyState icon={<ArrowUndo20Regular />} title={t('bulk.batch.missing')} text={t('bulk.batch.missingHint')} />
      </Page>
    );
  }
  return <Known known={known} crumbs={crumbs} />;
}

interface KnownProps {
  readonly known: KnownBatch;
  readonly crumbs: readonly { readonly label: string; readonly to: string }[];
}

function Known({ known, crumbs }: KnownProps) {
  const { t } = useTranslation();
  const { batch, rows, undoneBy } = known;
  const format = useFormat();
  const [part, setPart] = useState<RowOutcome | 'all' | 'left-out'>('all');
  const counts = countOutcomes(rows);
  const shown = part === 'all' ? rows : rows.filter(({ outcome }) => outcome === part);
  const total = part === 'left-out' ? known.leftOut.length : shown.length;
  const parts = rowOutcomes.filter((outcome) => counts[outcome] > 0);
  const subtitle = (
    <>
      {t('bulk.batch.by', { name: batch.createdBy })} <DateText instant={batch.createdAt} />
      {batch.undoes !== undefined && <> · <TextLink to={`/subscriptions/bulk/${batch.undoes}`}>{t('bulk.batch.undoes')}</TextLink></>}
      {undoneBy !== undefined && <> · <TextLink to={`/subscriptions/bulk/${undoneBy.id}`}>{t('bulk.batch.undone')}</TextLink></>}
    </>
  );
  return (
    <Page title={batchTitle(t, batch)} subtitle={subtitle} breadcrumbs={crumbs} isFilled actions={<Actions known={known} />}>
      <Progress known={known} />
      <ListToolbar count={t('bulk.batch.shown', { count: total, shown: format.number(total) })}>
        <Select
          aria-label={t('bulk.batch.filter')} value={part}
          onChange={(_event, { value }) => setPart(rowOutcomes.find((one) => one === value) ?? (value === 'left-out' ? value : 'all'))}
        >
          <option value="all">{t('bulk.batch.all', { shown: format.number(rows.length) })}</option>
          {parts.map((outcome) => (
            <option key={outcome} value={outcome}>{`${outcomeWords(t, { outcome })} (${format.number(counts[outcome])})`}</option>
          ))}
          {known.leftOut.length > 0 && (
            <option value="left-out">{`${t('bulk.outcome.left-out')} (${format.number(known.leftOut.length)})`}</option>
          )}
        </Select>
      </ListToolbar>
      {part === 'left-out' ? <LeftOutTable leftOut={known.leftOut} /> : <ResultTable rows={shown} resetKey={part} />}
    </Page>
  );
}

function Progress({ known: { batch, rows, isPaused } }: { readonly known: KnownBatch }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const { isOnline } = useConnectivity();
  const counts = countOutcomes(rows);
  const ended = endedOf(counts);
  const isOver = ended === rows.length;
  const state = isOver ? 'over' : isPaused ? 'paused' : isOnline ? 'running' : 'offline';
  const parts = rowOutcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${outcomeWords(t, { outcome })}: ${format.number(counts[outcome])}`);
  return (
    <div className={styles.head}>
      <ProgressLine
        label={t(`bulk.batch.state.${state}`)} value={rows.length === 0 ? 1 : ended / rows.length}
        count={t('bulk.reading.count', { done: format.number(ended), total: format.number(batch.rows) })}
      />
      <p className={styles.note} role="status">{parts.join(' · ')}</p>
    </div>
  );
}

function Actions({ known }: { readonly known: KnownBatch }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { batch, rows, leftOut, isPaused } = known;
  const [isAsking, setAsking] = useState(false);
  const { pause, resume, stopRest, isBusy, stopped } = useBatchCommands(batch.id, rows);
  const { save, savedAs, problem } = useBatchFile(known);
  const counts = countOutcomes(rows);
  const isRunning = counts.waiting > 0;
  const failed = rows.filter(isFailed).length + leftOut.filter(isCorrectable).length;
  return (
    <>
      <span role="status">
        {savedAs !== undefined && t('bulk.file.saved', { name: savedAs })}
        {stopped !== undefined && t('bulk.batch.stopped', { count: stopped, shown: format.number(stopped) })}
      </span>
      {problem !== undefined && <FailureMessage failure={problem} copy={copyText} />}
      <Button icon={<ArrowDownload20Regular />} onClick={() => void save('all')}>{t('bulk.file.saveAll')}</Button>
      {failed > 0 && (
        <Button icon={<ArrowDownload20Regular />} onClick={() => void save('failed')}>
          {t('bulk.file.saveFailed', { count: failed, shown: format.number(failed) })}
        </Button>
      )}
      {isRunning && (
        <Button
          icon={isPaused ? <Play20Regular /> : <Pause20Regular />} disabledFocusable={isBusy}
          onClick={() => void (isPaused ? resume() : pause())}
        >
          {t(isPaused ? 'bulk.batch.resume' : 'bulk.batch.pause')}
        </Button>
      )}
      {isRunning && <Button disabledFocusable={isBusy} onClick={() => setAsking(true)}>{t('bulk.batch.stopRest')}</Button>}
      {/* the rest would go on being changed behind what is taken back */}
      {counts.done > 0 && !isRunning && batch.kind !== 'undo' && (
        <LinkButton to={`/subscriptions/bulk?undo=${batch.id}`} icon={<ArrowUndo20Regular />}>{t('bulk.batch.undo')}</LinkButton>
      )}
      <ConfirmDialog
        isOpen={isAsking} title={t('bulk.batch.stopTitle')} confirmLabel={t('bulk.batch.stopRest')} onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void stopRest();
        }}
      >
        {t('bulk.batch.stopText', { count: counts.waiting, shown: format.number(counts.waiting) })}
      </ConfirmDialog>
    </>
  );
}
