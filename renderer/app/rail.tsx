import { CounterBadge, Tooltip, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { isOpen, needsPerson } from '../../shared/sync/operation.ts';
import { outboxUnits } from '../../shared/sync/outbox-units.ts';
import type { NavEntry } from '../platform/feature.ts';
import { useLive } from '../platform/services.tsx';
import { HiddenText } from '../ui/hidden-text.tsx';
import { navEntries } from './features.ts';

const useStyles = makeStyles({
  rail: {
    width: '220px', flexShrink: 0, boxSizing: 'border-box', padding: '8px', overflowY: 'auto', display: 'flex',
    flexDirection: 'column',
    gap: '2px', backgroundColor: tokens.colorNeutralBackground3, borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  narrow: { width: '56px' },
  entry: {
    position: 'relative', display: 'flex', alignItems: 'center', gap: '12px', height: '36px', padding: '0 10px', flexShrink: 0,
    borderRadius: tokens.borderRadiusMedium, color: tokens.colorNeutralForeground2, textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover, color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '&[aria-current="page"]': {
      backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1,
      fontWeight: tokens.fontWeightSemibold,
      '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
    },
    '&[aria-current="page"]::before': {
      content: '""', position: 'absolute', left: 0, top: '8px', bottom: '8px', width: '3px', borderRadius: '2px',
      backgroundColor: tokens.colorCompoundBrandStroke,
    },
    '& svg': { flexShrink: 0 },
  },
  last: { marginTop: 'auto' },
  label: { flexGrow: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  corner: { position: 'absolute', right: '4px', top: '2px' },
});

/** The left rail: where one can go. Collapsed it keeps signs, names as tooltips, and the badge. */
export function Rail({ isNarrow }: { readonly isNarrow: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <nav className={mergeClasses(styles.rail, isNarrow && styles.narrow)} aria-label={t('nav.label')}>
      {navEntries.map((entry, index) => (
        <RailEntry key={entry.to} entry={entry} isNarrow={isNarrow} isLast={index === navEntries.length - 1} />
      ))}
    </nav>
  );
}

interface RailEntryProps {
  readonly entry: NavEntry;
  readonly isNarrow: boolean;
  readonly isLast: boolean;
}

function RailEntry({ entry, isNarrow, isLast }: RailEntryProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const Icon = entry.icon;
  const label = t(entry.label);
  const link = (
    <NavLink to={entry.to} end={entry.to === '/'} className={mergeClasses(styles.entry, isLast && styles.last)}>
      <Icon aria-hidden />
      {isNarrow ? <HiddenText>{label}</HiddenText> : <span className={styles.label}>{label}</span>}
      {entry.hasOutboxBadge === true && <OutboxBadge isNarrow={isNarrow} />}
    </NavLink>
  );
  return isNarrow ? <Tooltip content={label} relationship="inaccessible" positioning="after">{link}</Tooltip> : link;
}

/** How many operations need a person, in red; when none does, how many are on their way. */
function OutboxBadge({ isNarrow }: { readonly isNarrow: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const operations = useLive((work) => work.operations(), []) ?? [];
  const asking = outboxUnits(operations.filter(needsPerson)).length;
  const count = outboxUnits(operations.filter((operation) => isOpen(operation) || needsPerson(operation))).length;
  if (count === 0) return null;
  return (
    <span className={isNarrow ? styles.corner : undefined}>
      <CounterBadge aria-hidden count={asking > 0 ? asking : count} overflowCount={99} size="small" color={asking > 0 ? 'danger' : 'brand'} />
      <HiddenText>{asking > 0 ? t('sync.needs-you', { count: asking }) : t('sync.waiting', { count })}</HiddenText>
    </span>
  );
}
