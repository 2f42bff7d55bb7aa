import { Badge, Button, Checkbox, Field, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Delete16Regular } from '@fluentui/react-icons';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CartLine } from '../../../../shared/domain/cart/cart-line.ts';
import type { Offer } from '../../../../shared/domain/catalogue/offer.ts';
import type { Instant } from '../../../../shared/instant.ts';
import { OfferMarks } from '../offer-marks.tsx';
import { SeatsField } from '../seats-field.tsx';
import { termText } from '../term-words.ts';
import { LineOptions } from './line-options.tsx';
import { LinePrice } from './line-price.tsx';
import { LineProblems } from './line-problems.tsx';
import { creditText, isSameView } from './line-view.ts';
import type { LineView } from './line-view.ts';
import { TrialChoice } from './trial-choice.tsx';
import type { LineCommands } from './use-lines.ts';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    padding: '8px 12px 10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  /** Under its base. */
  addon: { marginLeft: '24px', borderLeft: `3px solid ${tokens.colorNeutralStroke1}` },
  wrong: { border: `1px solid ${tokens.colorPaletteMarigoldBorderActive}` },
  row: { display: 'flex', alignItems: 'flex-start', gap: '12px', flexWrap: 'wrap' },
  head: { alignItems: 'center', flexWrap: 'nowrap', gap: '8px' },
  title: { margin: 0, flexGrow: 1, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  term: { flexGrow: 1, flexBasis: '210px', minWidth: 0 },
  seats: { width: '112px' },
  foot: { alignItems: 'flex-end', flexWrap: 'nowrap' },
  badge: { flexShrink: 0, whiteSpace: 'nowrap' },
  credit: { textWrap: 'balance', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export interface LineCardProps {
  readonly view: LineView;
  readonly commands: LineCommands;
  readonly now: Instant;
}

/** One line of the cart, an add-on indented under its base: pair of term and billing, seats, choices, price, who is credited. */
export const LineCard = memo(function LineCard({ view, commands, now }: LineCardProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { line, offer, problems, baseName } = view;
  return (
    <li
      className={mergeClasses(styles.card, problems.some((problem) => problem.stops) && styles.wrong, line.addonOf !== undefined && styles.addon)}
      aria-label={line.title}
    >
      <div className={mergeClasses(styles.row, styles.head)}>
        <h3 className={styles.title}>{line.title}</h3>
        {offer !== undefined && <OfferMarks offer={offer} isLine />}
        {offer?.isPracticePrice === true && (
          <Badge appearance="outline" color="informative" className={styles.badge}>{t('carts.practicePrice')}</Badge>
        )}
        <Button
          size="small"
          appearance="subtle"
          icon={<Delete16Regular />}
          aria-label={t('carts.removeNamed', { title: line.title })}
          onClick={() => commands.remove(line)}
        />
      </div>
      {baseName !== undefined && (
        <div className={styles.credit}>
          {t(line.addonOf?.kind === 'subscription' ? 'carts.addon.ofSubscription' : 'carts.addon.ofLine', { name: baseName })}
        </div>
      )}
      <div className={styles.row}>
        <TermSelect line={line} offer={offer} onChange={commands.changeTerm} />
        <div className={styles.seats}>
          <SeatsField
            quantity={line.quantity} range={view.range} title={line.title}
            onChange={(quantity) => commands.edit({ ...line, quantity })}
          />
        </div>
      </div>
      <LineOptions view={view} commands={commands} now={now} />
      {(offer?.isTrial === true || line.renewsTo !== undefined) && <TrialChoice line={line} onChange={commands.edit} />}
      {offer?.needsAttestation === true && (
        <Checkbox
          required
          label={t('carts.lineAttestation')}
          checked={line.attestationAccepted ?? false}
          onChange={(_event, data) => commands.edit({ ...line, attestationAccepted: data.checked === true })}
        />
      )}
      <div className={mergeClasses(styles.row, styles.foot)}>
        <div className={styles.credit}>
          {creditText(t, line, view.reseller)}
          {line.promotion !== undefined && <div>{t('carts.promotion.checkedLater')}</div>}
        </div>
        <LinePrice line={line} now={now} />
      </div>
      <LineProblems view={view} commands={commands} />
    </li>
  );
}, (before, after) => before.now === after.now && before.commands === after.commands && isSameView(before.view, after.view));

interface TermSelectProps {
  readonly line: CartLine;
  readonly offer: Offer | undefined;
  readonly onChange: LineCommands['changeTerm'];
}

/** The pairs of term and billing that the offer is sold with, and no others. */
function TermSelect({ line, offer, onChange }: TermSelectProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const own = `${line.termDuration} ${line.billingCycle}`;
  const terms = offer?.terms ?? [];
  const isOffered = terms.some((term) => `${term.termDuration} ${term.billingCycle}` === own);
  const choose = (value: string): void => {
    const term = terms.find((one) => `${one.termDuration} ${one.billingCycle}` === value);
    if (offer !== undefined && term !== undefined) onChange(line, offer, term);
  };
  return (
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
  );
}
