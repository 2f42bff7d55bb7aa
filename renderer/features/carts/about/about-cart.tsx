import { Field, Input, Textarea, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useFieldGrid } from '../../../ui/field-grid.ts';
import { Panel } from '../../../ui/panel.tsx';
import type { CartState } from '../use-cart.ts';
import { cartTextLimits, withText } from './cart-texts.ts';
import type { CartText } from './cart-texts.ts';
import { FurtherPartners } from './further-partners.tsx';

const useStyles = makeStyles({ further: { marginTop: '16px' } });

/** What the cart is called, what the customer calls the order, notes, and who else takes part. None of it is needed. */
export function AboutCart({ state }: { readonly state: CartState }) {
  const styles = useStyles();
  const grid = useFieldGrid();
  const { t } = useTranslation();
  const { cart, change } = state;
  const write = (field: CartText, text: string): void => change((before) => withText(before, field, text));
  return (
    <Panel title={t('carts.about.title')}>
      <div className={grid.grid}>
        <Field label={t('carts.about.name')} hint={t('carts.about.nameHint')}>
          <Input value={cart.name ?? ''} maxLength={cartTextLimits.name} onChange={(_event, data) => write('name', data.value)} />
        </Field>
        <Field label={t('carts.about.reference')} hint={t('carts.about.referenceHint')}>
          <Input
            value={cart.purchaseOrderReference ?? ''}
            maxLength={cartTextLimits.purchaseOrderReference}
            onChange={(_event, data) => write('purchaseOrderReference', data.value)}
          />
        </Field>
        <div className={grid.whole}>
          <Field label={t('carts.about.notes')} hint={t('carts.about.notesHint')}>
            <Textarea
              rows={2}
              resize="vertical"
              value={cart.notes ?? ''}
              maxLength={cartTextLimits.notes}
              onChange={(_event, data) => write('notes', data.value)}
            />
          </Field>
        </div>
      </div>
      <div className={styles.further}><FurtherPartners state={state} /></div>
    </Panel>
  );
}
