import { useTranslation } from 'react-i18next';
import type { Column } from '../../../ui/data-table.tsx';
import { DateText } from '../../../ui/date-text.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import { reminderPath } from './reminder-path.ts';
import { RequestState } from './request-state.tsx';
import type { ShownRequest } from './use-requests.ts';

/** Columns of the list of requests; only the telling ones when there is little room. */
export function useRequestColumns(isSide: boolean): readonly Column<ShownRequest>[] {
  const { t } = useTranslation();
  const name: Column<ShownRequest> = {
    id: 'name', header: t('reseller.name'), width: 'minmax(160px, 2fr)', cell: ({ request }) => request.reseller.name,
  };
  const state: Column<ShownRequest> = {
    id: 'state', header: t('reseller.status'), width: 'minmax(190px, 1.4fr)', cell: ({ request }) => <RequestState request={request} />,
  };
  const asks: Column<ShownRequest> = {
    id: 'asks', header: t('requests.asks'), width: 'minmax(150px, 1.2fr)',
    cell: ({ request, isReminderDue, answers }) => {
      if (answers.length > 0) return <StatusMark kind="attention">{t('requests.isItThis')}</StatusMark>;
      if (!isReminderDue) return '';
      return (
        <StatusMark kind="attention">
          {t('requests.due')} <TextLink to={reminderPath(request.id)} isInline>{t('requests.remind')}</TextLink>
        </StatusMark>
      );
    },
  };
  if (isSide) return [name, state];
  return [
    name,
    { id: 'email', header: t('partnershipRequest.email'), width: 'minmax(160px, 1.6fr)', cell: ({ request }) => request.reseller.email },
    state,
    asks,
    { id: 'age', header: t('requests.age'), width: '132px', cell: ({ request }) => <DateText instant={request.sentAt ?? request.createdAt} /> },
  ];
}
