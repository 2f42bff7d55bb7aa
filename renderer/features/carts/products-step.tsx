import { Field, Select, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newLine, offerKeyOf, seatRange } from '../../../shared/domain/cart/line-rules.ts';
import type { Offer } from '../../../shared/domain/catalogue/offer.ts';
import { currencyOf } from '../../../shared/domain/customer/country-fallback.ts';
import { isActive } from '../../../shared/domain/reseller/reseller.ts';
import { useMirror } from '../../platform/services.tsx';
import { useFormat } from '../../text/use-format.ts';
import { HiddenText } from '../../ui/hidden-text.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ResellerChoice } from '../../ui/reseller-choice.tsx';
import { ResellerFacts } from '../../ui/reseller-facts.tsx';
import { AboutCart } from './about/about-cart.tsx';
import { CartLineCard } from './cart-line-card.tsx';
import { CatalogueSearch } from './catalogue-search.tsx';
import type { CartState } from './use-cart.ts';

const useStyles = makeStyles({
  lines: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  empty: { margin: 0 },
});

export interface ProductsStepProps {
  readonly state: CartState;
  /** False when nothing on this computer says which country the customer is in. */
  readonly isMarketKnown: boolean;
  readonly isChecked: boolean;
}

/** What is bought, and who is credited for it. */
export function ProductsStep({ state, isMarketKnown, isChecked }: ProductsStepProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const { cart, change, catalogue, reseller, ownedSeats, problems } = state;
  const resellerName = cart.reseller?.kind === 'reseller' ? cart.reseller.name : '';

  const add = (offer: Offer): void => {
    const line = newLine(offer, cart.lines, cart.reseller);
    if (!line.ok) {
      setSaid(t(`carts.notAdded.${line.error}`, { title: offer.title }));
      return;
    }
    const currency = cart.lines.length === 0 ? (line.value.unitPrice?.currency ?? cart.currency) : cart.currency;
    change({ lines: [...cart.lines, line.value], currency, ...(offer.listDate === undefined ? {} : { listDate: offer.listDate }) });
    setSaid(t('carts.added', { title: offer.title, count: cart.lines.length + 1 }));
  };
  const remove = (id: number, title: string): void => {
    change({ lines: cart.lines.filter((line) => line.id !== id) });
    setSaid(t('carts.removed', { title }));
  };
  const error = !reseller.chosen.ok && isChecked ? t(`resellerChoice.error.${reseller.chosen.error}`) : undefined;
  return (
    <>
      <Panel title={t('newCustomer.resellerTitle')}>
        <ResellerChoice purpose="order" options={reseller.options} pick={reseller.pick} onPick={state.pickReseller} error={error}>
          {reseller.row !== undefined && (
            <ResellerFacts partnerId={reseller.row.partnerId} isActive={isActive(reseller.row)} readAt={reseller.readAt} verdict={reseller.verdict} />
          )}
        </ResellerChoice>
      </Panel>
      {!isMarketKnown && cart.lines.length === 0 && <MarketChoice state={state} />}
      <Panel title={t('carts.addProducts')}>
        <CatalogueSearch market={cart.market} onAdd={add} />
      </Panel>
      <Panel title={t('carts.inCart', { count: cart.lines.length })}>
        {cart.lines.length === 0 && <p className={styles.empty}>{t('carts.emptyCart')}</p>}
        <ul className={styles.lines} aria-label={t('carts.linesLabel')}>
          {cart.lines.map((line) => {
            const offer = catalogue.offers.get(offerKeyOf(cart.market, line));
            return (
              <CartLineCard
                key={line.id}
                line={line}
                offer={offer}
                range={offer && seatRange(offer, line, cart.lines, ownedSeats)}
                resellerName={resellerName}
                problems={problems.filter((problem) => problem.lineId === line.id)}
                onChange={(next) => change({ lines: cart.lines.map((one) => (one.id === next.id ? next : one)) })}
                onRemove={() => remove(line.id, line.title)}
              />
            );
          })}
        </ul>
      </Panel>
      <AboutCart state={state} />
      <HiddenText><span role="status">{said}</span></HiddenText>
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
