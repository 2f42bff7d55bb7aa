import {
  Button, Menu, MenuButton, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger, makeStyles, mergeClasses, tokens,
} from '@fluentui/react-components';
import {
  ArrowSync16Regular, ArrowSync20Regular, Briefcase20Regular, CheckmarkCircle16Regular, Clock16Regular, CloudOff16Regular,
  CloudOff20Regular, Cloud20Regular,
  MailInbox20Regular, Warning16Filled,
} from '@fluentui/react-icons';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useServices } from '../platform/services.tsx';
import { useWorkOffline } from '../platform/use-work-offline.ts';
import type { Format } from '../text/format.ts';
import { useFormat } from '../text/use-format.ts';
import type { SyncState } from './sync-state.ts';
import { useSyncState } from './use-sync-state.ts';

const useStyles = makeStyles({
  group: { display: 'flex', alignItems: 'center', flexShrink: 0 },
  pill: {
    minWidth: 0, height: '28px', fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightRegular, whiteSpace: 'nowrap',
    borderTopRightRadius: 0, borderBottomRightRadius: 0, borderTopLeftRadius: '16px', borderBottomLeftRadius: '16px',
    paddingLeft: '12px',
  },
  more: {
    minWidth: 0, height: '28px', borderTopLeftRadius: 0, borderBottomLeftRadius: 0, borderTopRightRadius: '16px',
    borderBottomRightRadius: '16px',
    borderLeftWidth: 0, paddingLeft: '4px', paddingRight: '8px',
  },
  needsYou: { color: tokens.colorPaletteDarkOrangeForeground1, fontWeight: tokens.fontWeightSemibold },
  upToDate: { '& svg': { color: tokens.colorStatusSuccessForeground1 } },
});

const icons = {
  'needs-you': <Warning16Filled />,
  offline: <CloudOff16Regular />,
  pulling: <ArrowSync16Regular />,
  waiting: <Clock16Regular />,
  'up-to-date': <CheckmarkCircle16Regular />,
  'never-pulled': <Clock16Regular />,
} as const;

/** Today as a time, any other day with its date. */
function when(format: Format, instant: string): string {
  return format.date(instant) === format.date(new Date().toISOString()) ? format.time(instant) : format.dateTime(instant);
}

function words(t: TFunction, format: Format, state: SyncState): string {
  switch (state.kind) {
    case 'needs-you':
    case 'waiting':
      return t(`sync.${state.kind}`, { count: state.count });
    case 'offline':
      return state.since === undefined ? t('sync.offlineNoData') : t('sync.offline', { time: when(format, state.since) });
    case 'pulling':
      return state.total === undefined
        ? t('sync.pullingSome', { done: format.number(state.done) })
        : t('sync.pulling', { done: format.number(state.done), total: format.number(state.total) });
    case 'up-to-date':
      return t('sync.upToDate', { time: when(format, state.at) });
    case 'never-pulled':
      return t('sync.neverPulled');
  }
}

/** Always there: how the copy and the outbox stand. A click opens the outbox; the arrow beside it offers what can be done. */
export function SyncPill() {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const state = useSyncState();
  if (state === undefined) return null;
  const look = state.kind === 'needs-you' ? styles.needsYou : state.kind === 'up-to-date' ? styles.upToDate : undefined;
  return (
    <div className={styles.group} role="group" aria-label={t('sync.label')}>
      <Button
        className={mergeClasses(styles.pill, look)}
        size="small"
        icon={icons[state.kind]}
        onClick={() => void navigate('/outbox')}
      >
        {words(t, format, state)}
      </Button>
      <SyncMenu />
    </div>
  );
}

function SyncMenu() {
  const styles = useStyles();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pull } = useServices();
  const offline = useWorkOffline();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton className={styles.more} size="small" aria-label={t('sync.menu')} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem
            icon={<ArrowSync20Regular />}
            disabled={offline.isOn}
            onClick={() => void pull.pullNow()}
          >
            {t('sync.pullNow')}
          </MenuItem>
          <MenuItem
            icon={offline.isOn ? <Cloud20Regular /> : <CloudOff20Regular />}
            onClick={() => void offline.turn(!offline.isOn)}
          >
            {offline.isOn ? t('sync.goOnline') : t('sync.workOffline')}
          </MenuItem>
          <MenuDivider />
          <MenuItem icon={<MailInbox20Regular />} onClick={() => void navigate('/outbox')}>{t('sync.openOutbox')}</MenuItem>
          <MenuItem icon={<Briefcase20Regular />} onClick={() => void navigate('/briefcase')}>{t('briefcase.title')}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
