import { Field, Input, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useSelectedCustomers } from '../../../platform/customer-selection.ts';
import { useMirror, useServices } from '../../../platform/services.tsx';
import { useSelectedSubscriptions } from '../../../platform/subscription-selection.ts';
import type { Partners } from '../../../platform/use-partners.ts';
import { useFormat } from '../../../text/use-format.ts';
import { Panel } from '../../../ui/panel.tsx';
import { SearchChoice } from '../../../ui/search-choice.tsx';
import { bulkSources, changeAsked } from './bulk-choice.ts';
import type { BulkChoice, BulkFilter, BulkSource } from './bulk-choice.ts';
import { FileChoice } from './file-choice.tsx';
import { ReadingPanel } from './reading-panel.tsx';
import { filteredRows } from './read-targets.ts';
import { unreadCount, unreadIds } from './unread-customers.ts';
import type { CustomerScope } from './unread-customers.ts';

export interface WhichStepProps {
  readonly choice: BulkChoice;
  readonly partners: Partners;
}

/** Which subscriptions: those chosen in a list, those of a filter, those of a file, or all that carry a Partner ID. */
export function WhichStep({ choice, partners }: WhichStepProps) {
  const { t } = useTranslation();
  const customers = useSelectedCustomers();
  const subscriptions = useSelectedSubscriptions();
  if (choice.kind === 'replace') return <Replaced choice={choice} partners={partners} />;
  if (choice.kind === 'table') return <Panel title={t('bulk.source.file')}><FileChoice choice={choice} /></Panel>;
  const sourceOf = (value: string): BulkSource => bulkSources.find((source) => source === value) ?? 'filter';
  return (
    <>
      <Panel title={t('bulk.which')}>
        <RadioGroup aria-label={t('bulk.which')} value={choice.source} onChange={(_event, { value }) => changeAsked({ source: sourceOf(value) })}>
          <Radio value="filter" label={t('bulk.source.filter')} />
          <Radio value="file" label={t('bulk.source.file')} />
          <Radio value="customers" disabled={customers.size === 0} label={t('bulk.source.customers', { count: customers.size })} />
          <Radio
            value="subscriptions" disabled={subscriptions.length === 0}
            label={t('bulk.source.subscriptions', { count: subscriptions.length })}
          />
        </RadioGroup>
      </Panel>
      {choice.source === 'filter' && <Filter filter={choice.filter} partners={partners} />}
      {choice.source === 'file' && <Panel title={t('bulk.source.file')}><FileChoice choice={choice} /></Panel>}
      {choice.source === 'customers' && <Unread scope={{ ids: [...customers] }} scopeKey={`${customers.size}`} />}
      {choice.source === 'filter' && <Unread scope={{}} scopeKey="" />}
    </>
  );
}

const statuses = ['active', 'suspended'] as const;

function Filter({ filter, partners }: { readonly filter: BulkFilter; readonly partners: Partners }) {
  const { t } = useTranslation();
  const format = useFormat();
  const change = (part: Partial<BulkFilter>): void => changeAsked({ filter: { ...filter, ...part } });
  const matching = useMirror(['customers', 'orders'], async (mirror) => (await filteredRows(mirror, filter)).length, [JSON.stringify(filter)]);
  const options = [
    { value: '', label: t('bulk.filter.anyReseller') },
    { value: 'none', label: t('bulk.filter.noReseller') },
    ...partners.rows.filter(({ partnerId }) => partnerId !== '').map((row) => ({ value: row.partnerId, label: row.name, detail: row.partnerId })),
  ];
  return (
    <Panel title={t('bulk.source.filter')}>
      <SearchChoice label={t('bulk.filter.reseller')} options={options} value={filter.partnerId} onChoose={(partnerId) => change({ partnerId })} />
      <Field label={t('bulk.filter.text')} hint={t('bulk.filter.textHint')}>
        <Input value={filter.text} onChange={(_event, { value }) => change({ text: value })} />
      </Field>
      <Field label={t('bulk.filter.status')}>
        <Select value={filter.status} onChange={(_event, { value }) => change({ status: value })}>
          <option value="">{t('bulk.filter.anyStatus')}</option>
          {statuses.map((status) => <option key={status} value={status}>{t(`subscription.statusIs.${status}`)}</option>)}
        </Select>
      </Field>
      <Field label={t('bulk.filter.endsBefore')}>
        <Input type="date" value={filter.endsBefore} onChange={(_event, { value }) => change({ endsBefore: value })} />
      </Field>
      <p role="status">{matching === undefined ? '' : t('bulk.filter.matching', { count: matching, shown: format.number(matching) })}</p>
    </Panel>
  );
}

/** Customers whose subscriptions nobody read are in no preview: how many they are, and reading them. */
function Unread({ scope, scopeKey }: { readonly scope: CustomerScope; readonly scopeKey: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { mirror } = useServices();
  const counts = useMirror(['customers', 'orders'], (copy) => unreadCount(copy, scope), [scopeKey]);
  if (counts === undefined || counts.unread === 0) return null;
  return (
    <ReadingPanel
      title={t('bulk.unread.title')} count={counts.unread} label={t('bulk.unread.read')} idsOf={() => unreadIds(mirror, scope)}
      lines={[t('bulk.unread.some', { count: counts.unread, shown: format.number(counts.unread), all: format.number(counts.all) })]}
    />
  );
}

/** All that carry the Partner ID, as far as the copy knows; the customers of its reseller that were never read may have more. */
function Replaced({ choice, partners }: WhichStepProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { mirror } = useServices();
  const partnerId = choice.from.trim();
  const reseller = partners.rows.find((row) => row.partnerId === partnerId);
  const scope: CustomerScope = reseller === undefined ? {} : { reseller: reseller.id };
  const found = useMirror(['customers', 'orders'], async (copy) => {
    const [known, counts, everybody] = await Promise.all([
      filteredRows(copy, { text: '', partnerId, status: '', endsBefore: '' }), unreadCount(copy, scope), unreadCount(copy, {}),
    ]);
    return { known: known.length, counts, everybody };
  }, [partnerId, reseller?.id]);
  if (found === undefined) return null;
  const { known, counts, everybody } = found;
  const unread = { count: counts.unread, shown: format.number(counts.unread), all: format.number(counts.all) };
  const lines = [
    t('bulk.replace.known', { count: known, shown: format.number(known), partnerId }),
    reseller === undefined ? t('bulk.replace.notListed', unread) : t('bulk.replace.ofReseller', { name: reseller.name, ...unread }),
    ...(reseller === undefined ? [] : [t('bulk.replace.others', { count: everybody.unread, shown: format.number(everybody.unread) })]),
  ];
  return (
    <ReadingPanel
      title={t('bulk.replace.title')} lines={lines} count={counts.unread} label={t('bulk.unread.read')} idsOf={() => unreadIds(mirror, scope)}
    />
  );
}
