import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRepeatAll16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../text/use-format.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import type { SubscriptionChoice } from './use-subscription-choice.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', padding: '6px 12px', marginBottom: '8px', flexShrink: 0,
    backgroundColor: tokens.colorBrandBackground2, borderRadius: tokens.borderRadiusLarge,
  },
  count: { fontVariantNumeric: 'tabular-nums', marginRight: '8px' },
});

/** What can be done with the subscriptions that are chosen, and how many they are; nothing while none is. */
export function SubscriptionSelectionBar({ choice: { count, clear } }: { readonly choice: SubscriptionChoice }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  if (count === 0) return null;
  return (
    <div className={styles.bar} role="group" aria-label={t('subscription.selection.title')}>
      <span className={styles.count} role="status">{t('subscription.selection.count', { count, shown: format.number(count) })}</span>
      <LinkButton size="small" to="/subscriptions/bulk?subscriptions=selected" icon={<ArrowRepeatAll16Regular />}>
        {t('subscription.selection.bulk')}
      </LinkButton>
      <Button size="small" appearance="subtle" onClick={clear}>{t('subscription.selection.none')}</Button>
    </div>
  );
}
