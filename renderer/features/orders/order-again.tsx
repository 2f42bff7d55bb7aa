import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles } from '@fluentui/react-components';
import { CartRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Order } from '../../../shared/domain/order/order.ts';
import type { CustomerRecord } from '../../../shared/ports/mirror.ts';
import { useServices } from '../../platform/services.tsx';
import { orderAgain } from './again.ts';
import type { Again } from './again.ts';
import type { BoughtLine } from './bought-lines.ts';

const useStyles = makeStyles({ list: { margin: '8px 0 0', paddingLeft: '20px' } });

export interface OrderAgainProps {
  readonly order: Order;
  readonly record: CustomerRecord;
  readonly lines: readonly BoughtLine[];
}

/** Begins a cart with the same lines at today's prices; what is no longer sold is named first. */
export function OrderAgain({ order, record, lines }: OrderAgainProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const services = useServices();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Again | 'no-country'>();
  const open = async ({ draft }: Again): Promise<void> => {
    await services.work.saveDraft(draft);
    await navigate(`/carts/${draft.id}`);
  };
  const begin = async (): Promise<void> => {
    const again = await orderAgain(services, order, record, lines);
    if (again !== undefined && again.gone.length === 0) await open(again);
    else setAsked(again ?? 'no-country');
  };
  const again = asked === 'no-country' ? undefined : asked;
  return (
    <>
      <Button icon={<CartRegular />} onClick={() => void begin()}>{t('order.again.action')}</Button>
      <Dialog open={asked !== undefined} onOpenChange={(_event, data) => data.open || setAsked(undefined)}>
        <DialogSurface>
          <DialogBody>
            <DialogTitle>{t(again === undefined ? 'order.again.noCountry' : 'order.again.gone')}</DialogTitle>
            <DialogContent>
              {again === undefined ? t('order.again.noCountryHint') : t('order.again.goneHint')}
              {again !== undefined && (
                <ul className={styles.list}>
                  {[...new Set(again.gone)].map((name) => <li key={name}>{name}</li>)}
                </ul>
              )}
            </DialogContent>
            <DialogActions>
              <Button onClick={() => setAsked(undefined)}>{t('ui.cancel')}</Button>
              {again !== undefined && again.draft.lines.length > 0 && (
                <Button appearance="primary" onClick={() => void open(again)}>{t('order.again.without')}</Button>
              )}
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </>
  );
}
