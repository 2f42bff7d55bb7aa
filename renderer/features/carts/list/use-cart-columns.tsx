import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { cartTotals } from '../../../../shared/domain/cart/totals.ts';
import type { CartDraft } from '../../../../shared/domain/draft.ts';
import type { ResellerStanding } from '../../../../shared/domain/partnership/reseller-standing.ts';
import { useResellerStanding } from '../../../platform/use-reseller-standing.ts';
import { useFormat } from '../../../text/use-format.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { DateText } from '../../../ui/date-text.tsx';
import { HiddenText } from '../../../ui/hidden-text.tsx';
import { MoneyText } from '../../../ui/money-text.tsx';
import { ResellerFlag } from '../../../ui/reseller-flag.tsx';
import { cartContent, cartName } from './cart-rows.ts';
import type { CartRow } from './cart-rows.ts';

const useStyles = makeStyles({
  soft: { color: tokens.colorNeutralForeground2 },
  strong: { fontWeight: tokens.fontWeightSemibold },
});

/** The columns of the list of carts, but for what can be done with one. */
export function useCartColumns(): readonly Column<CartRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const standingOf = useResellerStanding();
  return [
    { id: 'customer', header: t('carts.customer'), width: 'minmax(150px, 1.6fr)', cell: (row) => <CustomerCell row={row} /> },
    { id: 'cart', header: t('carts.cart'), width: 'minmax(170px, 2fr)', cell: ({ cart }) => <WhatCell cart={cart} /> },
    {
      id: 'reseller',
      header: t('resellerChoice.resellerLabel'),
      width: 'minmax(120px, 1.3fr)',
      cell: ({ cart }) => <CartReseller cart={cart} standing={standingOf(cart.reseller)} />,
    },
    { id: 'lines', header: t('carts.lines'), width: '60px', align: 'end', cell: ({ cart }) => format.number(cart.lines.length) },
    { id: 'total', header: t('carts.total'), width: '190px', align: 'end', cell: ({ cart }) => <Totals cart={cart} /> },
    { id: 'age', header: t('carts.changed'), width: '116px', cell: ({ cart }) => <DateText instant={cart.updatedAt} /> },
  ];
}

/** The customer's name at the first of its carts; the others say it to screen readers. */
function CustomerCell({ row: { cart, isFirst, siblings } }: { readonly row: CartRow }) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (!isFirst) return <HiddenText>{cart.customerName}</HiddenText>;
  return (
    <span title={cart.customerName}>
      <span>{cart.customerName}</span>
      {siblings > 1 && <span className={styles.soft}>{' '}{t('carts.list.siblings', { count: siblings })}</span>}
    </span>
  );
}

function WhatCell({ cart }: { readonly cart: CartDraft }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const facts = [
    ...(cart.purchaseOrderReference === undefined ? [] : [t('carts.list.reference', { reference: cart.purchaseOrderReference })]),
    ...(cart.name === undefined ? [] : [cartContent(t, cart)]),
  ];
  const name = cartName(t, cart);
  return (
    <span title={[name, ...facts].join(' · ')}>
      <span className={cart.name === undefined ? undefined : styles.strong}>{name}</span>
      {facts.map((fact) => <span key={fact} className={styles.soft}> · {fact}</span>)}
    </span>
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
