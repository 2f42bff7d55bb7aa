import { MenuDivider, MenuItem } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { choiceProblem, EndChoice } from '../../../../shared/domain/renewal/choice.ts';
import { isBefore } from '../../../../shared/instant.ts';
import type { Instant } from '../../../../shared/instant.ts';
import type { End } from '../../../platform/read-ends.ts';
import { useFormat } from '../../../text/use-format.ts';
import { subscriptionPath } from '../../../ui/paths.ts';
import { RowMenu } from '../../../ui/row-menu.tsx';
import { productOf } from './end-words.ts';

export interface EndingMenuProps {
  readonly end: End;
  readonly now: Instant;
  readonly onChoose: (choice: EndChoice) => void;
  readonly onPortal: () => void;
}

/** What can be done about one end. */
export function EndingMenu({ end, now, onChoose, onPortal }: EndingMenuProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { row: { subscription, customerId, customerName }, renewal } = end;
  const label = t('ending.menu.of', { product: productOf(end), customer: customerName });
  const open = (): void => void navigate(subscriptionPath(customerId, subscription.id));
  const until = subscription.cancellableUntil;
  return (
    <RowMenu label={label}>
      {EndChoice.options.map((choice) => (
        <MenuItem key={choice} disabled={choiceProblem(subscription, renewal, choice, now) !== undefined} onClick={() => onChoose(choice)}>
          {t(`ending.menu.${choice}`)}
        </MenuItem>
      ))}
      <MenuDivider />
      <MenuItem onClick={open}>{t('ending.menu.change')}</MenuItem>
      {until !== undefined && isBefore(now, until) && (
        <MenuItem onClick={open}>{t('ending.menu.cancel', { date: format.dateTime(until) })}</MenuItem>
      )}
      <MenuItem onClick={onPortal}>{t('ending.menu.portal')}</MenuItem>
    </RowMenu>
  );
}
