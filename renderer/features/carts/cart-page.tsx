import { Cart24Regular } from '@fluentui/react-icons';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useServices } from '../../platform/services.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { Page } from '../../ui/page.tsx';
import { CartWizard } from './cart-wizard.tsx';
import { CustomerPicker } from './customer-picker.tsx';
import { keptCart, newCart } from './open-cart.ts';
import type { OpenedCart } from './open-cart.ts';

/** One cart (portal task T8): a kept one, a new one for a customer, or the question whom it is for. */
export function CartPage() {
  const { t } = useTranslation();
  const services = useServices();
  const { draftId = 'new' } = useParams();
  const [params] = useSearchParams();
  const customer = params.get('customer');
  const reseller = params.get('reseller');
  const offer = params.get('offer');
  const [opened, setOpened] = useState<OpenedCart | 'missing'>();
  const open = useEffectEvent(async (isWanted: () => boolean) => {
    // The cart got its own address when it was kept for the first time: it is already on screen.
    if (opened !== undefined && opened !== 'missing' && opened.draft.id === draftId) return;
    const beginning = { ...(reseller !== null && { resellerId: reseller }), ...(offer !== null && { sku: offer }) };
    const cart = draftId === 'new' ? await newCart(services, customer ?? '', beginning) : await keptCart(services, draftId);
    if (isWanted()) setOpened(cart ?? 'missing');
  });
  useEffect(() => {
    let isWanted = true;
    void open(() => isWanted);
    return () => {
      isWanted = false;
    };
  }, [draftId, customer, reseller, offer]);

  if (draftId === 'new' && customer === null) return <CustomerPicker sku={offer ?? undefined} />;
  if (opened === undefined) return <Page title={t('carts.cart')}><ListSkeleton /></Page>;
  if (opened === 'missing') {
    return (
      <Page title={t('carts.cart')} breadcrumbs={[{ label: t('nav.carts'), to: '/carts' }]}>
        <EmptyState
          icon={<Cart24Regular />}
          title={t('carts.missing.title')}
          text={t('carts.missing.text')}
          actions={<LinkButton to="/carts" appearance="primary">{t('carts.missing.action')}</LinkButton>}
        />
      </Page>
    );
  }
  return <CartWizard key={opened.draft.id} opened={opened} />;
}
