import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { EndChoice } from '../../../../shared/domain/renewal/choice.ts';
import { useFormat } from '../../../text/use-format.ts';
import type { EndSelection } from './use-end-selection.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', padding: '6px 12px', marginBottom: '8px', flexShrink: 0,
    backgroundColor: tokens.colorBrandBackground2, borderRadius: tokens.borderRadiusLarge,
  },
  count: { fontVariantNumeric: 'tabular-nums', marginRight: '8px' },
});

export interface EndingSelectionBarProps {
  readonly selection: EndSelection;
  /** How many the board shows. */
  readonly total: number;
  readonly onChoose: (choice: EndChoice) => void;
}

/** What can be chosen for the ends that are marked, and how many they are; nothing while none is. */
export function EndingSelectionBar({ selection: { chosen, selectAll, clear }, total, onChoose }: EndingSelectionBarProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  if (chosen.length === 0) return null;
  return (
    <div className={styles.bar} role="group" aria-label={t('ending.selection.title')}>
      <span className={styles.count} role="status">
        {t('ending.selection.count', { count: chosen.length, shown: format.number(chosen.length) })}
      </span>
      {EndChoice.options.map((choice) => (
        <Button key={choice} size="small" onClick={() => onChoose(choice)}>{t(`ending.menu.${choice}`)}</Button>
      ))}
      {chosen.length < total && (
        <Button size="small" appearance="subtle" onClick={selectAll}>{t('ending.selection.all', { shown: format.number(total) })}</Button>
      )}
      <Button size="small" appearance="subtle" onClick={clear}>{t('ending.selection.none')}</Button>
    </div>
  );
}
