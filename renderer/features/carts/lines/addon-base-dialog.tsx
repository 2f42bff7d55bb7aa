import {
  Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Radio, RadioGroup, makeStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addonBases } from '../../../../shared/domain/cart/addons.ts';
import type { AddonBase } from '../../../../shared/domain/cart/cart-line.ts';
import type { Offer } from '../../../../shared/domain/catalogue/offer.ts';
import { useMirror } from '../../../platform/services.tsx';
import type { CartState } from '../use-cart.ts';
import { termText } from '../term-words.ts';

const useStyles = makeStyles({ add: { whiteSpace: 'nowrap' } });

const baseKey = (base: AddonBase): string => (base.kind === 'line' ? `line ${base.lineId}` : `subscription ${base.subscriptionId}`);

export interface AddonBaseDialogProps {
  readonly addon: Offer;
  readonly state: CartState;
  readonly onAdd: (base: AddonBase) => void;
  readonly onCancel: () => void;
}

/** Asks what an add-on belongs to: a line of the cart, or a subscription the customer has. Where there is none, says what is needed. */
export function AddonBaseDialog({ addon, state, onAdd, onCancel }: AddonBaseDialogProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { cart, subscriptions } = state;
  const bases = addonBases(addon, cart.lines, subscriptions ?? []);
  const [key, setKey] = useState(bases[0] === undefined ? '' : baseKey(bases[0]));
  const chosen = bases.find((base) => baseKey(base) === key);
  const nameOf = (base: AddonBase): string => {
    if (base.kind === 'subscription') return t('carts.addon.baseSubscription', { name: base.name });
    const line = cart.lines.find((one) => one.id === base.lineId);
    return line === undefined ? '' : t('carts.addon.baseLine', { title: line.title, term: termText(t, line) });
  };
  return (
    <Dialog open modalType="modal" onOpenChange={(_event, data) => data.open || onCancel()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t(bases.length === 0 ? 'carts.addon.noBaseTitle' : 'carts.addon.askTitle', { title: addon.title })}</DialogTitle>
          <DialogContent>
            {bases.length === 0 ? (
              <NoBase addon={addon} state={state} />
            ) : (
              <Field label={t('carts.addon.ask')}>
                <RadioGroup value={key} onChange={(_event, data) => setKey(data.value)}>
                  {bases.map((base) => <Radio key={baseKey(base)} value={baseKey(base)} label={nameOf(base)} />)}
                </RadioGroup>
              </Field>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={onCancel}>{t(bases.length === 0 ? 'carts.close' : 'ui.cancel')}</Button>
            {chosen !== undefined && (
              <Button appearance="primary" className={styles.add} onClick={() => onAdd(chosen)}>{t('carts.add')}</Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function NoBase({ addon, state: { cart, subscriptions } }: Pick<AddonBaseDialogProps, 'addon' | 'state'>) {
  const { t } = useTranslation();
  const keys = addon.prerequisiteSkus.map((sku) => `${cart.market}:${sku}`);
  const names = useMirror(['catalogue'], async (mirror) => {
    const offers = await Promise.all(keys.map((one) => mirror.offer(one)));
    return offers.map((offer, index) => offer?.title ?? addon.prerequisiteSkus[index] ?? '');
  }, [keys.join(' ')]);
  return (
    <>
      <p>{t('carts.addon.noBase', { name: cart.customerName })}</p>
      {names !== undefined && names.length > 0 && <ul>{[...new Set(names)].map((name) => <li key={name}>{name}</li>)}</ul>}
      <p>{t(subscriptions === undefined ? 'carts.addon.notRead' : 'carts.addon.addFirst')}</p>
    </>
  );
}
