import { Field, Select } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { currencyOf } from '../../../shared/domain/customer/country-fallback.ts';
import { useMirror } from '../../platform/services.tsx';
import { useFormat } from '../../text/use-format.ts';
import { HiddenText } from '../../ui/hidden-text.tsx';
import { Panel } from '../../ui/panel.tsx';
import { AboutCart } from './about/about-cart.tsx';
import { CatalogueSearch } from './catalogue-search.tsx';
import { AddonBaseDialog } from './lines/addon-base-dialog.tsx';
import { CartLines } from './lines/cart-lines.tsx';
import { useLines } from './lines/use-lines.ts';
import { OrderResellerPanel } from './order-reseller-panel.tsx';
import { RepriceNotice } from './reprice/reprice-notice.tsx';
import type { CartState } from './use-cart.ts';

export interface ProductsStepProps {
  readonly state: CartState;
  /** False when nothing on this computer says which country the customer is in. */
  readonly isMarketKnown: boolean;
  readonly isChecked: boolean;
}

/** What is bought, and who is credited for it. */
export function ProductsStep({ state, isMarketKnown, isChecked }: ProductsStepProps) {
  const { t } = useTranslation();
  const { cart } = state;
  const lines = useLines(state);
  const { asking } = lines;
  return (
    <>
      <RepriceNotice state={state} />
      <OrderResellerPanel state={state} isChecked={isChecked} />
      {!isMarketKnown && cart.lines.length === 0 && <MarketChoice state={state} />}
      <Panel title={t('carts.addProducts')}>
        <CatalogueSearch market={cart.market} onAdd={lines.add} />
      </Panel>
      <CartLines state={state} commands={lines.commands} />
      <AboutCart state={state} />
      <HiddenText><span role="status">{lines.said}</span></HiddenText>
      {asking !== undefined && (
        <AddonBaseDialog
          addon={asking}
          state={state}
          onCancel={lines.stopAsking}
          onAdd={(base) => {
            lines.stopAsking();
            lines.commands.addAddon(asking, base);
          }}
        />
      )}
    </>
  );
}

/** The customer was never opened online, so its country is a guess: the user may correct it before adding lines. */
function MarketChoice({ state }: { readonly state: CartState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { cart, change } = state;
  const pulled = useMirror(['catalogue', 'status'], (mirror) => mirror.catalogueCountries(), []) ?? [];
  const countries = [...new Set([cart.market, ...pulled])].toSorted((a, b) => format.compare(format.country(a), format.country(b)));
  return (
    <Panel title={t('carts.marketTitle')}>
      <Field label={t('newCustomer.field.country')} hint={t('carts.marketHint')}>
        <Select value={cart.market} onChange={(_event, data) => change({ market: data.value, currency: currencyOf(data.value) })}>
          {countries.map((country) => <option key={country} value={country}>{format.country(country)}</option>)}
        </Select>
      </Field>
    </Panel>
  );
}
