import { Dialog, DialogSurface, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Search20Regular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { HiddenText } from '../ui/hidden-text.tsx';
import { closePalette, usePalette } from './palette-store.ts';
import { usePaletteEntries } from './use-palette-entries.ts';
import type { PaletteEntry } from './use-palette-entries.ts';

const useStyles = makeStyles({
  surface: {
    padding: 0, maxWidth: '640px', width: 'calc(100% - 48px)', alignSelf: 'start', marginTop: '64px', overflow: 'hidden',
    display: 'flex', flexDirection: 'column', maxHeight: 'min(520px, calc(100vh - 96px))',
  },
  line: {
    display: 'flex', alignItems: 'center', gap: '10px', padding: '0 16px', flexShrink: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  input: {
    flexGrow: 1, height: '48px', border: 'none', outlineStyle: 'none', background: 'none', font: 'inherit', color: 'inherit',
    fontSize: tokens.fontSizeBase400, '::placeholder': { color: tokens.colorNeutralForeground3 },
  },
  list: { overflowY: 'auto', padding: '6px', flexGrow: 1 },
  group: {
    padding: '8px 10px 4px', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  option: {
    display: 'flex', alignItems: 'center', gap: '10px', minHeight: '36px', padding: '0 10px',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer', '& svg': { flexShrink: 0 },
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  label: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  detail: {
    marginLeft: 'auto', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap',
    overflow: 'hidden', textOverflow: 'ellipsis',
  },
  none: { padding: '24px', textAlign: 'center', color: tokens.colorNeutralForeground2 },
});

/** Search over everything, with actions: type, arrow, Enter. Escape closes. */
export function Palette() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { isOpen } = usePalette();
  return (
    <Dialog open={isOpen} onOpenChange={(_event, data) => data.open || closePalette()}>
      <DialogSurface className={styles.surface} aria-label={t('palette.label')}>{isOpen && <PaletteBody />}</DialogSurface>
    </Dialog>
  );
}

function PaletteBody() {
  const styles = useStyles();
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  const [wanted, setActive] = useState(0);
  const entries = usePaletteEntries(text.trim());
  const active = Math.min(wanted, entries.length - 1);
  const run = (entry: PaletteEntry | undefined): void => {
    if (entry === undefined) return;
    closePalette();
    entry.run();
  };
  const press = (event: KeyboardEvent): void => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined && entries.length > 0) {
      event.preventDefault();
      const next = (active + move + entries.length) % entries.length;
      setActive(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    }
    if (event.key === 'Enter') run(entries[active]);
  };
  return (
    <>
      <div className={styles.line}>
        <Search20Regular aria-hidden />
        <input
          className={styles.input}
          role="combobox"
          aria-label={t('palette.open')}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          {...(entries.length > 0 ? { 'aria-activedescendant': `${id}-${active}` } : {})}
          placeholder={t('palette.placeholder')}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={press}
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={t('palette.results')} className={styles.list}>
        {entries.map((entry, index) => {
          const Icon = entry.icon;
          return (
            <div key={entry.id} role="presentation">
              {entry.group !== entries[index - 1]?.group && <div role="presentation" className={styles.group}>{entry.group}</div>}
              <div
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                className={mergeClasses(styles.option, index === active && styles.active)}
                onMouseMove={() => setActive(index)}
                onClick={() => run(entry)}
                onKeyDown={press}
              >
                <Icon aria-hidden />
                <span className={styles.label}>{entry.label}</span>
                {entry.detail !== undefined && <span className={styles.detail}>{entry.detail}</span>}
              </div>
            </div>
          );
        })}
        {entries.length === 0 && <div className={styles.none}>{t('palette.none', { text })}</div>}
      </div>
      <HiddenText><span role="status">{t('palette.count', { count: entries.length })}</span></HiddenText>
    </>
  );
}
