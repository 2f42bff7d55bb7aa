import { Button, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CartProblem } from '../../../../shared/domain/cart/cart-rules.ts';
import { splitAtPromotion } from '../../../../shared/domain/cart/promotions.ts';
import { useFormat } from '../../../text/use-format.ts';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { problemText } from '../term-words.ts';
import type { LineView } from './line-view.ts';
import type { LineCommands } from './use-lines.ts';

const useStyles = makeStyles({ problem: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' } });

/** The seats' own field says these. */
const saidBySeats: ReadonlySet<CartProblem['code']> = new Set(['quantity-below', 'quantity-above', 'too-many-seats']);

/** What stands between this line and the order, with the way out where there is one. */
export function LineProblems({ view: { line, problems }, commands }: { readonly view: LineView; readonly commands: LineCommands }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const most = line.promotion?.maximumSeats ?? 0;
  const canSplit = splitAtPromotion(line, [line]) !== undefined;
  return problems.filter((problem) => !saidBySeats.has(problem.code)).map((problem) => (
    <div key={problem.code} className={styles.problem}>
      <StatusMark kind={problem.stops ? 'attention' : 'info'}>{problemText(t, problem)}</StatusMark>
      {problem.code === 'promotion-seats-above' && canSplit && (
        <Button size="small" onClick={() => commands.split(line)}>
          {t('carts.promotion.split', { most: format.number(most), rest: format.number(line.quantity - most) })}
        </Button>
      )}
    </div>
  ));
}
