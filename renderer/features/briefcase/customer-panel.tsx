import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { UnreadPart } from '../../../shared/ports/briefcase.ts';
import { failureWords } from '../../text/failure-words.ts';
import { useFormat } from '../../text/use-format.ts';
import { Age } from '../../ui/age.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { CustomerReady } from './briefcase-view.ts';
import { sizeWords, whyWords } from './briefcase-words.ts';
import { ReadyMark, UntilText } from './ready-mark.tsx';

const useStyles = makeStyles({ frame: { display: 'flex', flexDirection: 'column', height: 'min(480px, 60vh)' } });

/** Each customer that is taken along: how it stands, which part ends first, why a part could not be read. */
export function CustomerPanel({ customers, unread }: { readonly customers: readonly CustomerReady[]; readonly unread: readonly UnreadPart[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const why = ({ customer, readiness: { first, state } }: CustomerReady): string => {
    const failed = state === 'partly' ? unread.find(({ customerId }) => customerId === customer.id) : undefined;
    if (failed !== undefined) return failureWords(t, failed.failure).what;
    return first === undefined ? '' : whyWords(t, format, first);
  };
  const columns: readonly Column<CustomerReady>[] = [
    { id: 'name', header: t('customer.name'), width: 'minmax(140px, 1.4fr)', cell: ({ customer }) => customer.name || customer.id },
    {
      id: 'state', header: t('briefcase.status'), width: 'minmax(148px, 1.6fr)',
      cell: ({ state, readiness }) => <ReadyMark state={state} readiness={readiness} />,
    },
    { id: 'until', header: t('briefcase.until'), width: '168px', cell: ({ readiness }) => <UntilText readiness={readiness} /> },
    { id: 'why', header: t('briefcase.whyTitle'), width: 'minmax(140px, 1.6fr)', cell: why },
    {
      id: 'subscriptions', header: t('nav.subscriptions'), width: '112px', align: 'end',
      cell: ({ customer }) => format.number(customer.subscriptions),
    },
    { id: 'size', header: t('briefcase.size'), width: '100px', align: 'end', cell: ({ customer }) => sizeWords(format, customer.bytes) },
    { id: 'age', header: t('briefcase.oldest'), width: '144px', cell: ({ readiness }) => <Age isBare instant={readiness.oldest} /> },
  ];
  return (
    <Panel title={t('nav.customers')}>
      <div className={styles.frame}>
        <DataTable
          label={t('briefcase.customersTaken')}
          columns={columns}
          rowCount={customers.length}
          rowAt={(index) => customers[index]}
          rowKey={({ customer }) => customer.id}
          tone={({ state }) => (state === 'partly' || state === 'out-of-date' ? 'attention' : 'plain')}
          onOpen={({ customer }) => void navigate(`/customers/${customer.id}`)}
          noneText={t('briefcase.noCustomers')}
        />
      </div>
    </Panel>
  );
}
