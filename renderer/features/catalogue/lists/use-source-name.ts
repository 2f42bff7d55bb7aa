import { useTranslation } from 'react-i18next';
import type { ListSource } from '../../../../shared/domain/catalogue/price-list.ts';
import { useFormat } from '../../../text/use-format.ts';

/** A list's name as people know it: that of the file, or market and month. */
export function useSourceName(): (source: ListSource) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (source) =>
    source.kind === 'file'
      ? source.name
      : t('priceLists.listOf', { market: format.country(source.market), month: format.month(source.month) });
}
