import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { priceToleranceSetting, toleranceOf } from '../../../shared/domain/cart/price-tolerance.ts';
import { useLive, useServices } from '../../platform/services.tsx';
import { Panel } from '../../ui/panel.tsx';

/** How much a price may move before a person is asked. What is no percentage is said, and not kept. */
export function OrderPanel() {
  const { t } = useTranslation();
  const { work } = useServices();
  const stored = useLive(async (store) => ({ percent: (await store.setting(priceToleranceSetting)) ?? '0' }), []);
  const [typed, setTyped] = useState<string>();
  if (stored === undefined) return null;
  const text = typed ?? stored.percent;
  const isWrong = toleranceOf(text) === undefined;
  const change = (next: string): void => {
    setTyped(next);
    if (toleranceOf(next) !== undefined) void work.saveSetting(priceToleranceSetting, next.trim());
  };
  return (
    <Panel title={t('settings.orders')}>
      <Field
        label={t('settings.priceTolerance')}
        hint={t('settings.priceToleranceHint')}
        {...(isWrong && { validationState: 'error', validationMessage: t('settings.priceToleranceWrong') })}
      >
        <Input value={text} inputMode="decimal" maxLength={5} contentAfter="%" onChange={(_event, data) => change(data.value)} />
      </Field>
    </Panel>
  );
}
