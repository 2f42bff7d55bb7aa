import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { useLive, useServices } from '../platform/services.tsx';
import { useMediaQuery } from '../ui/use-media-query.ts';
import { OfflineBanner } from './offline-banner.tsx';
import { usePalette } from './palette-store.ts';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';
import { useBadge } from './use-badge.ts';
import { useClosingReminder } from './use-closing-reminder.ts';
import { useFreshCopy } from './use-fresh-copy.ts';
import { useLanguageSetting } from './use-language-setting.ts';
import { useMenuCommands } from './use-menu-commands.ts';

const useStyles = makeStyles({
  shell: {
    display: 'flex', flexDirection: 'column', height: '100%', backgroundColor: tokens.colorNeutralBackground2,
    position: 'relative',
    // Not `hidden`: a step that scrolls to its beginning would scroll the frame itself away, with no way back.
    overflow: 'clip', '@media print': { overflow: 'visible', height: 'auto' },
  },
  skip: {
    position: 'absolute', top: '-60px', left: '8px', zIndex: 10, padding: '8px 12px', border: 'none', font: 'inherit',
    cursor: 'pointer',
    backgroundColor: tokens.colorBrandBackground, color: tokens.colorNeutralForegroundOnBrand,
    borderRadius: tokens.borderRadiusMedium,
    ':focus': { top: '6px' },
  },
  middle: { display: 'flex', flexGrow: 1, minHeight: 0 },
  main: { flexGrow: 1, minWidth: 0, minHeight: 0, ':focus': { outlineStyle: 'none' } },
});

/** Its code is read when it is opened first: the start does not wait for it. */
const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));

function LatePalette() {
  const { isOpen } = usePalette();
  const [wasOpened, setOpened] = useState(isOpen);
  if (isOpen && !wasOpened) setOpened(true);
  return wasOpened ? <Suspense fallback={null}><Palette /></Suspense> : null;
}

/** The frame around every screen. */
export function Shell() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { work } = useServices();
  const main = useRef<HTMLElement>(null);
  const isSmallWindow = useMediaQuery('(max-width: 1000px)');
  const rail = useLive((store) => store.setting('frame.rail'), []);
  const isNarrow = isSmallWindow || rail === 'narrow';
  useLanguageSetting();
  useBadge();
  useFreshCopy();
  useMenuCommands();
  useClosingReminder();
  return (
    <div className={styles.shell}>
      <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>{t('nav.skip')}</button>
      <TopBar isNarrow={isNarrow} onToggleRail={() => void work.saveSetting('frame.rail', isNarrow ? 'wide' : 'narrow')} />
      <OfflineBanner />
      <div className={styles.middle}>
        <Rail isNarrow={isNarrow} />
        <main ref={main} className={styles.main} tabIndex={-1}><Outlet /></main>
      </div>
      <LatePalette />
    </div>
  );
}
