import type { Fate } from '../../../../shared/domain/renewal/end-of-term.ts';

/** Written into the picture, not taken from the theme: a saved file has no theme. At least 3:1 against the ground. */
export interface Palette {
  readonly ground: string;
  readonly text: string;
  readonly soft: string;
  readonly line: string;
  readonly fates: Readonly<Record<Fate, string>>;
}

const light: Palette = {
  ground: '#ffffff', text: '#242424', soft: '#616161', line: '#d1d1d1',
  fates: {
    'renews': '#0e700e', 'renews-changed': '#0f6cbd', 'extends': '#bc4b09', 'grace': '#835b00', 'ends': '#616161', 'trial-renews': '#0e700e',
    'trial-ends': '#616161', 'passed': '#b10e1c',
  },
};
const dark: Palette = {
  ground: '#1f1f1f', text: '#ffffff', soft: '#adadad', line: '#525252',
  fates: {
    'renews': '#54b054', 'renews-changed': '#62abf5', 'extends': '#faa06b', 'grace': '#f2c661', 'ends': '#adadad', 'trial-renews': '#54b054',
    'trial-ends': '#adadad', 'passed': '#dc626d',
  },
};
export const paletteFor = (isDark: boolean): Palette => (isDark ? dark : light);

const circle = 'M-5,0a5,5 0 1,0 10,0a5,5 0 1,0 -10,0z';
const diamond = 'M0,-6L6,0L0,6L-6,0z';
const cross = 'M-4.5,-4.5L4.5,4.5M4.5,-4.5L-4.5,4.5';
/** Shape and filling tell the fates apart without their colours. */
const shapes: Readonly<Record<Fate, { readonly path: string; readonly isFilled: boolean }>> = {
  'renews': { path: circle, isFilled: true },
  'renews-changed': { path: diamond, isFilled: true },
  'extends': { path: 'M0,-6L6,5L-6,5z', isFilled: true },
  'grace': { path: 'M-5,-5H5V5H-5z', isFilled: false },
  'ends': { path: cross, isFilled: false },
  'trial-renews': { path: circle, isFilled: false },
  'trial-ends': { path: diamond, isFilled: false },
  'passed': { path: cross, isFilled: false },
};

export interface MarkProps {
  readonly fate: Fate;
  readonly palette: Palette;
  readonly x: number;
  readonly y: number;
  readonly title?: string;
}

/** One end in the picture. */
export function Mark({ fate, palette, x, y, title }: MarkProps) {
  const { path, isFilled } = shapes[fate];
  const colour = palette.fates[fate];
  return (
    <path d={path} transform={`translate(${x} ${y})`} fill={isFilled ? colour : 'none'} stroke={colour} strokeWidth={2} strokeLinejoin="round">
      {title !== undefined && <title>{title}</title>}
    </path>
  );
}
