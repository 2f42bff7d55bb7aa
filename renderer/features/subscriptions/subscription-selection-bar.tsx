import { ArrowRepeatAll16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../text/use-format.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { SelectionBar } from '../../ui/selection-bar.tsx';
import type { SubscriptionChoice } from './use-subscription-choice.ts';

/** What can be done with the subscriptions that are chosen, and how many they are; nothing while none is. */
export function SubscriptionSelectionBar({ choice: { count, clear } }: { readonly choice: SubscriptionChoice }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (count === 0) return null;
  return (
    <SelectionBar
      label={t('subscription.selection.title')} clearLabel={t('subscription.selection.none')} onClear={clear}
      count={t('subscription.selection.count', { count, shown: format.number(count) })}
    >
      <LinkButton size="small" to="/subscriptions/bulk?subscriptions=selected" icon={<ArrowRepeatAll16Regular />}>
        {t('subscription.selection.bulk')}
      </LinkButton>
    </SelectionBar>
  );
}
