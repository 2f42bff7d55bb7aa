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
  list: { listStyleType: 'none', margin: '8px 0 0', padding: 0 },
  row: { minHeight: '36px', display: 'flex', alignItems: 'center', gap: '12px', flexWrap: 'wrap' },
});

/** A cart begins with its customer: one of the list, or one that waits to be created. */
export function CustomerPicker() {
  const styles = useStyles();
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const page = useMirror(['customers'], (mirror) => mirror.customers({ text, offset: 0, limit: 20 }), [text]);
  const operations = useLive((work) => work.operations(), []) ?? [];
  const waiting = operations.filter((one) => one.kind === 'create-customer' && !['done', 'cancelled'].includes(one.state.name));
  return (
    <Page title={t('carts.newCart')} subtitle={t('carts.whoFor')} breadcrumbs={[{ label: t('nav.carts'), to: '/carts' }]}>
      <div className={styles.box}>
        {waiting.length > 0 && (
          <Panel title={t('carts.waitingCustomers')} tone="waiting">
            <ul className={styles.list}>
              {waiting.map((one) => one.kind === 'create-customer' && (
                <li key={one.id} className={styles.row}>
                  <TextLink to={`/carts/new?customer=${pendingPrefix}${one.id}`}>{one.payload.form.companyName}</TextLink>
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
                <TextLink to={`/carts/new?customer=${row.id}`}>{row.name}</TextLink>
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
