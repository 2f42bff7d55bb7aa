import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lineTotal } from '../../../../shared/domain/cart/prices.ts';
import type { Promotion } from '../../../../shared/domain/catalogue/promotion.ts';
import { useFormat } from '../../../text/use-format.ts';
import { DateText } from '../../../ui/date-text.tsx';
import { HiddenText } from '../../../ui/hidden-text.tsx';
import { MoneyText } from '../../../ui/money-text.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { useKeptFocus } from '../../../ui/use-kept-focus.ts';
import type { CartState } from '../use-cart.ts';
import { repricing } from './repricing.ts';
import type { Repricing } from './repricing.ts';

const useStyles = makeStyles({
  body: { whiteSpace: 'normal' },
  /** Takes no room of its own where there is nothing to see. */
  unseen: { position: 'absolute' },
});
const noPromotions: readonly Promotion[] = [];

/** A cart that was priced from an older list: what today's prices would change, and the button that takes them. */
export function RepriceNotice({ state }: { readonly state: CartState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { cart, catalogue, promotions = noPromotions } = state;
  const [isTaken, setTaken] = useState(false);
  const found = repricing(cart, catalogue.offers, promotions);
  const kept = useKeptFocus();
  return (
    <div {...kept} className={found === undefined ? styles.unseen : undefined}>
      <HiddenText><span role="status">{isTaken && found === undefined ? t('carts.reprice.taken') : ''}</span></HiddenText>
      {found !== undefined && <Changes state={state} found={found} onTake={() => setTaken(true)} />}
    </div>
  );
}

interface ChangesProps {
  readonly state: CartState;
  readonly found: Repricing;
  readonly onTake: () => void;
}

function Changes({ state: { cart, change }, found: { lines, changed, listDate }, onTake }: ChangesProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const take = (): void => {
    onTake();
    change({ lines, ...(listDate === undefined ? {} : { listDate }) });
  };
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{t('carts.reprice.title')}</MessageBarTitle>
        <div>
          {t('carts.reprice.ours')} {cart.listDate === undefined ? t('carts.reprice.unknown') : <DateText instant={cart.listDate} as="date" />}.{' '}
          {listDate !== undefined && <>{t('carts.reprice.newest')} <DateText instant={listDate} as="date" />. </>}
          {t('carts.reprice.changes', { count: changed.length })}
        </div>
        {changed.length > 0 && (
          <PlainTable
            label={t('carts.reprice.title')}
            rows={changed}
            rowKey={({ before }) => `${before.id}`}
            columns={[
              { id: 'title', header: t('carts.product'), canWrap: true, cell: ({ before }) => before.title },
              { id: 'seats', header: t('carts.seats'), align: 'end', cell: ({ before }) => format.number(before.quantity) },
              { id: 'before', header: t('carts.reprice.before'), align: 'end', cell: ({ before }) => <MoneyText money={lineTotal(before)} /> },
              { id: 'after', header: t('carts.reprice.after'), align: 'end', cell: ({ after }) => <MoneyText money={lineTotal(after)} /> },
              {
                id: 'difference',
                header: t('carts.reprice.difference'),
                align: 'end',
                cell: ({ difference, after }) => (
                  <><MoneyText money={difference} /> {difference !== undefined && t(`carts.per.${after.billingCycle}`)}</>
                ),
              },
            ]}
          />
        )}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={take}>{t('carts.reprice.take')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
