import { Menu, MenuButton, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { Tag16Regular } from '@fluentui/react-icons';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CartLine } from '../../../../shared/domain/cart/cart-line.ts';
import { withPromotion } from '../../../../shared/domain/cart/promotions.ts';
import { useFormat } from '../../../text/use-format.ts';
import type { Format } from '../../../text/format.ts';
import { HiddenText } from '../../../ui/hidden-text.tsx';
import type { PromotionOffer } from './promotion-offers.ts';

export interface PromotionMenuProps {
  readonly line: CartLine;
  readonly offers: readonly PromotionOffer[];
  readonly onChange: (line: CartLine) => void;
}

/** Its end, its limits and what it saves, in one line. */
function facts(t: TFunction, format: Format, { promotion, line, saving, seats }: PromotionOffer): string {
  const { endsAt, minimumSeats, maximumSeats, isAutoApplicable } = promotion;
  const number = (value: number | undefined): string => format.number(value ?? 1);
  const percent = format.percent(line.promotion?.discount ?? '0');
  return [
    t('carts.promotion.off', { percent }),
    ...(saving === undefined ? [] : [t('carts.promotion.saves', { amount: format.money(saving), per: t(`carts.per.${line.billingCycle}`) })]),
    ...(maximumSeats === undefined ? [] : [t('carts.promotion.seats', { minimum: number(minimumSeats), maximum: number(maximumSeats) })]),
    ...(maximumSeats === undefined && minimumSeats !== undefined ? [t('carts.promotion.seatsFrom', { minimum: number(minimumSeats) })] : []),
    ...(endsAt === undefined ? [] : [t('carts.promotion.until', { date: format.date(endsAt) })]),
    ...(seats === 'over' ? [t('carts.promotion.over')] : []),
    ...(isAutoApplicable ? [t('carts.promotion.automatic')] : []),
  ].join(' · ');
}

/** Which promotion the line is bought with. Whether this customer may have it is asked when the order is sent. */
export function PromotionMenu({ line, offers, onChange }: PromotionMenuProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { promotion } = line;
  const choose = (id: string | undefined): void => {
    const chosen = offers.find((offer) => offer.promotion.id === id);
    onChange(chosen === undefined ? withPromotion(line, undefined) : chosen.line);
  };
  return (
    <Menu
      checkedValues={{ promotion: [promotion?.id ?? ''] }}
      onCheckedValueChange={(_event, { checkedItems }) => choose(checkedItems[0])}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small" appearance="subtle" icon={<Tag16Regular />}>
          {promotion === undefined
            ? t('carts.promotion.none', { count: offers.length })
            : t('carts.promotion.chosen', { name: promotion.name })}
          <HiddenText> {line.title}</HiddenText>
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemRadio name="promotion" value="">{t('carts.promotion.without')}</MenuItemRadio>
          {offers.map((offer) => (
            <MenuItemRadio
              key={offer.promotion.id}
              name="promotion"
              value={offer.promotion.id}
              disabled={offer.seats === 'under'}
              subText={facts(t, format, offer)}
            >
              {offer.promotion.name}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
