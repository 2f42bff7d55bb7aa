import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger, makeStyles } from '@fluentui/react-components';
import { PuzzlePiece16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { CartLine } from '../../../../shared/domain/cart/cart-line.ts';
import type { Offer } from '../../../../shared/domain/catalogue/offer.ts';
import { HiddenText } from '../../../ui/hidden-text.tsx';
import { useFromPrice } from '../use-from-price.ts';

const useStyles = makeStyles({ list: { maxHeight: '320px', overflowY: 'auto' } });

export interface AddonMenuProps {
  readonly line: CartLine;
  readonly addons: readonly Offer[];
  readonly onAdd: (addon: Offer) => void;
}

/** The add-ons of the catalogue that fit this line; the chosen one is put under it. */
export function AddonMenu({ line, addons, onAdd }: AddonMenuProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const fromPrice = useFromPrice();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small" appearance="subtle" icon={<PuzzlePiece16Regular />}>
          {t('carts.addon.add')}<HiddenText> {line.title}</HiddenText>
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList className={styles.list}>
          {addons.map((addon) => (
            <MenuItem key={addon.key} subText={fromPrice(addon)} onClick={() => onAdd(addon)}>{addon.title}</MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
