import {
  Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Input,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CartDraft } from '../../../../shared/domain/draft.ts';
import { longestName } from './copied-cart.ts';

export interface RenameCartProps {
  readonly cart: CartDraft;
  readonly onRename: (name: string) => void;
  readonly onCancel: () => void;
}

/** Asks for the name that tells this cart from the others of its customer. */
export function RenameCart({ cart, onRename, onCancel }: RenameCartProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(cart.name ?? '');
  return (
    <Dialog open onOpenChange={(_event, data) => data.open || onCancel()}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onRename(name);
          }}
        >
          <DialogBody>
            <DialogTitle>{t('carts.list.renameTitle', { customer: cart.customerName })}</DialogTitle>
            <DialogContent>
              <Field label={t('carts.about.name')} hint={t('carts.about.nameHint')}>
                <Input value={name} maxLength={longestName} onChange={(_event, data) => setName(data.value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onCancel}>{t('ui.cancel')}</Button>
              <Button type="submit" appearance="primary">{t('carts.list.renameDo')}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
