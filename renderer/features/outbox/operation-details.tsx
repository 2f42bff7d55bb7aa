import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { JournalEntry } from '../../../shared/domain/journal/journal-entry.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useLive } from '../../platform/services.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { JournalList } from '../../ui/journal-list.tsx';
import { Panel } from '../../ui/panel.tsx';

const useStyles = makeStyles({
  summary: { cursor: 'pointer', width: 'fit-content', marginTop: '8px' },
  pre: {
    margin: '8px 0',
    padding: '8px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** One line a call with its request id, and one for each answer with the correlation id the server gave it. */
function callLines(operation: Operation, journal: readonly JournalEntry[]): string {
  const calls = operation.steps.map((step) => `${step.name} (${step.state}, ${step.attempts}) MS-RequestId ${step.requestId}`);
  const answers = journal.flatMap(({ at, what, details: { step = '', correlationId } }) =>
    correlationId === undefined ? [] : [`${at} ${what} ${step} MS-CorrelationId ${correlationId}`],
  );
  return [`operation ${operation.id}`, `tenant ${operation.tenantId}`, ...calls, ...answers].join('\n');
}

/** What happened when, and the ids that support asks for. */
export function OperationDetails({ operation }: { readonly operation: Operation }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const journal = useLive((work) => work.journal({ operationId: operation.id, limit: 200 }), [operation.id]) ?? [];
  const text = callLines(operation, journal);
  return (
    <Panel title={t('outbox.history')}>
      <JournalList entries={journal} />
      <details>
        <summary className={styles.summary}>{t('outbox.ids')}</summary>
        <FactList
          facts={[
            { label: t('outbox.operationId'), value: operation.id },
            { label: t('outbox.calls'), value: String(operation.steps.length) },
          ]}
        />
        <pre className={styles.pre}>{text}</pre>
        <CopyButton isWide label={t('outbox.copyIds')} copy={() => copyText(text)} />
      </details>
    </Panel>
  );
}
