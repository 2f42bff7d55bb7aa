import { useSearchParams } from 'react-router';
import { ListDetail } from '../../../ui/list-detail.tsx';
import { RequestDetails } from './request-details.tsx';
import { RequestList } from './request-list.tsx';
import { useRequests } from './use-requests.ts';

/** The list of partnership requests, with the chosen one (`?request=`) beside it. */
export function RequestsPage() {
  const [search] = useSearchParams();
  const id = search.get('request');
  const all = useRequests();
  const chosen = all?.find(({ request }) => request.id === id);
  return (
    <ListDetail
      list={(isSide) => <RequestList all={all} isSide={isSide} currentId={id} />}
      detail={chosen === undefined ? undefined : <RequestDetails key={chosen.request.id} shown={chosen} />}
    />
  );
}
