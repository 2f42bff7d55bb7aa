import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Operation, StepName } from '../../../shared/sync/operation.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { Circle16Regular } from '@fluentui/react-icons';
import type { StatusKind } from '../../ui/status-mark.tsx';
import { stepStates } from './step-states.ts';
import type { StepShown } from './step-states.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '4px' },
  pending: { color: tokens.colorNeutralForeground3, display: 'inline-flex', alignItems: 'center', gap: '6px', verticalAlign: 'top' },
  sign: { flexShrink: 0 },
});

const kinds: Readonly<Record<Exclude<StepShown, 'pending'>, StatusKind>> = {
  done: 'ok', sending: 'sending', unknown: 'sending', waiting: 'waiting', refused: 'refused', decision: 'attention',
};

/** The steps of an operation in plain words: "Address check: done". */
export function StepProgress({ operation }: { readonly operation: Operation }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const words = (name: StepName, shown: StepShown): string =>
    t('outbox.stepLine', { step: t(`outbox.step.${name}`), state: t(`outbox.stepState.${shown}`) });
  return (
    <ol className={styles.list} aria-label={t('outbox.steps')}>
      {stepStates(operation).map(({ name, shown }) => (
        <li key={name}>
          {shown === 'pending'
            ? <span className={styles.pending}><Circle16Regular aria-hidden className={styles.sign} />{words(name, shown)}</span>
            : <StatusMark kind={kinds[shown]}>{words(name, shown)}</StatusMark>}
        </li>
      ))}
    </ol>
  );
}
