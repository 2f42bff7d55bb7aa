import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { timelineWeeks } from '../../../../shared/domain/renewal/timeline.ts';
import type { TimelineWeek } from '../../../../shared/domain/renewal/timeline.ts';
import type { Instant } from '../../../../shared/instant.ts';
import type { End } from '../../../platform/read-ends.ts';
import { useFormat } from '../../../text/use-format.ts';
import { PlainTable } from '../../../ui/plain-table.tsx';
import type { PlainColumn } from '../../../ui/plain-table.tsx';
import { useMediaQuery } from '../../../ui/use-media-query.ts';
import { moneyWords } from './end-words.ts';
import { TimelinePicture } from './timeline-picture.tsx';
import type { PicturedEnd } from './timeline-picture.tsx';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '12px', overflow: 'auto', minHeight: 0 },
  frame: { overflowX: 'auto', border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusLarge, flexShrink: 0 },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
});

export interface EndingTimelineProps {
  readonly ends: readonly End[];
  readonly now: Instant;
  readonly onSave: (kind: 'svg' | 'png', picture: SVGSVGElement) => void;
}

/** The next 90 days as a picture, the same in a table below it, and the ways to save the picture. */
export function EndingTimeline({ ends, now, onSave }: EndingTimelineProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const picture = useRef<SVGSVGElement>(null);
  const isDark = useMediaQuery('(prefers-color-scheme: dark)');
  const columns = useWeekColumns();
  const pictured = ends.map((end): PicturedEnd => ({ end, decideBy: end.renewal.decideBy, cost: end.renewal.cost }));
  const weeks = timelineWeeks(pictured, now);
  const save = (kind: 'svg' | 'png'): void => {
    if (picture.current !== null) onSave(kind, picture.current);
  };
  return (
    <div className={styles.box}>
      <div className={styles.frame}><TimelinePicture weeks={weeks} isDark={isDark} handle={picture} /></div>
      <div className={styles.buttons}>
        <Button size="small" icon={<ArrowDownload20Regular />} onClick={() => save('png')}>{t('ending.picture.savePng')}</Button>
        <Button size="small" icon={<ArrowDownload20Regular />} onClick={() => save('svg')}>{t('ending.picture.saveSvg')}</Button>
      </div>
      <PlainTable label={t('ending.picture.title')} columns={columns} rows={weeks} rowKey={({ from }) => from} />
    </div>
  );
}

function useWeekColumns(): readonly PlainColumn<TimelineWeek<PicturedEnd>>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    { id: 'week', header: t('ending.picture.weekColumn'), cell: ({ from }) => t('ending.picture.week', { date: format.date(from) }) },
    { id: 'count', header: t('ending.picture.countColumn'), align: 'end', cell: ({ ends }) => format.number(ends.length) },
    {
      id: 'open', header: t('ending.picture.undecidedColumn'), align: 'end',
      cell: ({ ends }) => format.number(ends.filter(({ end }) => !end.isDecided).length),
    },
    {
      id: 'money', header: t('ending.picture.moneyColumn'), align: 'end',
      cell: ({ money }) =>
        [moneyWords(format, money), ...(money.unknown > 0 ? [t('ending.picture.unknown', { count: money.unknown })] : [])].join(' '),
    },
  ];
}
