import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { operationCount } from '../../../../shared/domain/bulk/change-table.ts';
import type { PlannedRow } from '../../../../shared/domain/bulk/plan.ts';
import { isBefore } from '../../../../shared/instant.ts';
import type { Instant } from '../../../../shared/instant.ts';
import { useLive } from '../../../platform/services.tsx';
import { batchBudget } from '../../../sync/batch-settings.ts';
import { billingWords } from '../../../text/commerce-words.ts';
import { useFormat } from '../../../text/use-format.ts';
import { Age } from '../../../ui/age.tsx';
import { ReadingPanel } from './reading-panel.tsx';
import { moneyEffect } from './seat-money.ts';
import type { SeatOffers } from './seat-money.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '8px', flexShrink: 0, paddingBottom: '8px' },
  facts: { display: 'flex', flexWrap: 'wrap', gap: '4px 20px', margin: 0 },
  body: { whiteSpace: 'normal' },
  notes: { margin: 0, paddingInlineStart: '20px' },
});

/** What has a sentence of its own above the rows. */
const toldApart: ReadonlySet<PlannedRow['notes'][number]> = new Set<PlannedRow['notes'][number]>(['old', 'schedule-lost']);

/** Each change reads and then writes. */
const callsPerChange = 2;

export interface PreviewNotesProps {
  /** The rows that will be done. */
  readonly rows: readonly PlannedRow[];
  readonly offers: SeatOffers;
  /** Lines of the file that fit nothing. */
  readonly unusedLines: number;
  readonly onShowLines: () => void;
}

/** What the rows come to together: how long it takes, what it costs by the price list, how old the data is, what to know of them. */
export function PreviewNotes({ rows, offers, unusedLines, onShowLines }: PreviewNotesProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const budget = useLive((work) => batchBudget(work), []);
  const minutes = budget === undefined ? 1 : Math.ceil((operationCount(rows) * callsPerChange) / budget);
  const { sums, unpriced } = moneyEffect(rows, offers);
  const oldest = rows.reduce<Instant | undefined>((first, { target: { row: { readAt } } }) =>
    readAt === undefined || (first !== undefined && isBefore(first, readAt)) ? first : readAt, undefined);
  const old = rows.filter(({ notes }) => notes.includes('old')).map(({ target }) => target.row.customerId);
  const staleCustomers = [...new Set(old)];
  const erased = rows.filter(({ notes }) => notes.includes('schedule-lost')).length;
  return (
    <div className={styles.box}>
      <p className={styles.facts}>
        <span>{t('bulk.preview.duration', { count: Math.max(minutes, 1), shown: format.number(Math.max(minutes, 1)) })}</span>
        {oldest !== undefined && <span>{t('bulk.preview.oldest')} <Age instant={oldest} isBare /></span>}
        {sums.map(({ billingCycle, money }) => (
          <span key={`${billingCycle} ${money.currency}`}>
            {t('bulk.preview.moneySum', { money: format.money(money), cycle: billingWords(t, billingCycle) })}
          </span>
        ))}
        {unpriced > 0 && <span>{t('bulk.preview.unpriced', { count: unpriced, shown: format.number(unpriced) })}</span>}
      </p>
      <NoteCounts rows={rows} />
      {unusedLines > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody className={styles.body}>
            {t('bulk.preview.unused', { count: unusedLines, shown: format.number(unusedLines) })}
          </MessageBarBody>
          <MessageBarActions><Button size="small" onClick={onShowLines}>{t('bulk.preview.showUnused')}</Button></MessageBarActions>
        </MessageBar>
      )}
      {erased > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody className={styles.body}>{t('bulk.preview.erased', { count: erased, shown: format.number(erased) })}</MessageBarBody>
        </MessageBar>
      )}
      {staleCustomers.length > 0 && (
        <ReadingPanel
          title={t('bulk.stale.title')} count={staleCustomers.length} label={t('bulk.stale.read')} idsOf={async () => staleCustomers}
          lines={[t('bulk.stale.text', { count: staleCustomers.length, shown: format.number(staleCustomers.length) })]}
        />
      )}
    </div>
  );
}

/** What is to be known of rows, in whole sentences: in a row there is little room. */
function NoteCounts({ rows }: Pick<PreviewNotesProps, 'rows'>) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const notes = rows.flatMap((row) => row.notes).filter((note) => !toldApart.has(note));
  if (notes.length === 0) return undefined;
  return (
    <ul className={styles.notes} aria-label={t('bulk.preview.state')}>
      {[...new Set(notes)].map((note) => {
        const count = notes.filter((one) => one === note).length;
        return <li key={note}>{t('bulk.preview.noteOf', { count, shown: format.number(count), note: t(`bulk.note.${note}`) })}</li>;
      })}
    </ul>
  );
}
