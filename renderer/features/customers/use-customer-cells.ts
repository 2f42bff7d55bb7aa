import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerReseller } from '../../../shared/domain/reseller/customer-reseller.ts';
import { useMirror } from '../../platform/services.tsx';
import { relationshipWords } from '../../text/commerce-words.ts';
import { useFormat } from '../../text/use-format.ts';
import { customerColumns, useChosenColumns } from './column-choice.tsx';
import type { CustomerColumn } from './column-choice.tsx';
import type { ListRow } from './list-row.ts';

export interface CustomerCells {
  /** Beside the name, in their order. */
  readonly chosen: readonly CustomerColumn[];
  readonly textOf: (line: ListRow, column: CustomerColumn) => string;
}

/** What the list of customers says of each, on screen and in a file. */
export function useCustomerCells(): CustomerCells {
  const { t } = useTranslation();
  const format = useFormat();
  const resellers = useMirror(['resellers'], (mirror) => mirror.resellers(), []);
  const names = useMemo(() => new Map(resellers?.map((reseller) => [reseller.id, reseller.name])), [resellers]);
  const chosen = useChosenColumns();
  const pendingReseller = (reseller: CustomerReseller): string => (reseller.kind === 'direct' ? t('customer.direct') : reseller.name);
  const countryWords = (code: string | undefined): string => (code === undefined ? t('customer.countryUnknown') : format.country(code));
  const textOf = (line: ListRow, column: CustomerColumn): string => {
    if (line.kind === 'pending') {
      const { form, reseller } = line.operation.payload;
      const known: Partial<Record<CustomerColumn, string>> = {
        domain: form.domain, reseller: pendingReseller(reseller), country: countryWords(form.address.country),
      };
      return known[column] ?? '';
    }
    const { domain, resellerIds, country, relationship, id } = line.row;
    switch (column) {
      case 'domain': return domain;
      case 'reseller': return resellerIds.map((one) => names.get(one) ?? t('customer.unknownReseller')).join(', ') || t('customer.noReseller');
      case 'country': return countryWords(country);
      case 'relationship': return relationshipWords(t, relationship);
      case 'tenantId': return id;
    }
  };
  return { chosen: customerColumns.filter((column) => chosen.includes(column)), textOf };
}
