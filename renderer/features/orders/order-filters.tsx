import { Button, Select } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useMirror } from '../../platform/services.tsx';
import { useFormat } from '../../text/use-format.ts';
import { isNarrowed, narrowOrders, orderPeriods, orderStates, showAllOrders, useOrderView } from './order-view-store.ts';

/** Narrows the list: by state, reseller, customer and period. */
export function OrderFilters() {
  const { t } = useTranslation();
  const format = useFormat();
  const view = useOrderView();
  const resellers = useMirror(['resellers'], (mirror) => mirror.resellers(), []) ?? [];
  const customers = useMirror(['orders'], async (mirror) => {
    const rows = await mirror.orders({ text: '', limit: Infinity });
    return [...new Map(rows.map(({ order, customerName }) => [order.customerId, customerName]))];
  }, []) ?? [];
  const byName = <Row extends { readonly name: string }>(rows: readonly Row[]): readonly Row[] =>
    rows.toSorted((a, b) => format.compare(a.name, b.name));
  return (
    <>
      <Select aria-label={t('order.status')} value={view.state} onChange={(_event, data) => narrowOrders({ state: data.value })}>
        <option value="">{t('order.filter.allStates')}</option>
        {orderStates.map((state) => (
          <option key={state} value={state}>{state === 'waiting' ? t('order.filter.waiting') : t(`order.statusIs.${state}`)}</option>
        ))}
      </Select>
      <Select aria-label={t('order.filter.reseller')} value={view.reseller} onChange={(_event, data) => narrowOrders({ reseller: data.value })}>
        <option value="">{t('order.filter.allResellers')}</option>
        <option value="none">{t('order.filter.noReseller')}</option>
        {byName(resellers).flatMap(({ id, name, partnerId }) =>
          (partnerId === undefined ? [] : [<option key={id} value={partnerId}>{name}</option>]))}
      </Select>
      <Select aria-label={t('order.customer')} value={view.customer} onChange={(_event, data) => narrowOrders({ customer: data.value })}>
        <option value="">{t('order.filter.allCustomers')}</option>
        {byName(customers.map(([id, name]) => ({ id, name }))).map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </Select>
      <Select aria-label={t('order.filter.period')} value={view.period} onChange={(_event, data) => narrowOrders({ period: data.value })}>
        <option value="">{t('order.filter.anyTime')}</option>
        {orderPeriods.map((days) => <option key={days} value={days}>{t('order.filter.lastDays', { count: Number(days) })}</option>)}
      </Select>
      {isNarrowed(view) && <Button size="small" appearance="subtle" onClick={showAllOrders}>{t('order.filter.clear')}</Button>}
    </>
  );
}
