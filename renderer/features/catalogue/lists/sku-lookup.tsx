import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { Search20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedPrice, PriceList, SkuInLists } from '../../../../shared/domain/catalogue/price-list.ts';
import { useMirror } from '../../../platform/services.tsx';
import { billingWords, termWords } from '../../../text/commerce-words.ts';
import { useFormat } from '../../../text/use-format.ts';
import { DateText } from '../../../ui/date-text.tsx';
import { FactList } from '../../../ui/fact-list.tsx';
import { MoneyText } from '../../../ui/money-text.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: '12px', alignItems: 'flex-end' },
  found: { display: 'flex', flexDirection: 'column', gap: '12px', marginTop: '12px' },
});

interface Sku {
  readonly productId: string;
  readonly skuId: string;
}

/** What the lists say of one SKU: its prices in each, and the rules of the offer matrix. */
export function SkuLookup() {
  const styles = useStyles();
  const { t } = useTranslation();
  const [typed, setTyped] = useState<Sku>({ productId: '', skuId: '' });
  const [{ productId, skuId }, ask] = useState<Sku>({ productId: '', skuId: '' });
  const isAsked = productId !== '' && skuId !== '';
  const found = useMirror(['price-lists'], async (mirror) => (isAsked ? mirror.skuInLists({ productId, skuId }) : undefined), [productId, skuId]);
  const trimmed = { productId: typed.productId.trim(), skuId: typed.skuId.trim() };
  const canAsk = trimmed.productId !== '' && trimmed.skuId !== '';
  return (
    <Panel title={t('priceLists.lookUp')}>
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          if (canAsk) ask(trimmed);
        }}
      >
        <Field label={t('priceLists.productId')}>
          <Input value={typed.productId} onChange={(_event, data) => setTyped({ ...typed, productId: data.value })} />
        </Field>
        <Field label={t('priceLists.skuId')}>
          <Input value={typed.skuId} onChange={(_event, data) => setTyped({ ...typed, skuId: data.value })} />
        </Field>
        <Button type="submit" icon={<Search20Regular />} disabledFocusable={!canAsk}>{t('priceLists.lookUpNow')}</Button>
      </form>
      <div role="status" className={styles.found}>{found !== undefined && <Found name={`${productId}:${skuId}`} found={found} />}</div>
    </Panel>
  );
}

interface PriceLine {
  readonly list: PriceList;
  readonly price: ListedPrice;
  readonly key: string;
}

function Found({ name, found: { prices, rule } }: { readonly name: string; readonly found: SkuInLists }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (prices.length === 0 && rule === undefined) return <StatusMark kind="info">{t('priceLists.notListed', { name })}</StatusMark>;
  const lines: readonly PriceLine[] = prices.flatMap(({ list, prices: of }) =>
    of.map((price, place) => ({ list, price, key: `${list.id} ${place}` })));
  return (
    <>
      {rule !== undefined && <Rule name={name} rule={rule} />}
      {lines.length > 0 && (
        <PlainTable
          label={t('priceLists.pricesOf', { name })}
          rows={lines}
          rowKey={({ key }) => key}
          columns={[
            { id: 'list', header: t('priceLists.list'), cell: ({ list }) => `${format.country(list.market ?? '')}, ${format.month(list.month)}` },
            { id: 'term', header: t('subscription.term'), cell: ({ price }) => termWords(t, price.termDuration) },
            { id: 'billing', header: t('subscription.billing'), cell: ({ price }) => billingWords(t, price.billingCycle) },
            { id: 'segment', header: t('priceLists.segment'), cell: ({ price }) => t(`priceLists.segmentIs.${price.segment}`) },
            { id: 'price', header: t('catalogue.price'), align: 'end', cell: ({ price }) => <MoneyText money={price.unitPrice} /> },
            { id: 'retail', header: t('catalogue.erp'), align: 'end', cell: ({ price }) => <MoneyText money={price.retailPrice} /> },
            { id: 'from', header: t('priceLists.from'), cell: ({ price }) => <DateText instant={price.startsAt} as="date" /> },
          ]}
        />
      )}
    </>
  );
}

function Rule({ name, rule: { list, entry } }: { readonly name: string; readonly rule: Required<SkuInLists>['rule'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const number = (value: number | undefined): string => (value === undefined ? t('priceLists.notSaid') : format.number(value));
  return (
    <FactList
      facts={[
        { label: t('priceLists.matrixOf', { month: format.month(list.month) }), value: entry.title === '' ? name : entry.title },
        { label: t('priceLists.seats'), value: `${number(entry.minimumSeats)} – ${number(entry.maximumSeats)}` },
        { label: t('priceLists.ownershipLimit'), value: number(entry.ownershipLimit) },
        { label: t('priceLists.prerequisites'), value: entry.prerequisiteSkus.join(', ') || t('priceLists.noneNeeded') },
        { label: t('priceLists.countries'), value: entry.countries.map((iso2) => format.country(iso2)).join(', ') },
      ]}
    />
  );
}
