import { reportBug } from '../../../platform/report-bug.ts';
import { useServices } from '../../../platform/services.tsx';
import type { PriceList } from '../../../../shared/domain/catalogue/price-list.ts';

export interface ListCommands {
  /** How it goes is seen in the import view, from any screen. */
  readonly importFile: (file: File) => void;
  readonly download: (market: string, month: string) => void;
  readonly cancel: () => void;
  readonly remove: (list: PriceList) => void;
}

/** What can be done with price lists. */
export function useListCommands(): ListCommands {
  const { mirror, pull } = useServices();
  return {
    importFile: (file) => void mirror.importPriceList({ name: file.name, content: file }).catch(reportBug),
    download: (market, month) => void pull.downloadPriceList(market, month).catch(reportBug),
    cancel: () => void mirror.cancelPriceListImport().catch(reportBug),
    remove: ({ id }) => void mirror.removePriceList(id).catch(reportBug),
  };
}
