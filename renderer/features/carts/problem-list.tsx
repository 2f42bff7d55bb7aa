import { Button, MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CartProblem } from '../../../shared/domain/cart/cart-rules.ts';
import { canBuy } from '../../../shared/domain/cart/cart-rules.ts';
import { problemText } from './term-words.ts';

const useStyles = makeStyles({
  body: { whiteSpace: 'normal' },
  list: { margin: '4px 0 0', paddingLeft: '20px' },
});

export interface ProblemListProps {
  readonly problems: readonly CartProblem[];
  /** The step on screen: its own mistakes need no way there. */
  readonly current?: CartProblem['step'];
  readonly onStep: (step: CartProblem['step']) => void;
}

/** What is missing before the cart can be bought, each with the way to where it is put right. */
export function ProblemList({ problems, current, onStep }: ProblemListProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  const isFine = canBuy(problems);
  return (
    <MessageBar intent={isFine ? 'warning' : 'error'} layout="multiline">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{t(isFine ? 'carts.problems.warnings' : 'carts.problems.missing')}</MessageBarTitle>
        <ul className={styles.list}>
          {problems.map((problem) => (
            <li key={`${problem.code} ${problem.lineId ?? ''}`}>
              {problemText(t, problem)}{' '}
              {problem.step !== 'review' && problem.step !== current && (
                <Button size="small" appearance="transparent" onClick={() => onStep(problem.step)}>{t(`carts.goTo.${problem.step}`)}</Button>
              )}
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
