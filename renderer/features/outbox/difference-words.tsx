import { makeStyles, tokens } from '@fluentui/react-components';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { BillingCycle, TermDuration } from '../../../shared/domain/cart/cart-line.ts';
import type { CartLine } from '../../../shared/domain/cart/cart-line.ts';
import type { PlaceOrderPayload } from '../../../shared/sync/operation.ts';
import type { Difference } from '../../../shared/sync/difference.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useFormat } from '../../text/use-format.ts';
import type { Format } from '../../text/format.ts';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { MoneyText } from '../../ui/money-text.tsx';

const useStyles = makeStyles({ soft: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 } });

export type LineDifference = Extract<Difference, { lineId: number }>;
type LineChange = Extract<LineDifference, { kind: 'line-changed' }>;
type PromotionDifference = Extract<LineDifference, { kind: 'promotion' }>;

/** What of a line differs, in a word. */
export function differenceSubject(t: TFunction, difference: LineDifference): string {
  if (difference.kind === 'price') return t('outbox.decision.subject.price');
  if (difference.kind === 'promotion') return t('outbox.decision.subject.promotion', { name: difference.name });
  if (difference.kind === 'line-changed') return t(`outbox.decision.field.${difference.field}`);
  return t('outbox.decision.subject.line');
}

interface Words {
  readonly t: TFunction;
  readonly format: Format;
  readonly payload: PlaceOrderPayload;
}

function baseText({ payload, t }: Words, text: string): string {
  const line = payload.lines.find(({ id }) => String(id) === text);
  if (line) return line.title;
  const named = payload.lines.find(({ addonOf }) => addonOf?.kind === 'subscription' && addonOf.subscriptionId === text)?.addonOf;
  return named?.kind === 'subscription' ? named.name : t('outbox.decision.subscription', { id: text });
}

function termName(t: TFunction, text: string): string {
  const term = TermDuration.safeParse(text);
  return term.success ? t(`carts.term.${term.data}`) : text;
}
function cycleName(t: TFunction, text: string): string {
  const cycle = BillingCycle.safeParse(text);
  return cycle.success ? t(`carts.cycle.${cycle.data}`) : text;
}
function promotionName({ lines }: PlaceOrderPayload, lineId: number, text: string): string {
  const own = lines.find(({ id }) => id === lineId)?.promotion;
  return own?.id === text ? own.name : text;
}

/** A value of a line as people read it; a dash for none. */
function valueText(words: Words, { lineId, field }: LineChange, text: string): string {
  const { t, format, payload } = words;
  if (text === '') return '–';
  switch (field) {
    case 'quantity':
      return format.number(Number(text));
    case 'termDuration':
    case 'renewsTo':
      return termName(t, text);
    case 'billingCycle':
      return cycleName(t, text);
    case 'customTermEnd':
      return format.date(text);
    case 'addonOf':
      return baseText(words, text);
    case 'promotion':
      return promotionName(payload, lineId, text);
    default:
      return text;
  }
}

const isNumeric = (text: string): text is `${number}` => /^\d+(\.\d+)?$/u.test(text);

/** A fraction as percent: exact, for Intl takes decimal text as it is. */
function percentText({ locale }: Format, fraction: string | undefined): string {
  if (fraction === undefined) return '–';
  return isNumeric(fraction) ? new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 }).format(fraction) : fraction;
}

function PromotionNow({ difference }: { readonly difference: PromotionDifference }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const { after, reasons, minimumSeats, maximumSeats, availableSeats } = difference;
  if (after !== undefined) return percentText(format, after);
  return (
    <>
      {reasons.map(({ type, text }) => (
        <div key={type}>
          {t(`outbox.decision.promotion.${type}`)}
          {type === 'Other' && text !== '' && <span className={styles.soft} lang=""> {text}</span>}
        </div>
      ))}
      {maximumSeats !== undefined && (
        <div className={styles.soft}>
          {t('outbox.decision.promotionSeats', { minimum: format.number(minimumSeats ?? 1), maximum: format.number(maximumSeats) })}
          {availableSeats !== undefined && <> {t('outbox.decision.promotionLeft', { seats: format.number(availableSeats) })}</>}
        </div>
      )}
    </>
  );
}

export interface DifferenceCellProps {
  readonly difference: LineDifference;
  readonly payload: PlaceOrderPayload;
}

/** What was confirmed. */
export function Confirmed({ difference, payload }: DifferenceCellProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const line = payload.lines.find(({ id }) => id === difference.lineId);
  switch (difference.kind) {
    case 'price':
      return <MoneyText money={difference.before} />;
    case 'promotion':
      return percentText(format, difference.before);
    case 'line-changed':
      return valueText({ t, format, payload }, difference, difference.before);
    case 'offer-gone':
    case 'line-refused':
      return line === undefined ? '–' : termText(t, line);
  }
}

/** What the server says now. */
export function SaidNow({ difference, payload }: DifferenceCellProps) {
  const { t } = useTranslation();
  const format = useFormat();
  switch (difference.kind) {
    case 'price':
      return <MoneyText money={difference.after} />;
    case 'promotion':
      return <PromotionNow difference={difference} />;
    case 'line-changed':
      return valueText({ t, format, payload }, difference, difference.after);
    case 'offer-gone':
      return t('outbox.decision.notOffered');
    case 'line-refused':
      return <FailureMessage intent="warning" failure={difference.failure} copy={copyText} />;
  }
}

const termText = (t: TFunction, { termDuration, billingCycle }: CartLine): string =>
  t('carts.termAndCycle', { term: t(`carts.term.${termDuration}`), cycle: t(`carts.cycle.${billingCycle}`) });
