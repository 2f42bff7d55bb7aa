import { Button, Tooltip, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { PanelLeftContract20Regular, PanelLeftExpand20Regular, Search20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useServices } from '../platform/services.tsx';
import { AccountChip } from './account-chip.tsx';
import { openPalette } from './palette-store.ts';
import { SyncPill } from './sync-pill.tsx';

const useStyles = makeStyles({
  bar: {
    display: 'flex', alignItems: 'center', gap: '12px', height: '48px', flexShrink: 0, padding: '0 12px 0 10px', minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground3, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  side: {
    display: 'flex', alignItems: 'center', gap: '10px', flexGrow: 1, flexBasis: 0, minWidth: 0,
    '@media (max-width: 900px)': { flexGrow: 0, flexBasis: 'auto', flexShrink: 0 },
  },
  end: { justifyContent: 'flex-end', minWidth: 'max-content' },
  search: {
    display: 'flex', alignItems: 'center', gap: '8px', height: '32px', flexBasis: '400px', flexShrink: 1,
    minWidth: '44px', '@media (max-width: 900px)': { flexGrow: 1, flexBasis: 0 }, padding: '0 10px',
    boxSizing: 'border-box', cursor: 'pointer', font: 'inherit', textAlign: 'left', color: tokens.colorNeutralForeground2,
    border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1Hover}` },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '& svg': { flexShrink: 0 },
  },
  hint: { flexGrow: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  keys: {
    fontFamily: 'inherit', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap',
    '@media (max-width: 900px)': { display: 'none' },
  },
});

export interface TopBarProps {
  readonly isNarrow: boolean;
  readonly onToggleRail: () => void;
}

const isMac = navigator.userAgent.includes('Mac');

/** Account, search over everything, and the state of the sync: always there. */
export function TopBar({ isNarrow, onToggleRail }: TopBarProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { account } = useServices();
  return (
    <header className={styles.bar} data-frame>
      <div className={styles.side}>
        <Tooltip content={isNarrow ? t('nav.expand') : t('nav.collapse')} relationship="label">
          <Button
            appearance="subtle"
            icon={isNarrow ? <PanelLeftExpand20Regular /> : <PanelLeftContract20Regular />}
            aria-expanded={!isNarrow}
            onClick={onToggleRail}
          />
        </Tooltip>
        <AccountChip account={account} />
      </div>
      <button type="button" className={styles.search} aria-keyshortcuts={isMac ? 'Meta+K' : 'Control+K'} onClick={openPalette}>
        <Search20Regular aria-hidden />
        <span className={styles.hint}>{t('palette.open')}</span>
        <kbd className={styles.keys} aria-hidden>{isMac ? t('palette.keysMac') : t('palette.keys')}</kbd>
      </button>
      <div className={mergeClasses(styles.side, styles.end)}><SyncPill /></div>
    </header>
  );
}
