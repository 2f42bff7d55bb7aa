import { Menu, MenuButton, MenuItemRadio, MenuList, MenuPopover, MenuTrigger, makeStyles } from '@fluentui/react-components';
import { CalendarLtr16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { CartLine } from '../../../../shared/domain/cart/cart-line.ts';
import type { EndDateChoice } from '../../../../shared/domain/cart/end-dates.ts';
import type { Instant } from '../../../../shared/instant.ts';
import { useFormat } from '../../../text/use-format.ts';
import { HiddenText } from '../../../ui/hidden-text.tsx';
import { dayShown } from './day-shown.ts';

const useStyles = makeStyles({ list: { maxHeight: '320px', overflowY: 'auto' } });

export interface EndDateMenuProps {
  readonly line: CartLine;
  readonly choices: readonly EndDateChoice[];
  readonly onChange: (line: CartLine) => void;
}

const withEnd = ({ customTermEnd: _before, ...line }: CartLine, at: Instant | undefined): CartLine =>
  at === undefined ? line : { ...line, customTermEnd: at };

/** When the first term ends: as long as it is, or early, with a month or with a subscription the customer has. */
export function EndDateMenu({ line, choices, onChange }: EndDateMenuProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const day = (at: Instant): string => format.date(dayShown(at));
  return (
    <Menu
      checkedValues={{ end: [line.customTermEnd ?? ''] }}
      onCheckedValueChange={(_event, { checkedItems }) =>
        onChange(withEnd(line, choices.find((choice) => choice.at === checkedItems[0])?.at))}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small" appearance="subtle" icon={<CalendarLtr16Regular />}>
          {line.customTermEnd === undefined ? t('carts.end.full') : t('carts.end.early', { date: day(line.customTermEnd) })}
          <HiddenText> {line.title}</HiddenText>
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList className={styles.list}>
          <MenuItemRadio name="end" value="">{t('carts.end.fullChoice')}</MenuItemRadio>
          {choices.map((choice) => (
            <MenuItemRadio
              key={choice.at}
              name="end"
              value={choice.at}
              subText={choice.reason === 'month-end' ? t('carts.end.monthEnd') : t('carts.end.with', { name: choice.name ?? '' })}
            >
              {day(choice.at)}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
