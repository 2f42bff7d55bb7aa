import { useTranslation } from 'react-i18next';
import { isWithinDays } from '../../../shared/domain/renewal/end-of-term.ts';
import { moneyOfEnds } from '../../../shared/domain/renewal/money-of-ends.ts';
import { useEnds } from '../../platform/use-ends.ts';
import { useFormat } from '../../text/use-format.ts';
import { Panel } from '../../ui/panel.tsx';
import { endsPath } from '../../ui/paths.ts';
import { WorkList } from './work-list.tsx';

const soonDays = 30;

/** How many subscriptions end within 30 days and nobody decided, and what doing nothing costs (failure story F35). Nothing when none does. */
export function EndingPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const { ends, now } = useEnds();
  const open = (ends ?? []).filter(({ isDecided, renewal }) => !isDecided && isWithinDays(renewal.decideBy, now, soonDays));
  const { perMonth, unknown } = moneyOfEnds(open.map(({ renewal }) => renewal.cost));
  if (open.length === 0) return null;
  const item = {
    id: 'ends', to: endsPath, title: t('ending.home.soon', { count: open.length }),
    detail: (
      <>
        {perMonth.length > 0 && <span>{t('ending.home.money', { money: perMonth.map((money) => format.money(money)).join(' + ') })}</span>}
        {unknown > 0 && <span>{t('ending.home.unpriced', { count: unknown })}</span>}
      </>
    ),
  };
  return <Panel title={t('ending.home.title')} tone="attention"><WorkList noneText="" items={[item]} /></Panel>;
}
