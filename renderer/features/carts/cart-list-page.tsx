import { Cart24Regular, Delete16Regular } from '@fluentui/react-icons';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { cartTotals } from '../../../shared/domain/cart/totals.ts';
import type { CartDraft } from '../../../shared/domain/draft.ts';
import type { ResellerStanding } from '../../../shared/domain/partnership/reseller-standing.ts';
import { useLive, useServices } from '../../platform/services.tsx';
import { useResellerStanding } from '../../platform/use-reseller-standing.ts';
import { useFormat } from '../../text/use-format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { Page } from '../../ui/page.tsx';
import { ResellerFlag } from '../../ui/reseller-flag.tsx';
import { CancelCart } from './cancel-cart.tsx';

/** Carts that are being prepared, the one touched last on top. */
export function CartListPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { work } = useServices();
  const [dropping, setDropping] = useState<CartDraft>();
  const standingOf = useResellerStanding();
  const drafts = useLive((store) => store.drafts(), []);
  const carts = (drafts ?? [])
    .filter((draft): draft is CartDraft => draft.kind === 'cart' && draft.state === 'open')
    .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  const columns: readonly Column<CartDraft>[] = [
    { id: 'customer', header: t('carts.customer'), width: 'minmax(160px, 2fr)', cell: (cart) => cart.customerName },
    {
      id: 'reseller',
      header: t('resellerChoice.resellerLabel'),
      width: 'minmax(140px, 1.8fr)',
      cell: (cart) => <CartReseller cart={cart} standing={standingOf(cart.reseller)} />,
    },
    { id: 'lines', header: t('carts.lines'), width: '72px', align: 'end', cell: (cart) => format.number(cart.lines.length) },
    { id: 'total', header: t('carts.total'), width: 'minmax(150px, 1fr)', align: 'end', cell: (cart) => <Totals cart={cart} /> },
    { id: 'age', header: t('carts.changed'), width: '140px', cell: (cart) => <DateText instant={cart.updatedAt} /> },
    {
      id: 'drop',
      header: '',
      width: '48px',
      align: 'end',
      cell: (cart) => (
        <Button
          size="small"
          appearance="subtle"
          icon={<Delete16Regular />}
          aria-label={t('carts.dropNamed', { name: cart.customerName })}
          onClick={(event) => {
            event.stopPropagation();
            setDropping(cart);
          }}
        />
      ),
    },
  ];
  const newCart = (
    <LinkButton to="/carts/new" appearance="primary">
      {t('carts.newCart')}
    </LinkButton>
  );
  const drop = async (cart: CartDraft): Promise<void> => {
    await work.dropDraft(cart.id);
    setDropping(undefined);
  };
  return (
    <Page title={t('nav.carts')} subtitle={t('carts.subtitle')} actions={newCart} isFilled>
      {drafts === undefined && <ListSkeleton />}
      {drafts !== undefined && carts.length === 0 && (
        <EmptyState icon={<Cart24Regular />} title={t('carts.none.title')} text={t('carts.none.text')} actions={newCart} />
      )}
      {carts.length > 0 && (
        <DataTable
          label={t('nav.carts')}
          columns={columns}
          rowCount={carts.length}
          rowAt={(index) => carts[index]}
          rowKey={(cart) => cart.id}
          onOpen={(cart) => void navigate(`/carts/${cart.id}`)}
        />
      )}
      {dropping !== undefined && (
        <CancelCart isOpen cart={dropping} onStay={() => setDropping(undefined)} onDrop={() => void drop(dropping)} />
      )}
    </Page>
  );
}

/** Who is credited; flagged when it is gone or refused meanwhile. */
function CartReseller({ cart: { reseller }, standing }: { readonly cart: CartDraft; readonly standing: ResellerStanding | undefined }) {
  const { t } = useTranslation();
  if (reseller === undefined) return '–';
  if (reseller.kind === 'direct') return t('resellerChoice.noneDirect');
  return <span title={reseller.name}>{reseller.name} <ResellerFlag standing={standing} /></span>;
}

function Totals({ cart }: { readonly cart: CartDraft }) {
  const { t } = useTranslation();
  const [first, ...others] = cartTotals(cart.lines, cart.currency);
  if (first === undefined) return '–';
  return (
    <span>
      <MoneyText money={first.total} /> {t(`carts.per.${first.billingCycle}`)}
      {others.length > 0 && ' +'}
    </span>
  );
}
