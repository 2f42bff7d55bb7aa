import { useId } from 'react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { fates } from '../../../../shared/domain/renewal/end-of-term.ts';
import type { EndCost } from '../../../../shared/domain/renewal/renewal-price.ts';
import type { TimelineWeek } from '../../../../shared/domain/renewal/timeline.ts';
import type { Instant } from '../../../../shared/instant.ts';
import type { End } from '../../../platform/read-ends.ts';
import { useFormat } from '../../../text/use-format.ts';
import { productOf } from './end-words.ts';
import { Mark, paletteFor } from './timeline-marks.tsx';
import type { Palette } from './timeline-marks.tsx';

export interface PicturedEnd {
  readonly end: End;
  readonly decideBy: Instant;
  readonly cost: EndCost;
}

const column = 76;
const side = 16;
const perRow = 4;
const leastRows = 3;
const mostRows = 9;
const step = 16;
/** Where the marks begin. */
const top = 56;
const legendRow = 20;
const perLegendRow = 3;
const width = 2 * side + 13 * column;

export interface TimelinePictureProps {
  readonly weeks: readonly TimelineWeek<PicturedEnd>[];
  readonly isDark: boolean;
  readonly handle: Ref<SVGSVGElement>;
}

/** A column for each week, a mark for each end: its shape and colour say what happens when nobody acts. Complete in itself. */
export function TimelinePicture({ weeks, isDark, handle }: TimelinePictureProps) {
  const { t } = useTranslation();
  const id = useId();
  const palette = paletteFor(isDark);
  const all = weeks.flatMap(({ ends }) => ends);
  const open = all.filter(({ end }) => !end.isDecided).length;
  const rows = Math.ceil(Math.max(...weeks.map(({ ends }) => ends.length)) / perRow);
  // the line under the marks
  const base = top + Math.min(Math.max(rows, leastRows), mostRows) * step + 8;
  const legendTop = base + 72;
  const shown = fates.filter((fate) => all.some(({ end }) => end.renewal.fate === fate));
  const height = legendTop + Math.ceil(shown.length / perLegendRow) * legendRow;
  return (
    <svg
      ref={handle} viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-labelledby={`${id}t`} aria-describedby={`${id}d`}
      fontFamily="'Segoe UI', system-ui, sans-serif" xmlns="http://www.w3.org/2000/svg"
    >
      <title id={`${id}t`}>{t('ending.picture.title')}</title>
      <desc id={`${id}d`}>{t('ending.picture.summary', { count: all.length, open })}</desc>
      <rect width={width} height={height} fill={palette.ground} />
      <text x={side} y={24} fontSize={16} fontWeight={600} fill={palette.text}>{t('ending.picture.title')}</text>
      <text x={side} y={42} fontSize={12} fill={palette.soft}>{t('ending.picture.summary', { count: all.length, open })}</text>
      {weeks.map((week, index) => <Week key={week.from} week={week} x={side + index * column} base={base} palette={palette} />)}
      <line x1={side} x2={width - side} y1={base} y2={base} stroke={palette.soft} strokeWidth={1} />
      {shown.map((fate, index) => {
        const [x, y] = [side + 8 + (index % perLegendRow) * 330, legendTop + Math.floor(index / perLegendRow) * legendRow];
        return (
          <g key={fate}>
            <Mark fate={fate} palette={palette} x={x} y={y} />
            <text x={x + 14} y={y + 4} fontSize={12} fill={palette.text}>{t(`ending.fate.${fate}`)}</text>
          </g>
        );
      })}
    </svg>
  );
}

interface WeekProps {
  readonly week: TimelineWeek<PicturedEnd>;
  readonly x: number;
  /** The line under the marks. */
  readonly base: number;
  readonly palette: Palette;
}

/** From the line upwards, the soonest first; what has no room is a number. */
function Week({ week: { from, ends, money }, x, base, palette }: WeekProps) {
  const { t } = useTranslation();
  const format = useFormat();
  // a year has no room here; each mark tells its whole date
  const day = new Intl.DateTimeFormat(format.locale, { day: 'numeric', month: 'short' });
  const room = perRow * mostRows;
  const drawn = ends.length > room ? ends.slice(0, room - perRow) : ends;
  const left = ends.length - drawn.length;
  const middle = x + column / 2;
  const small = { fontSize: 11, textAnchor: 'middle' as const };
  return (
    <g>
      <line x1={x} x2={x} y1={top - 4} y2={base + 50} stroke={palette.line} strokeWidth={1} />
      {drawn.map(({ end }, index) => (
        <Mark
          key={end.key}
          fate={end.renewal.fate}
          palette={palette}
          x={x + 14 + (index % perRow) * step}
          y={base - 12 - Math.floor(index / perRow) * step}
          title={`${format.date(end.renewal.decideBy)}: ${end.row.customerName}, ${productOf(end)}`}
        />
      ))}
      {left > 0 && <text x={middle} y={top + 6} {...small} fill={palette.text}>{t('ending.picture.more', { count: left })}</text>}
      <text x={middle} y={base + 16} {...small} fill={palette.text}>{day.format(new Date(from))}</text>
      {money.perMonth.slice(0, 2).map((amount, index) => (
        <text key={amount.currency} x={middle} y={base + 32 + index * 14} {...small} fill={palette.soft}>{format.money(amount)}</text>
      ))}
    </g>
  );
}
