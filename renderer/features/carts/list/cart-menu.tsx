import { MenuItem } from '@fluentui/react-components';
import { Copy16Regular, Delete16Regular, DocumentText16Regular, Rename16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { CartDraft } from '../../../../shared/domain/draft.ts';
import { RowMenu } from '../../../ui/row-menu.tsx';
import { cartName } from './cart-rows.ts';

export interface CartMenuProps {
  readonly cart: CartDraft;
  readonly onRename: () => void;
  readonly onCopy: () => void;
  readonly onQuote: () => void;
  readonly onDrop: () => void;
}

/** What can be done with a cart of the list. */
export function CartMenu({ cart, onRename, onCopy, onQuote, onDrop }: CartMenuProps) {
  const { t } = useTranslation();
  const label = t('carts.list.actionsOf', { name: cartName(t, cart), customer: cart.customerName });
  return (
    <RowMenu label={label}>
      <MenuItem icon={<Rename16Regular />} onClick={onRename}>{t('carts.list.rename')}</MenuItem>
      <MenuItem icon={<Copy16Regular />} onClick={onCopy}>{t('carts.list.copy')}</MenuItem>
      <MenuItem icon={<DocumentText16Regular />} onClick={onQuote}>{t('quote.ofCart')}</MenuItem>
      <MenuItem icon={<Delete16Regular />} onClick={onDrop}>{t('carts.list.drop')}</MenuItem>
    </RowMenu>
  );
}
