import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { EndChoice } from '../../../../shared/domain/renewal/choice.ts';
import { useFormat } from '../../../text/use-format.ts';
import { SelectionBar } from '../../../ui/selection-bar.tsx';
import type { EndSelection } from './use-end-selection.ts';

export interface EndingSelectionBarProps {
  readonly selection: EndSelection;
  /** How many the board shows. */
  readonly total: number;
  readonly onChoose: (choice: EndChoice) => void;
}

/** What can be chosen for the ends that are marked, and how many they are; nothing while none is. */
export function EndingSelectionBar({ selection: { chosen, selectAll, clear }, total, onChoose }: EndingSelectionBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (chosen.length === 0) return null;
  return (
    <SelectionBar
      label={t('ending.selection.title')} clearLabel={t('ending.selection.none')} onClear={clear}
      count={t('ending.selection.count', { count: chosen.length, shown: format.number(chosen.length) })}
    >
      {EndChoice.options.map((choice) => (
        <Button key={choice} size="small" onClick={() => onChoose(choice)}>{t(`ending.menu.${choice}`)}</Button>
      ))}
      {chosen.length < total && (
        <Button size="small" appearance="subtle" onClick={selectAll}>{t('ending.selection.all', { shown: format.number(total) })}</Button>
      )}
    </SelectionBar>
  );
}
