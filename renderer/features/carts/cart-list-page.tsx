import { Cart24Regular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CartDraft } from '../../../shared/domain/draft.ts';
import { useLive } from '../../platform/services.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column, TableHandle } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { HiddenText } from '../../ui/hidden-text.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { ListToolbar } from '../../ui/list-toolbar.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { CancelCart } from './cancel-cart.tsx';
import { CartMenu } from './list/cart-menu.tsx';
import { cartRows } from './list/cart-rows.ts';
import type { CartRow } from './list/cart-rows.ts';
import { RenameCart } from './list/rename-cart.tsx';
import { useCartColumns } from './list/use-cart-columns.tsx';
import { useCartList } from './list/use-cart-list.ts';

/** Carts that are being prepared, several for one customer where need be. */
export function CartListPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  const [asked, setAsked] = useState<{ readonly what: 'rename' | 'drop'; readonly cart: CartDraft }>();
  const table = useRef<TableHandle>(null);
  const commands = useCartList();
  const drafts = useLive((store) => store.drafts(), []);
  const carts = (drafts ?? []).filter((draft): draft is CartDraft => draft.kind === 'cart' && draft.state === 'open');
  const rows = cartRows(carts, search);
  const columns: readonly Column<CartRow>[] = [
    ...useCartColumns(),
    {
      id: 'actions',
      header: '',
      width: '48px',
      align: 'end',
      cell: ({ cart }) => (
        <CartMenu
          cart={cart}
          onCopy={() => void commands.copy(cart)}
          onQuote={() => void navigate(`/quotes/${cart.id}`)}
          onRename={() => setAsked({ what: 'rename', cart })}
          onDrop={() => setAsked({ what: 'drop', cart })}
        />
      ),
    },
  ];
  const allQuotes = <LinkButton to="/quotes">{t('quote.listTitle')}</LinkButton>;
  const newCart = <LinkButton to="/carts/new" appearance="primary">{t('carts.newCart')}</LinkButton>;
  const close = (): void => setAsked(undefined);
  const hadQuestion = useRef(false);
  useEffect(() => {
    // The menu that asked may be gone with its row.
    if (hadQuestion.current && asked === undefined) table.current?.focus();
    hadQuestion.current = asked !== undefined;
  }, [asked]);
  return (
    <Page title={t('nav.carts')} subtitle={t('carts.subtitle')} actions={<>{allQuotes}{newCart}</>} isFilled>
      {drafts === undefined && <ListSkeleton />}
      {drafts !== undefined && carts.length === 0 && (
        <EmptyState icon={<Cart24Regular />} title={t('carts.none.title')} text={t('carts.none.text')} actions={newCart} />
      )}
      {carts.length > 0 && (
        <>
          <ListToolbar count={t('carts.list.count', { count: rows.length })}>
            <SearchField label={t('carts.list.search')} value={search} onChange={setSearch} onEnterList={() => table.current?.focus()} />
          </ListToolbar>
          <DataTable
            label={t('nav.carts')}
            handle={table}
            columns={columns}
            rowCount={rows.length}
            rowAt={(index) => rows[index]}
            rowKey={({ cart }) => cart.id}
            resetKey={search}
            noneText={t('ui.noMatch', { text: search })}
            onOpen={({ cart }) => void navigate(`/carts/${cart.id}`)}
          />
        </>
      )}
      <HiddenText><span role="status">{commands.said}</span></HiddenText>
      {asked?.what === 'rename' && (
        <RenameCart cart={asked.cart} onCancel={close} onRename={(name) => void commands.rename(asked.cart, name).then(close)} />
      )}
      {asked?.what === 'drop' && (
        <CancelCart isOpen cart={asked.cart} onStay={close} onDrop={() => void commands.drop(asked.cart).then(close)} />
      )}
    </Page>
  );
}
