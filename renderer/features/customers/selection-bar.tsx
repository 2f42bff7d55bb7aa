import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRepeatAll16Regular, Briefcase16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { clearSelectedCustomers } from '../../platform/customer-selection.ts';
import { useFormat } from '../../text/use-format.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import type { ListSelection } from './use-customer-selection.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', padding: '6px 12px', marginBottom: '8px', flexShrink: 0,
    backgroundColor: tokens.colorBrandBackground2, borderRadius: tokens.borderRadiusLarge,
  },
  count: { fontVariantNumeric: 'tabular-nums', marginRight: '8px' },
});

export interface SelectionBarProps {
  readonly selection: ListSelection;
  /** How many customers the list shows now. */
  readonly total: number;
}

/** What can be done with the customers that are chosen, and how many they are; nothing while none is. */
export function SelectionBar({ selection: { ids, selectAll, isSelecting }, total }: SelectionBarProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  if (ids.size === 0 && !isSelecting) return null;
  const count = t('customer.selection.count', { count: ids.size, shown: format.number(ids.size) });
  return (
    <div className={styles.bar} role="group" aria-label={t('customer.selection.title')}>
      <span className={styles.count} role="status">{isSelecting ? t('customer.selection.selecting') : count}</span>
      <LinkButton size="small" to="/subscriptions/bulk?customers=selected" icon={<ArrowRepeatAll16Regular />}>
        {t('customer.selection.bulk')}
      </LinkButton>
      <LinkButton size="small" to="/briefcase?customers=selected" icon={<Briefcase16Regular />}>{t('customer.selection.takeAlong')}</LinkButton>
      {ids.size < total && (
        <Button size="small" appearance="subtle" disabledFocusable={isSelecting} onClick={() => isSelecting || selectAll()}>
          {t('customer.selection.all', { shown: format.number(total), count: total })}
        </Button>
      )}
      <Button size="small" appearance="subtle" onClick={clearSelectedCustomers}>{t('customer.selection.none')}</Button>
    </div>
  );
}
