import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { End } from '../../../platform/read-ends.ts';
import { rowsBetween } from '../../../ui/rows-between.ts';
import type { RowSelection } from '../../../ui/table-props.ts';
import { productOf } from './end-words.ts';

export interface EndSelection {
  /** Those of the shown ends that are chosen. */
  readonly chosen: readonly End[];
  readonly rows: RowSelection<End>;
  readonly selectAll: () => void;
  readonly clear: () => void;
}

/** Which of the shown ends are chosen. One that is no longer shown is not chosen: nothing is done to what nobody sees. */
export function useEndSelection(shown: readonly End[]): EndSelection {
  const { t } = useTranslation();
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const clear = (): void => setKeys(new Set());
  const selectAll = (): void => setKeys(new Set(shown.map(({ key }) => key)));
  return {
    chosen: shown.filter(({ key }) => keys.has(key)), selectAll, clear,
    rows: {
      canSelect: () => true,
      isSelected: ({ key }) => keys.has(key),
      onToggle: ({ key }) => setKeys((before) => {
        const next = new Set(before);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
      onExtend: ({ anchor, from, to }) => setKeys((before) => {
        const next = new Set(before);
        for (const { key } of rowsBetween(shown, anchor, from)) next.delete(key);
        for (const { key } of rowsBetween(shown, anchor, to)) next.add(key);
        return next;
      }),
      onSelectAll: selectAll,
      onClear: clear,
      label: (end) => t('ending.selection.one', { product: productOf(end), customer: end.row.customerName }),
    },
  };
}
