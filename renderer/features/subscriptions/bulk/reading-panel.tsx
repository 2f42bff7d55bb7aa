import { Button, MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CustomerTenantId } from '../../../../shared/ids.ts';
import { copyText } from '../../../platform/copy-text.ts';
import { useConnectivity } from '../../../platform/services.tsx';
import { failureWords } from '../../../text/failure-words.ts';
import { useFormat } from '../../../text/use-format.ts';
import { FailureMessage } from '../../../ui/failure-message.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { ProgressLine } from '../../../ui/progress-line.tsx';
import { useReading } from './use-reading.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start' },
  wide: { alignSelf: 'stretch' },
  note: { margin: 0 },
  body: { whiteSpace: 'normal' },
});

export interface ReadingPanelProps {
  readonly title: string;
  /** What is known and what is not, in words. */
  readonly lines: readonly string[];
  /** How many customers there are to read; nothing can be read while it is none. */
  readonly count: number;
  readonly label: string;
  readonly idsOf: () => Promise<readonly CustomerTenantId[]>;
}

/** Of how many customers the subscriptions were never read, and reading them: online, throttled, stopped and gone on with at will. */
export function ReadingPanel({ title, lines, count, label, idsOf }: ReadingPanelProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const { isOnline } = useConnectivity();
  const { running, problem, failed, start, stop } = useReading();
  return (
    <Panel title={title} tone={count > 0 ? 'attention' : 'plain'}>
      <div className={styles.box}>
        {lines.map((line) => <p key={line} className={styles.note}>{line}</p>)}
        {running !== undefined && (
          <div className={styles.wide}>
            <ProgressLine
              label={running.wait === undefined
                ? t('bulk.reading.running')
                : t('bulk.reading.waits', { why: failureWords(t, running.wait.failure).what })}
              count={t('bulk.reading.count', { done: format.number(running.done), total: format.number(running.total) })}
              value={running.total === 0 ? undefined : running.done / running.total}
            />
          </div>
        )}
        <div role="status">
          {failed > 0 && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody className={styles.body}>{t('bulk.reading.failed', { count: failed, shown: format.number(failed) })}</MessageBarBody>
            </MessageBar>
          )}
        </div>
        {problem !== undefined && <FailureMessage failure={problem} copy={copyText} />}
        {running !== undefined && <Button onClick={stop}>{t('bulk.reading.stop')}</Button>}
        {running === undefined && count > 0 && isOnline && <Button onClick={() => void start(idsOf)}>{label}</Button>}
        {running === undefined && count > 0 && !isOnline && <p className={styles.note}>{t('bulk.reading.offline')}</p>}
      </div>
    </Panel>
  );
}
