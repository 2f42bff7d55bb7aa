import { useParams } from 'react-router';
import { ListDetail } from '../../ui/list-detail.tsx';
import { CustomerList } from './customer-list.tsx';
import { CustomerPage } from './customer-page.tsx';
import { PendingCustomer } from './pending-customer.tsx';

/** A customer that is not on the server yet has its operation's id behind this in its address. */
const pendingPrefix = 'pending-';

/** The list of customers, with the chosen one beside it. */
export function CustomersScreen() {
  const { id } = useParams();
  return (
    <ListDetail
      list={(isSide) => <CustomerList isSide={isSide} currentId={id} />}
      detail={id === undefined ? undefined : detailOf(id)}
    />
  );
}

function detailOf(id: string) {
  if (id.startsWith(pendingPrefix)) return <PendingCustomer key={id} operationId={id.slice(pendingPrefix.length)} />;
  return <CustomerPage key={id} id={id} />;
}
