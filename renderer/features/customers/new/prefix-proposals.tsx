import { Button, makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { domainOf, proposeOtherPrefixes } from '../../../../shared/domain/customer/domain-prefix.ts';
import { serverCalls } from '../../../../shared/partner-center/server-call.ts';
import { readServer } from '../../../platform/read-server.ts';
import { useConnectivity, useServices } from '../../../platform/services.tsx';
import type { CustomerFormState } from './use-customer-form.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '4px', marginTop: '6px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});
const mostShown = 3;

/** Asks the server which of them are free, the first three; undefined while it is asked. Offline nobody knows. */
function useFreePrefixes(proposals: readonly string[]): { readonly prefixes: readonly string[] | undefined; readonly areChecked: boolean } {
  const { account } = useServices();
  const { isOnline } = useConnectivity();
  const [answer, setAnswer] = useState<{ readonly key: string; readonly free: readonly string[] }>();
  const key = proposals.join(' ');
  useEffect(() => {
    if (!isOnline) return;
    let isWanted = true;
    const askAll = async (): Promise<void> => {
      const free: string[] = [];
      for (const prefix of key === '' ? [] : key.split(' ')) {
        const checked = await readServer(account.id, 'check-domain', { domain: domainOf(prefix) }, serverCalls['check-domain'].out);
        if (checked.ok && checked.value.isFree) free.push(prefix);
        if (!isWanted || free.length === mostShown) break;
      }
      if (isWanted) setAnswer({ key, free });
    };
    void askAll();
    return () => {
      isWanted = false;
    };
  }, [account.id, isOnline, key]);
  if (!isOnline) return { prefixes: proposals.slice(0, mostShown), areChecked: false };
  return { prefixes: answer?.key === key ? answer.free : undefined, areChecked: true };
}

/** Other names where the domain is taken: free ones when the server can be asked, else proposals that nobody has checked. */
export function PrefixProposals({ state }: { readonly state: CustomerFormState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { form, text } = state;
  const { companyName, address } = text;
  const proposals = proposeOtherPrefixes({ companyName, city: address.city, country: address.country, taken: text.domainPrefix });
  const { prefixes, areChecked } = useFreePrefixes(proposals);
  const take = (prefix: string): void => {
    state.touch();
    form.setValue('domainPrefix', prefix, { shouldDirty: true, shouldValidate: true });
  };
  if (proposals.length === 0) return null;
  const words = prefixes === undefined ? 'looking' : prefixes.length === 0 ? 'none' : areChecked ? 'free' : 'unchecked';
  return (
    <div className={styles.box}>
      <span role="status">{t(`newCustomer.prefix.${words}`)}</span>
      <div className={styles.row}>
        {prefixes?.map((prefix) => <Button key={prefix} size="small" onClick={() => take(prefix)}>{domainOf(prefix)}</Button>)}
      </div>
    </div>
  );
}
