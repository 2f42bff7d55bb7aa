import { Button } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useBriefcaseCommands } from '../../platform/use-briefcase.ts';
import { usePartners } from '../../platform/use-partners.ts';
import { useFormat } from '../../text/use-format.ts';
import { Age } from '../../ui/age.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { SearchChoice } from '../../ui/search-choice.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import type { ItemReady } from './briefcase-view.ts';
import { sizeWords } from './briefcase-words.ts';
import { ReadyMark, UntilText } from './ready-mark.tsx';

/** What is chosen, each with how it stands; further resellers are chosen here, customers where they are listed. */
export function ItemPanel({ items }: { readonly items: readonly ItemReady[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const kept = useKeptFocus();
  const { leave } = useBriefcaseCommands();
  return (
    <Panel title={t('briefcase.chosen')}>
      <div {...kept}>
        {items.length > 0 && (
          <PlainTable
            label={t('briefcase.chosen')}
            rows={items}
            rowKey={({ item }) => item.id}
            columns={[
              {
                id: 'name', header: t('briefcase.what'), canWrap: true,
                cell: ({ item }) => <TextLink to={`/${item.kind}s/${item.id}`}>{item.name}</TextLink>,
              },
              {
                id: 'kind', header: t('briefcase.kind'),
                cell: ({ item, customers }) => (item.kind === 'customer'
                  ? t('briefcase.customer')
                  : t('briefcase.reseller', { count: customers, shown: format.number(customers) })),
              },
              {
                id: 'state', header: t('briefcase.status'), canWrap: true,
                cell: ({ state, readiness }) => <ReadyMark state={state} readiness={readiness} />,
              },
              { id: 'until', header: t('briefcase.until'), cell: ({ readiness }) => <UntilText readiness={readiness} /> },
              { id: 'size', header: t('briefcase.size'), align: 'end', cell: ({ bytes }) => sizeWords(format, bytes) },
              { id: 'age', header: t('briefcase.oldest'), cell: ({ readiness }) => <Age isBare instant={readiness?.oldest} /> },
              {
                id: 'leave', header: '', align: 'end',
                cell: ({ item }) => (
                  <Button
                    size="small" appearance="subtle" icon={<Dismiss16Regular />}
                    aria-label={t('briefcase.leaveOne', { name: item.name })} onClick={() => void leave(item)}
                  >
                    {t('briefcase.leave')}
                  </Button>
                ),
              },
            ]}
          />
        )}
        <AddReseller items={items} />
      </div>
    </Panel>
  );
}

function AddReseller({ items }: { readonly items: readonly ItemReady[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { take } = useBriefcaseCommands();
  const rows = usePartners()?.rows ?? [];
  const free = rows.filter(({ id }) => !items.some(({ item }) => item.id === id));
  const choose = (value: string): void => {
    const row = rows.find(({ id }) => id === value);
    if (row !== undefined) void take([{ kind: 'reseller', id: row.id, name: row.name }]);
  };
  return (
    <SearchChoice
      label={t('briefcase.addReseller')} hint={t('briefcase.addHint')} value={undefined} onChoose={choose}
      options={free.map(({ id, name, customerCount: count }) => (
        { value: id, label: name, detail: t('customer.count', { count, shown: format.number(count) }) }))}
    />
  );
}
