import { Button, makeStyles } from '@fluentui/react-components';
import { Print20Regular } from '@fluentui/react-icons';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Envelope } from '../../../shared/contract/contract.ts';
import type { JournalEntry, JournalEvent } from '../../../shared/domain/journal/journal-entry.ts';
import { copyText } from '../../platform/copy-text.ts';
import { printSheet } from '../../platform/print-sheet.ts';
import type { PrintedSheet } from '../../platform/print-sheet.ts';
import { useLive } from '../../platform/services.tsx';
import type { Format } from '../../text/format.ts';
import { journalSentence } from '../../text/journal-words.ts';
import { useFormat } from '../../text/use-format.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { JournalList } from '../../ui/journal-list.tsx';
import { Panel } from '../../ui/panel.tsx';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '12px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
});

const handOverEvents: ReadonlySet<JournalEvent> = new Set<JournalEvent>([
  'password-revealed', 'password-copied', 'password-printed', 'password-file-saved', 'hand-over-confirmed',
]);

/** The receipt as a sheet: who did what with the password, and when. Never the password itself. */
function receiptSheet(t: TFunction, format: Format, envelope: Envelope, entries: readonly JournalEntry[]): PrintedSheet {
  return {
    title: t('envelopes.receipt.title'),
    facts: [
      { label: t('carts.customer'), value: envelope.customerName },
      { label: t('envelopes.userName'), value: envelope.userName },
      { label: t('envelopes.state'), value: t(`envelopes.stateIs.${envelope.state}`) },
    ],
    listTitle: t('envelopes.receipt.acts'),
    list: entries.toReversed().map((entry) => `${format.dateTime(entry.at)} · ${journalSentence(t, entry)} · ${entry.who}`),
    foot: t('envelopes.receipt.foot'),
  };
}

const asText = ({ title, facts, listTitle, list, foot }: PrintedSheet): string =>
  [title, '', ...facts.map(({ label, value }) => `${label}: ${value}`), '', listTitle, ...list.map((item) => `- ${item}`), '', foot].join('\n');

/** Who handed over what, how and when, from the journal; to be printed or copied. */
export function Receipt({ envelope }: { readonly envelope: Envelope }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const { operationId } = envelope;
  const entries = useLive((work) => work.journal({ operationId, limit: 500 }), [operationId])?.filter(({ what }) => handOverEvents.has(what));
  if (entries === undefined || entries.length === 0) return null;
  const sheet = (): PrintedSheet => receiptSheet(t, format, envelope, entries);
  return (
    <Panel title={t('envelopes.receipt.title')}>
      <div className={styles.box}>
        <JournalList entries={entries} />
        <div className={styles.row}>
          <Button icon={<Print20Regular />} onClick={() => printSheet(sheet())}>{t('envelopes.receipt.print')}</Button>
          <CopyButton isWide label={t('envelopes.receipt.copy')} copy={() => copyText(asText(sheet()))} />
        </div>
      </div>
    </Panel>
  );
}
