import { DocumentText24Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { quoteNumber } from '../../../shared/domain/quote/quote-number.ts';
import type { Quote } from '../../../shared/domain/quote/quote.ts';
import { useLive } from '../../platform/services.tsx';
import { useFormat } from '../../text/use-format.ts';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { Page } from '../../ui/page.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { middayOf } from './quote-days.ts';

/** Every quote made, the last version of each cart; also of carts that were bought or thrown away. */
export function QuoteListPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const quotes = useLive((work) => work.quotes.all(), []);
  const latest = [...Map.groupBy(quotes ?? [], ({ draftId }) => draftId).values()].flatMap((versions) => versions.slice(0, 1));
  return (
    <Page title={t('quote.listTitle')} subtitle={t('quote.subtitle')} breadcrumbs={[{ label: t('nav.carts'), to: '/carts' }]}>
      {quotes === undefined && <ListSkeleton />}
      {quotes?.length === 0 && (
        <EmptyState
          icon={<DocumentText24Regular />} title={t('quote.none.title')} text={t('quote.none.text')}
          actions={<LinkButton to="/carts" appearance="primary">{t('nav.carts')}</LinkButton>}
        />
      )}
      {latest.length > 0 && (
        <PlainTable<Quote>
          label={t('quote.listTitle')}
          rows={latest}
          rowKey={({ id }) => id}
          columns={[
            {
              id: 'number', header: t('quote.number'),
              cell: (quote) => <TextLink to={`/quotes/${quote.draftId}`}>{quoteNumber(quote)}</TextLink>,
            },
            { id: 'customer', header: t('carts.customer'), canWrap: true, cell: ({ customerName }) => customerName },
            { id: 'lines', header: t('carts.lines'), align: 'end', cell: ({ lines }) => format.number(lines.length) },
            { id: 'made', header: t('quote.madeAt'), cell: ({ madeAt }) => <DateText instant={madeAt} /> },
            { id: 'valid', header: t('quote.paper.validUntil'), cell: ({ validUntil }) => <DateText instant={middayOf(validUntil)} as="date" /> },
          ]}
        />
      )}
    </Page>
  );
}
