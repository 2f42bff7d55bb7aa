import { Button } from '@fluentui/react-components';
import { ArrowRepeatAll16Regular, Briefcase16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { clearSelectedCustomers } from '../../platform/customer-selection.ts';
import { useFormat } from '../../text/use-format.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { SelectionBar } from '../../ui/selection-bar.tsx';
import type { ListSelection } from './use-customer-selection.ts';

export interface CustomerSelectionBarProps {
  readonly selection: ListSelection;
  /** How many customers the list shows now. */
  readonly total: number;
}

/** What can be done with the customers that are chosen, and how many they are; nothing while none is. */
export function CustomerSelectionBar({ selection: { ids, selectAll, isSelecting }, total }: CustomerSelectionBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (ids.size === 0 && !isSelecting) return null;
  const count = t('customer.selection.count', { count: ids.size, shown: format.number(ids.size) });
  return (
    <SelectionBar
      label={t('customer.selection.title')} count={isSelecting ? t('customer.selection.selecting') : count}
      clearLabel={t('customer.selection.none')} onClear={clearSelectedCustomers}
    >
      <LinkButton size="small" to="/subscriptions/bulk?customers=selected" icon={<ArrowRepeatAll16Regular />}>
        {t('customer.selection.bulk')}
      </LinkButton>
      <LinkButton size="small" to="/briefcase?customers=selected" icon={<Briefcase16Regular />}>{t('customer.selection.takeAlong')}</LinkButton>
      {ids.size < total && (
        <Button size="small" appearance="subtle" disabledFocusable={isSelecting} onClick={() => isSelecting || selectAll()}>
          {t('customer.selection.all', { shown: format.number(total), count: total })}
        </Button>
      )}
    </SelectionBar>
  );
}
