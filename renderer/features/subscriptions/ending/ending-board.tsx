import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { EndChoice } from '../../../../shared/domain/renewal/choice.ts';
import type { Instant } from '../../../../shared/instant.ts';
import type { End } from '../../../platform/read-ends.ts';
import { useFormat } from '../../../text/use-format.ts';
import { Age } from '../../../ui/age.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import type { TableHandle } from '../../../ui/data-table.tsx';
import { ListToolbar } from '../../../ui/list-toolbar.tsx';
import { subscriptionPath } from '../../../ui/paths.ts';
import { SearchField } from '../../../ui/search-field.tsx';
import { EndingFilters } from './ending-filters.tsx';
import { EndingSelectionBar } from './ending-selection-bar.tsx';
import { EndingTimeline } from './ending-timeline.tsx';
import { narrowEnds, useEndingView } from './ending-view-store.ts';
import { OpenPoints } from './open-points.tsx';
import type { EndSelection } from './use-end-selection.ts';
import { useEndingColumns } from './use-ending-columns.tsx';

export interface EndingBoardProps {
  /** What the filters leave. */
  readonly shown: readonly End[];
  readonly selection: EndSelection;
  readonly now: Instant;
  readonly onChoose: (choice: EndChoice, ends: readonly End[]) => void;
  readonly onPortal: (end: End) => void;
  readonly onSavePicture: (kind: 'svg' | 'png', picture: SVGSVGElement) => void;
}

/** The ends as a list to choose from, or as a picture. Enter opens a subscription, Space chooses it. */
export function EndingBoard({ shown, selection, now, onChoose, onPortal, onSavePicture }: EndingBoardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const table = useRef<TableHandle>(null);
  const view = useEndingView();
  const oldest = shown.flatMap(({ row: { readAt } }) => readAt ?? []).toSorted()[0];
  const columns = useEndingColumns({ now, onPortal, onChoose: (end, choice) => onChoose(choice, [end]) });
  return (
    <>
      <ListToolbar count={t('ending.count', { count: shown.length, shown: format.number(shown.length) })}>
        <SearchField
          label={t('ending.search')} value={view.text} onChange={(text) => narrowEnds({ text })} onEnterList={() => table.current?.focus()}
        />
        <EndingFilters />
        {oldest !== undefined && <span>{t('ending.oldest')} <Age instant={oldest} isBare /></span>}
      </ListToolbar>
      {view.shows === 'picture' && <EndingTimeline ends={shown} now={now} onSave={onSavePicture} />}
      {view.shows === 'list' && (
        <>
          <EndingSelectionBar selection={selection} total={shown.length} onChoose={(choice) => onChoose(choice, selection.chosen)} />
          <DataTable
            label={t('ending.title')}
            handle={table}
            columns={columns}
            rowCount={shown.length}
            rowAt={(index) => shown[index]}
            rowKey={({ key }) => key}
            tone={({ change, isDecided }) => (change !== undefined ? 'waiting' : isDecided ? 'plain' : 'attention')}
            selection={selection.rows}
            onOpen={({ row }) => void navigate(subscriptionPath(row.customerId, row.subscription.id))}
            resetKey={JSON.stringify(view)}
            noneText={t('ending.noneMatch')}
          />
        </>
      )}
      <OpenPoints />
    </>
  );
}
