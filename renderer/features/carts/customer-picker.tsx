import { makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive, useMirror } from '../../platform/services.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { pendingPrefix } from './open-cart.ts';

const useStyles = makeStyles({
  box: { maxWidth: '680px', display: 'flex', flexDirection: 'column', gap: '16px' },
  note: { margin: 0 },
  list: { listStyleType: 'none', margin: '8px 0 0', padding: 0 },
  row: { minHeight: '36px', display: 'flex', alignItems: 'center', gap: '12px', flexWrap: 'wrap' },
});

interface CustomerPickerProps {
  /** The offer the cart begins with, `productId:skuId`. */
  readonly sku: string | undefined;
}

/** The title of an offer in any country whose catalogue is here. */
const useTitle = (sku: string | undefined): string | undefined =>
  useMirror(['catalogue'], async (mirror) => {
    if (sku === undefined) return undefined;
    const found = await Promise.all((await mirror.catalogueCountries()).map((country) => mirror.offer(`${country}:${sku}`)));
    return found.find((offer) => offer !== undefined)?.title;
  }, [sku]);

/** A cart begins with its customer: one of the list, or one that waits to be created. */
export function CustomerPicker({ sku }: CustomerPickerProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const page = useMirror(['customers'], (mirror) => mirror.customers({ text, offset: 0, limit: 20 }), [text]);
  const title = useTitle(sku);
  const cartOf = (customer: string): string =>
    `/carts/new?customer=${customer}${sku === undefined ? '' : `&offer=${encodeURIComponent(sku)}`}`;
  const operations = useLive((work) => work.operations(), []) ?? [];
  const waiting = operations.filter((one) => one.kind === 'create-customer' && !['done', 'cancelled'].includes(one.state.name));
  return (
    <Page title={t('carts.newCart')} subtitle={t('carts.whoFor')} breadcrumbs={[{ label: t('nav.carts'), to: '/carts' }]}>
      <div className={styles.box}>
        {title !== undefined && <p className={styles.note}>{t('carts.startingWith', { title })}</p>}
        {waiting.length > 0 && (
          <Panel title={t('carts.waitingCustomers')} tone="waiting">
            <ul className={styles.list}>
              {waiting.map((one) => one.kind === 'create-customer' && (
                <li key={one.id} className={styles.row}>
                  <TextLink to={cartOf(`${pendingPrefix}${one.id}`)}>{one.payload.form.companyName}</TextLink>
                  <StatusMark kind="waiting">{t('carts.tenantWaiting')}</StatusMark>
                </li>
              ))}
            </ul>
          </Panel>
        )}
        <Panel title={t('carts.customers')}>
          <SearchField label={t('carts.searchCustomer')} value={text} onChange={setText} />
          <ul className={styles.list}>
            {(page?.rows ?? []).map((row) => (
              <li key={row.id} className={styles.row}>
                <TextLink to={cartOf(row.id)}>{row.name}</TextLink>
                <span>{row.domain}</span>
              </li>
            ))}
          </ul>
          {page?.total === 0 && <p role="status">{t('carts.noCustomer')}</p>}
        </Panel>
      </div>
    </Page>
  );
}
