import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { TFunction } from 'i18next';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DepartureCheck, DepartureFix, ServerFix } from '../../shared/domain/departure/departure.ts';
import { departureSigns } from '../text/departure-words.ts';
import type { Format } from '../text/format.ts';
import { qualificationName } from '../text/qualification-words.ts';
import { useFormat } from '../text/use-format.ts';
import { DateText } from './date-text.tsx';
import { LinkButton } from './link-button.tsx';
import { orderPath, subscriptionPath } from './paths.ts';
import { StatusMark } from './status-mark.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  check: {
    display: 'flex', alignItems: 'flex-start', gap: '12px', padding: '6px 0', minHeight: '32px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`, ':first-child': { borderTop: 'none' },
  },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  colour: { flexShrink: 0, width: '118px' },
  age: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  fix: { display: 'block', marginTop: '4px' },
  more: { marginTop: '4px' },
});

/** What can be done about a finding by a command of the screen; the rest are ways to other pages. */
export type DepartureCommand = ServerFix | Extract<DepartureFix, { kind: 'step' | 'take-prices' }>;

function pathOf(fix: DepartureFix): string | undefined {
  if (fix.kind === 'operation') return `/outbox/${fix.operationId}`;
  if (fix.kind === 'order') return orderPath(fix.orderId);
  if (fix.kind === 'subscription') return `${subscriptionPath(fix.customerId, fix.subscriptionId)}?seats=${fix.seats}`;
  if (fix.kind === 'new-cart') return '/carts/new';
  return fix.kind === 'reseller' ? `/resellers/${fix.resellerId}` : undefined;
}

const isCommand = (fix: DepartureFix): fix is DepartureCommand => pathOf(fix) === undefined;

/** The values of a finding as they are read: amounts, dates and standings in the user's words. */
function wordsOf(check: DepartureCheck, t: TFunction, format: Format): string {
  const { what, values = {} } = check;
  if ('problem' in what) return t(`cartProblem.${what.problem.code}`, { ...what.problem.values });
  const { before, after, currency, until, standing, count, qualifications } = values;
  const money = (amount: string | undefined): string =>
    amount === undefined || amount === '' || currency === undefined ? '–' : format.money({ amount, currency });
  return t(`departure.finding.${what.finding}`, {
    ...values,
    ...(count === undefined ? {} : { count: Number(count) }),
    ...(currency === undefined ? {} : { before: money(before), after: money(after) }),
    ...(qualifications === undefined ? {} : { qualification: qualifications.split(',').map((name) => qualificationName(t, name)).join(', ') }),
    ...(until === undefined ? {} : { until: format.date(until) }),
    ...(standing === undefined ? {} : { standing: t(`verdict.${standing}.short`) }),
  });
}

export interface DepartureListProps {
  /** Gravest first. */
  readonly checks: readonly DepartureCheck[];
  readonly onCommand: (command: DepartureCommand) => void;
  /** What needs the server is then not offered. */
  readonly isOffline: boolean;
  /** In the outbox: what the order itself says is changed by opening it, whatever it is. */
  readonly isOrder?: boolean;
  /** Whose checks these are, where several lists stand on one screen. */
  readonly label: string;
}

const needsServer = (fix: DepartureCommand): boolean => fix.kind !== 'step' && fix.kind !== 'take-prices';

/** What was looked at before a cart leaves: what stops it, what may, and, folded, what is as it should be. */
export function DepartureList({ checks, onCommand, isOffline, isOrder = false, label }: DepartureListProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const greens = checks.filter(({ colour }) => colour === 'green');
  const others = checks.filter(({ colour }) => colour !== 'green');
  const row = (check: DepartureCheck, index: number) => (
    <li key={`${check.topic} ${check.lineId ?? ''} ${index}`} className={styles.check}>
      <span className={styles.colour}><StatusMark kind={departureSigns[check.colour]}>{t(`departure.topic.${check.topic}`)}</StatusMark></span>
      <span className={styles.words}>
        <CheckWords check={check} />
        {check.fix !== undefined && <Fix fix={check.fix} onCommand={onCommand} isOffline={isOffline} isOrder={isOrder} />}
      </span>
    </li>
  );
  return (
    <>
      {others.length > 0 && <ul className={styles.list} aria-label={t('departure.openLabel', { label })}>{others.map(row)}</ul>}
      {greens.length > 0 && (
        <Button
          size="small" appearance="subtle" className={styles.more} aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'departure.hideGreen' : 'departure.showGreen', { count: greens.length })}
        </Button>
      )}
      <ul id={id} className={styles.list} aria-label={t('departure.greenLabel', { label })} hidden={!isOpen}>{isOpen && greens.map(row)}</ul>
    </>
  );
}

function CheckWords({ check }: { readonly check: DepartureCheck }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {wordsOf(check, t, format)}
      {check.at !== undefined && <span className={styles.age}>{t('departure.asOf')} <DateText instant={check.at} /></span>}
    </>
  );
}

type FixProps = { readonly fix: DepartureFix } & Required<Pick<DepartureListProps, 'onCommand' | 'isOffline' | 'isOrder'>>;

function Fix({ fix, onCommand, isOffline, isOrder }: FixProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const path = pathOf(fix);
  const isOfOrder = isOrder && (fix.kind === 'step' || fix.kind === 'take-prices');
  const words = isOfOrder ? t('departure.changeOrder') : fix.kind === 'step' ? t(`carts.goTo.${fix.step}`) : t(`departure.fix.${fix.kind}`);
  if (path !== undefined) return <span className={styles.fix}><LinkButton to={path} size="small">{words}</LinkButton></span>;
  // Without a connection there is nothing to press: the sheet says what it rests on.
  if (!isCommand(fix) || (isOffline && needsServer(fix))) return null;
  return <span className={styles.fix}><Button size="small" onClick={() => onCommand(fix)}>{words}</Button></span>;
}
