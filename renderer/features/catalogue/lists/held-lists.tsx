import { Button } from '@fluentui/react-components';
import { Delete20Regular, DocumentTable20Regular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PriceList } from '../../../../shared/domain/catalogue/price-list.ts';
import { useFormat } from '../../../text/use-format.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DateText } from '../../../ui/date-text.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import type { ListCommands } from './use-list-commands.ts';

export interface HeldListsProps {
  readonly lists: readonly PriceList[];
  readonly commands: ListCommands;
}

/** The lists held here, each with where it is from and how much is in it; one can be removed. */
export function HeldLists({ lists, commands }: HeldListsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const frame = useRef<HTMLDivElement>(null);
  const [leaving, setLeaving] = useState<PriceList>();
  const nameOf = ({ kind, market, month }: PriceList): string =>
    kind === 'offer-matrix' || market === undefined
      ? t('priceLists.matrixOf', { month: format.month(month) })
      : t('priceLists.listOf', { market: format.country(market), month: format.month(month) });
  const remove = (): void => {
    if (leaving !== undefined) commands.remove(leaving);
    setLeaving(undefined);
    // the row and its button go away
    frame.current?.focus();
  };
  return (
    <Panel title={t('priceLists.held')}>
      <div ref={frame} tabIndex={-1} style={{ outlineStyle: 'none' }}>
        {lists.length === 0 ? (
          <EmptyState icon={<DocumentTable20Regular />} title={t('priceLists.none')} text={t('priceLists.noneHint')} />
        ) : (
          <PlainTable
            label={t('priceLists.held')}
            rows={lists}
            rowKey={({ id }) => String(id)}
            columns={[
              { id: 'kind', header: t('priceLists.kind'), cell: ({ kind }) => t(`priceLists.kindIs.${kind}`) },
              {
                id: 'market', header: t('priceLists.market'),
                cell: ({ market }) => (market === undefined ? t('priceLists.allMarkets') : format.country(market)),
              },
              { id: 'month', header: t('priceLists.month'), cell: ({ month }) => format.month(month) },
              {
                id: 'source', header: t('priceLists.source'), canWrap: true,
                cell: ({ source, fileName }) => (source === 'file' ? fileName : t('priceLists.fromServer')),
              },
              {
                id: 'rows', header: t('priceLists.rows'), align: 'end',
                cell: ({ rows, skipped }) =>
                  skipped === 0 ? format.number(rows) : t('priceLists.rowsOut', { rows: format.number(rows), out: format.number(skipped) }),
              },
              { id: 'at', header: t('priceLists.importedAt'), cell: ({ importedAt }) => <DateText instant={importedAt} as="exact" /> },
              {
                id: 'remove', header: t('priceLists.actions'),
                cell: (list) => (
                  <Button
                    appearance="subtle" size="small" icon={<Delete20Regular />} title={t('priceLists.remove')}
                    aria-label={t('priceLists.removeList', { name: nameOf(list) })} onClick={() => setLeaving(list)}
                  />
                ),
              },
            ]}
          />
        )}
      </div>
      <ConfirmDialog
        isOpen={leaving !== undefined}
        title={leaving === undefined ? '' : t('priceLists.removeTitle', { name: nameOf(leaving) })}
        confirmLabel={t('priceLists.remove')}
        onConfirm={remove}
        onCancel={() => setLeaving(undefined)}
      >
        {t(leaving?.source === 'file' ? 'priceLists.removeFileHint' : 'priceLists.removeServerHint')}
      </ConfirmDialog>
    </Panel>
  );
}
