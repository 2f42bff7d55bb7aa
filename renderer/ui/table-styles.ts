import { makeStyles, tokens } from '@fluentui/react-components';

/** Height of every row, in CSS pixels. */
export const rowHeight = 36;
/** Grid track before the columns, if any: room for the arrow and the box of a row, or for one of them. */
export const leadTrack = (...parts: readonly unknown[]): readonly string[] =>
  [[], ['32px'], ['56px']][parts.filter((part) => part !== undefined).length] ?? [];

/** Looks of DataTable and its head. */
export const useTableStyles = makeStyles({
  scroller: {
    flexGrow: 0, flexShrink: 1, minHeight: '108px',
    '@media (max-height: 520px)': { maxHeight: '60vh' },
    overflow: 'auto', position: 'relative', fontVariantNumeric: 'tabular-nums',
    border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  /** One row needs no more room than itself. */
  single: { minHeight: `${2 * rowHeight + 3}px` },
  head: {
    position: 'sticky', top: 0, zIndex: 2, backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, minWidth: 'min-content',
  },
  rows: { position: 'relative', minWidth: 'min-content' },
  row: { display: 'grid', alignItems: 'center', height: `${rowHeight}px`, padding: '0 8px', boxSizing: 'border-box' },
  body: {
    position: 'absolute', top: 0, left: 0, right: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  openable: { cursor: 'pointer' },
  active: { ':is([role="grid"], [role="treegrid"]):focus-visible &': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' } },
  current: {
    backgroundColor: tokens.colorSubtleBackgroundLightAlphaSelected,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  selected: { backgroundColor: tokens.colorBrandBackground2, '@media (forced-colors: active)': { outline: '1px solid Highlight' } },
  lead: { display: 'flex', alignItems: 'center', justifyContent: 'flex-end', gap: '4px' },
  box: { margin: 0, width: '16px', height: '16px', cursor: 'pointer', accentColor: tokens.colorCompoundBrandBackground },
  arrow: {
    display: 'inline-flex', padding: '4px', border: 'none', background: 'none', cursor: 'pointer', color: 'inherit',
    borderRadius: tokens.borderRadiusMedium, ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  opened: {
    position: 'absolute', top: 0, left: 0, right: 0, padding: '8px 16px 16px 64px', boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground2, borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  waiting: { border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`, borderRadius: tokens.borderRadiusMedium },
  attention: { boxShadow: `inset 3px 0 0 ${tokens.colorPaletteMarigoldBorderActive}` },
  cell: { padding: '0 8px', minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  none: { padding: '20px 16px', margin: 0, color: tokens.colorNeutralForeground2 },
  headCell: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  end: { textAlign: 'right' },
  sort: {
    display: 'inline-flex', alignItems: 'center', gap: '4px', padding: '4px 0', border: 'none', background: 'none',
    cursor: 'pointer',
    font: 'inherit', color: 'inherit', ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: tokens.borderRadiusMedium },
  },
});
