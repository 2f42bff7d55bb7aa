import { Button, Select } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { fates } from '../../../../shared/domain/renewal/end-of-term.ts';
import { useMirror } from '../../../platform/services.tsx';
import { useFormat } from '../../../text/use-format.ts';
import { endWindows, isNarrowed, narrowEnds, showAllEnds, useEndingView } from './ending-view-store.ts';

/** Narrows the board: by window, reseller, what happens, and whether somebody decided. */
export function EndingFilters() {
  const { t } = useTranslation();
  const format = useFormat();
  const view = useEndingView();
  const resellers = useMirror(['resellers'], (mirror) => mirror.resellers(), []) ?? [];
  const byName = resellers.toSorted((a, b) => format.compare(a.name, b.name));
  return (
    <>
      <Select aria-label={t('ending.filter.window')} value={view.days} onChange={(_event, data) => narrowEnds({ days: data.value })}>
        {endWindows.map((days) => <option key={days} value={days}>{t('ending.filter.days', { count: Number(days) })}</option>)}
      </Select>
      <Select aria-label={t('ending.filter.fate')} value={view.fate} onChange={(_event, data) => narrowEnds({ fate: data.value })}>
        <option value="">{t('ending.filter.anyFate')}</option>
        {fates.map((fate) => <option key={fate} value={fate}>{t(`ending.fateShort.${fate}`)}</option>)}
      </Select>
      <Select
        aria-label={t('ending.filter.decision')}
        value={view.decision}
        onChange={(_event, { value }) => narrowEnds({ decision: value === 'undecided' || value === 'decided' ? value : '' })}
      >
        <option value="">{t('ending.filter.anyDecision')}</option>
        <option value="undecided">{t('ending.filter.undecided')}</option>
        <option value="decided">{t('ending.filter.decided')}</option>
      </Select>
      <Select aria-label={t('ending.filter.reseller')} value={view.reseller} onChange={(_event, data) => narrowEnds({ reseller: data.value })}>
        <option value="">{t('ending.filter.anyReseller')}</option>
        <option value="none">{t('ending.filter.noReseller')}</option>
        {byName.flatMap(({ id, name, partnerId }) => (partnerId === '' ? [] : [<option key={id} value={partnerId}>{name}</option>]))}
      </Select>
      {isNarrowed(view) && <Button size="small" appearance="subtle" onClick={showAllEnds}>{t('ending.filter.clear')}</Button>}
    </>
  );
}
