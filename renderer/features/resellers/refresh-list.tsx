import { Button } from '@fluentui/react-components';
import { ArrowSync20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract/failure.ts';
import { useConnectivity, useServices } from '../../platform/services.tsx';

export interface ListRefreshing {
  readonly isReading: boolean;
  /** Why the last reading failed; the list stays as it was. */
  readonly problem: Failure | undefined;
  readonly refresh: () => void;
}

/** Reads the list of resellers alone, without the rest of a pull. */
export function useListRefresh(): ListRefreshing {
  const { pull } = useServices();
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<Failure>();
  const refresh = async (): Promise<void> => {
    setReading(true);
    const answer = await pull.refreshResellers();
    setReading(false);
    setProblem(answer.ok ? undefined : answer.error);
  };
  return { isReading, problem, refresh: () => void refresh() };
}

/** The button for it: there only while the server can be reached. */
export function RefreshListButton({ refreshing }: { readonly refreshing: ListRefreshing }) {
  const { t } = useTranslation();
  const { isOnline } = useConnectivity();
  if (!isOnline) return null;
  return (
    <Button icon={<ArrowSync20Regular />} disabledFocusable={refreshing.isReading} onClick={refreshing.refresh}>
      {t(refreshing.isReading ? 'reseller.refreshing' : 'reseller.refreshList')}
    </Button>
  );
}
