import { useTranslation } from 'react-i18next';
import type { EditedField, SubscriptionEdits, SubscriptionFields } from '../../../shared/domain/subscription/subscription-edits.ts';
import type { ScheduledChange } from '../../../shared/domain/subscription/subscription.ts';
import { useMirror } from '../../platform/services.tsx';
import { billingWords, termWords } from '../../text/commerce-words.ts';
import { fieldWords } from '../../text/edit-words.ts';
import { useFormat } from '../../text/use-format.ts';

/** The product a scheduled change names. */
const skuOf = ({ product }: ScheduledChange): string => `${product.productId}:${product.skuId}`;

/** Titles of the products that are named, as the offline copy has them in any country. */
function useTitles(scheduled: readonly (ScheduledChange | undefined)[]): ReadonlyMap<string, string> | undefined {
  const skus = [...new Set(scheduled.flatMap((one) => (one ? [skuOf(one)] : [])))];
  return useMirror(['catalogue'], async (mirror) => {
    const countries = skus.length === 0 ? [] : await mirror.catalogueCountries();
    const found = await Promise.all(skus.flatMap((sku) => countries.map(async (country) => [sku, await mirror.offer(`${country}:${sku}`)] as const)));
    return new Map(found.flatMap(([sku, offer]) => (offer ? [[sku, offer.title] as const] : [])));
  }, skus);
}

/** What stands in a field of each of the versions, in words; what is scheduled with product, seats, term and billing. */
export function useFieldText(versions: readonly (SubscriptionFields | undefined)[], reseller?: SubscriptionEdits['reseller']) {
  const { t } = useTranslation();
  const format = useFormat();
  const titles = useTitles(versions.map((one) => one?.scheduled));
  const scheduledText = (change: ScheduledChange): string => {
    const { product, quantity, customTermEndsAt } = change;
    return [
      titles?.get(skuOf(change)) ?? skuOf(change),
      t('edit.scheduledSeats', { count: quantity, shown: format.number(quantity) }),
      termWords(t, product.termDuration),
      t('edit.billed', { cycle: billingWords(t, product.billingCycle).toLowerCase() }),
      ...(product.promotionId === undefined ? [] : [t('edit.promotion', { id: product.promotionId })]),
      ...(customTermEndsAt === undefined ? [] : [t('edit.endsOn', { date: format.date(customTermEndsAt) })]),
    ].join(', ');
  };
  return (fields: SubscriptionFields, field: EditedField): string => {
    if (field === 'scheduled') return fields.scheduled ? scheduledText(fields.scheduled) : t('edit.none');
    if (field === 'quantity') return format.number(fields.quantity);
    const words = fieldWords(t, fields, field);
    const isNamed = field === 'reseller' && reseller !== undefined && reseller.name !== '' && reseller.partnerId === fields.partnerId;
    return isNamed ? `${reseller.name}, ${words}` : words;
  };
}
