import { useParams } from 'react-router';
import { ListDetail } from '../../ui/list-detail.tsx';
import { ResellerDetail } from './reseller-detail.tsx';
import { ResellerList } from './reseller-list.tsx';

/** The list of resellers, with the chosen one beside it. */
export function ResellersScreen() {
  const { id } = useParams();
  return (
    <ListDetail
      list={(isSide) => <ResellerList isSide={isSide} currentId={id} />}
      detail={id === undefined ? undefined : <ResellerDetail key={id} id={id} />}
    />
  );
}
