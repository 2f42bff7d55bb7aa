import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../../../../shared/domain/cart/calendar.ts';
import type { Failure } from '../../../../shared/contract/failure.ts';
import type { Instant } from '../../../../shared/instant.ts';
import type { Result } from '../../../../shared/result.ts';
import { bridge } from '../../../platform/bridge.ts';
import { printSheet } from '../../../platform/print-sheet.ts';
import type { End } from '../../../platform/read-ends.ts';
import { useFormat } from '../../../text/use-format.ts';
import { costWords, decisionWords, fateWords, productOf } from './end-words.ts';
import { endEvents } from './ending-calendar.ts';
import { endCells, endHeadings } from './ending-table.ts';
import { pictureText, picturePng } from './picture-file.ts';

export interface EndingFiles {
  readonly saveTable: () => Promise<void>;
  readonly saveCalendar: () => Promise<void>;
  readonly savePicture: (kind: 'svg' | 'png', picture: SVGSVGElement) => Promise<void>;
  readonly print: () => void;
  readonly savedAs: string | undefined;
  readonly problem: Failure | undefined;
  /** The picture could not be drawn. */
  readonly hasFailed: boolean;
}

type Saved = Result<{ readonly saved?: { readonly fileName: string } | undefined }>;

/** What leaves the board: what it shows, as a table, a calendar, a picture, or on paper. */
export function useEndingFiles(ends: readonly End[], now: Instant): EndingFiles {
  const { t } = useTranslation();
  const format = useFormat();
  const [savedAs, setSavedAs] = useState<string>();
  const [problem, setProblem] = useState<Failure>();
  const [hasFailed, setFailed] = useState(false);
  const nameOf = (ending: string): string => `${t('ending.files.name')} ${dayOf(now)}.${ending}`;
  const save = async (write: () => Promise<Saved>): Promise<void> => {
    setSavedAs(undefined);
    setProblem(undefined);
    setFailed(false);
    const answer = await write();
    if (answer.ok) setSavedAs(answer.value.saved?.fileName);
    else setProblem(answer.error);
  };
  return {
    savedAs, problem, hasFailed,
    saveTable: () => save(async () => {
      // asked for now and then: the library is read then
      const { csvText } = await import('../../../../shared/domain/csv-text.ts');
      return bridge.call('files.saveTable', { fileName: nameOf('csv'), text: csvText(endHeadings(t), endCells(t, ends)) });
    }),
    saveCalendar: () => save(async () => {
      const { calendarFile } = await import('../../../../shared/domain/renewal/calendar-file.ts');
      return bridge.call('files.save', { fileName: nameOf('ics'), content: calendarFile(endEvents(t, format, ends), now) });
    }),
    savePicture: async (kind, picture) => {
      const content = kind === 'svg' ? pictureText(picture) : await picturePng(picture);
      if (content === undefined) return setFailed(true);
      return save(() => bridge.call('files.save', { fileName: nameOf(kind), content }));
    },
    print: () => printSheet({
      title: t('ending.title'),
      facts: [{ label: t('ending.files.printed'), value: format.dateTime(now) }],
      listTitle: t('ending.count', { count: ends.length, shown: format.number(ends.length) }),
      list: ends.map((end) => t('ending.files.line', {
        date: format.dateTime(end.renewal.decideBy), customer: end.row.customerName, product: productOf(end),
        seats: format.number(end.row.subscription.quantity), fate: fateWords(t, end.renewal.fate).words,
        cost: costWords(t, format, end.renewal.cost), decision: decisionWords(t, end).words,
      })),
      foot: t('ending.files.foot'),
    }),
  };
}
