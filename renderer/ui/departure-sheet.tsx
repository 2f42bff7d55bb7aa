import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/contract/failure.ts';
import { departureSummary } from '../text/departure-words.ts';
import type { DepartureCheck } from '../../shared/domain/departure/departure.ts';
import { DepartureList } from './departure-list.tsx';
import type { DepartureCommand } from './departure-list.tsx';
import { FailureMessage } from './failure-message.tsx';
import { Panel } from './panel.tsx';
import { ProgressLine } from './progress-line.tsx';
import { StatusMark } from './status-mark.tsx';

const useStyles = makeStyles({
  note: { margin: '0 0 8px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  part: { margin: '12px 0 2px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  progress: { display: 'flex', alignItems: 'flex-end', gap: '12px', marginBottom: '8px' },
  bar: { flexGrow: 1 },
});

/** One cart or order that is to leave. */
export interface DepartureGroup {
  readonly key: string;
  readonly label: string;
  /** Gravest first; undefined before the first answer. */
  readonly checks: readonly DepartureCheck[] | undefined;
}

/** A check with the server: what use-check-now.ts gives. */
interface Checking {
  /** There is something that the server can be asked about these. */
  readonly canCheck: boolean;
  /** How far it is; undefined while none runs. */
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  readonly problem: Failure | undefined;
  readonly start: () => void;
  readonly cancel: () => void;
}

export interface DepartureSheetProps {
  readonly groups: readonly DepartureGroup[];
  readonly isOnline: boolean;
  /** Orders of the outbox, not a cart on screen. */
  readonly areOrders?: boolean;
  readonly checking: Checking;
  readonly onCommand: (key: string, command: DepartureCommand) => void;
  readonly copy: (text: string) => Promise<boolean>;
}

/** The departure check of a cart, or of all orders that wait: what stops it, what may, how old the facts are, one fix each. */
export function DepartureSheet({ groups, isOnline, areOrders = false, checking, onCommand, copy }: DepartureSheetProps) {
  const { canCheck, progress, problem, start, cancel } = checking;
  const styles = useStyles();
  const { t } = useTranslation();
  const all = groups.flatMap(({ checks }) => checks ?? []);
  const isLooking = groups.some(({ checks }) => checks === undefined);
  const summary = isLooking ? { sign: 'info', words: t('departure.looking') } as const : departureSummary(t, all);
  const isOne = groups.length === 1;
  return (
    <Panel
      title={t('departure.title')}
      actions={isOnline && progress === undefined && canCheck && <Button size="small" onClick={start}>{t('departure.checkNow')}</Button>}
    >
      <div role="status"><StatusMark kind={summary.sign}>{summary.words}</StatusMark></div>
      <p className={styles.note}>{t(isOnline ? 'departure.intro' : 'departure.offlineNote')}</p>
      {progress !== undefined && (
        <div className={styles.progress}>
          <div className={styles.bar}>
            <ProgressLine label={t('departure.checking')} count={`${progress.done} / ${progress.total}`} value={progress.done / progress.total} />
          </div>
          <Button size="small" onClick={cancel}>{t('departure.stop')}</Button>
        </div>
      )}
      {problem !== undefined && <FailureMessage failure={problem} copy={copy} />}
      {groups.map(({ key, label, checks }) => (
        <div key={key}>
          {!isOne && <h3 className={styles.part}>{label}</h3>}
          {checks !== undefined && (
            <DepartureList checks={checks} label={label} isOffline={!isOnline} isOrder={areOrders} onCommand={(command) => onCommand(key, command)} />
          )}
        </div>
      ))}
    </Panel>
  );
}
