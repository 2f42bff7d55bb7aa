import { Button, Checkbox, Select } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useMirror } from '../../platform/services.tsx';
import { useFormat } from '../../text/use-format.ts';
import {
  endingPeriods, isNarrowed, narrowSubscriptions, showAllSubscriptions, subscriptionStates, useSubscriptionView,
} from './subscription-view-store.ts';

/** Narrows the list: by status, reseller, time to the end, and to what has a change on its way. */
export function SubscriptionFilters() {
  const { t } = useTranslation();
  const format = useFormat();
  const view = useSubscriptionView();
  const resellers = useMirror(['resellers'], (mirror) => mirror.resellers(), []) ?? [];
  return (
    <>
      <Select
        aria-label={t('subscription.status')} value={view.status} onChange={(_event, data) => narrowSubscriptions({ status: data.value })}
      >
        <option value="">{t('subscription.filter.anyStatus')}</option>
        {subscriptionStates.map((status) => <option key={status} value={status}>{t(`subscription.statusIs.${status}`)}</option>)}
      </Select>
      <Select
        aria-label={t('subscription.reseller')} value={view.reseller}
        onChange={(_event, data) => narrowSubscriptions({ reseller: data.value })}
      >
        <option value="">{t('subscription.filter.anyReseller')}</option>
        <option value="none">{t('subscription.filter.noReseller')}</option>
        {resellers.toSorted((a, b) => format.compare(a.name, b.name)).flatMap(({ id, name, partnerId }) =>
          (partnerId === '' ? [] : [<option key={id} value={partnerId}>{name}</option>]))}
      </Select>
      <Select
        aria-label={t('subscription.end')} value={view.endsWithin}
        onChange={(_event, data) => narrowSubscriptions({ endsWithin: data.value })}
      >
        <option value="">{t('subscription.filter.anyEnd')}</option>
        {endingPeriods.map((days) => <option key={days} value={days}>{t('subscription.filter.endsWithin', { count: Number(days) })}</option>)}
      </Select>
      <Checkbox
        label={t('subscription.filter.waiting')} checked={view.isWaiting}
        onChange={(_event, data) => narrowSubscriptions({ isWaiting: data.checked === true })}
      />
      {isNarrowed(view) && <Button size="small" appearance="subtle" onClick={showAllSubscriptions}>{t('subscription.filter.clear')}</Button>}
    </>
  );
}
