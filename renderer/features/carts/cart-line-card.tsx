import { Badge, Button, Field, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Delete16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { CartLine } from '../../../shared/domain/cart/cart-line.ts';
import type { CartProblem } from '../../../shared/domain/cart/cart-rules.ts';
import type { SeatRange } from '../../../shared/domain/cart/line-rules.ts';
import { withTerm } from '../../../shared/domain/cart/line-rules.ts';
import { lineTotal } from '../../../shared/domain/cart/totals.ts';
import type { Offer } from '../../../shared/domain/catalogue/offer.ts';
import { useFormat } from '../../text/use-format.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { SeatsField } from './seats-field.tsx';
import { problemText, termText } from './term-words.ts';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '10px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus': { outlineStyle: 'none' },
  },
  wrong: { border: `1px solid ${tokens.colorPaletteMarigoldBorderActive}` },
  row: { display: 'flex', alignItems: 'flex-start', gap: '12px', flexWrap: 'wrap' },
  head: { alignItems: 'center', flexWrap: 'nowrap' },
  title: { margin: 0, flexGrow: 1, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  term: { flexGrow: 1, flexBasis: '210px', minWidth: 0 },
  seats: { width: '112px' },
  price: { marginLeft: 'auto', flexShrink: 0, textAlign: 'right', display: 'flex', flexDirection: 'column', gap: '2px' },
  foot: { alignItems: 'flex-end', flexWrap: 'nowrap' },
  total: { fontWeight: tokens.fontWeightSemibold },
  badge: { flexShrink: 0, whiteSpace: 'nowrap' },
  credit: { textWrap: 'balance' },
  soft: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export interface CartLineCardProps {
  readonly line: CartLine;
  readonly offer: Offer | undefined;
  readonly range: SeatRange | undefined;
  readonly resellerName: string;
  readonly problems: readonly CartProblem[];
  readonly onChange: (line: CartLine) => void;
  readonly onRemove: () => void;
}

/** One line of the cart: product, allowed pair of term and billing, seats, price, and the reseller it is credited to. */
export function CartLineCard({ line, offer, range, resellerName, problems, onChange, onRemove }: CartLineCardProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const own = `${line.termDuration} ${line.billingCycle}`;
  const terms = offer?.terms ?? [];
  const isOffered = terms.some((term) => `${term.termDuration} ${term.billingCycle}` === own);
  const choose = (value: string): void => {
    const term = terms.find((one) => `${one.termDuration} ${one.billingCycle}` === value);
    if (offer !== undefined && term !== undefined) onChange(withTerm(line, offer, term.termDuration, term.billingCycle));
  };
  const shown = problems.filter((problem) => !['quantity-below', 'quantity-above', 'too-many-seats'].includes(problem.code));
  return (
    <li className={mergeClasses(styles.card, problems.some((problem) => problem.stops) && styles.wrong)} aria-label={line.title}>
      <div className={mergeClasses(styles.row, styles.head)}>
        <h3 className={styles.title}>{line.title}</h3>
        {offer?.isPracticePrice === true && (
          <Badge appearance="outline" color="informative" className={styles.badge}>
            {t('carts.practicePrice')}
          </Badge>
        )}
        <Button
          size="small"
          appearance="subtle"
          icon={<Delete16Regular />}
          aria-label={t('carts.removeNamed', { title: line.title })}
          onClick={onRemove}
        />
      </div>
      <div className={styles.row}>
        <Field label={t('carts.termLabel')} className={styles.term}>
          <Select value={own} onChange={(_event, data) => choose(data.value)}>
            {!isOffered && <option value={own}>{termText(t, line)}</option>}
            {terms.map((term) => (
              <option key={`${term.termDuration} ${term.billingCycle}`} value={`${term.termDuration} ${term.billingCycle}`}>
                {termText(t, term)}
              </option>
            ))}
          </Select>
        </Field>
        <div className={styles.seats}>
          <SeatsField
            quantity={line.quantity}
            range={range}
            title={line.title}
            onChange={(quantity) => onChange({ ...line, quantity })}
          />
        </div>
      </div>
      <div className={mergeClasses(styles.row, styles.foot)}>
        <div className={mergeClasses(styles.soft, styles.credit)}>
          {line.partnerId === undefined
            ? t('carts.lineDirect')
            : t('carts.lineReseller', { name: resellerName, partnerId: line.partnerId })}
        </div>
        <div className={styles.price}>
          <span className={styles.total}>
            <MoneyText money={lineTotal(line)} /> {t(`carts.per.${line.billingCycle}`)}
          </span>
          <span className={styles.soft}>
            {line.unitPrice === undefined ? t('carts.noPrice') : t('carts.unitPrice', { price: format.money(line.unitPrice) })}
          </span>
        </div>
      </div>
      {shown.map((problem) => (
        <StatusMark key={problem.code} kind={problem.stops ? 'attention' : 'info'}>
          {problemText(t, problem)}
        </StatusMark>
      ))}
    </li>
  );
}
