import { makeStyles, tokens } from '@fluentui/react-components';
import { BookOpen20Regular, Cart20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { ListSkeleton } from '../../../ui/list-skeleton.tsx';
import { Page } from '../../../ui/page.tsx';
import { OfferAddons, OfferBases } from './offer-bases.tsx';
import { OfferFacts } from './offer-facts.tsx';
import { OfferKindMarks } from './offer-kind.tsx';
import { OfferPrices } from './offer-prices.tsx';
import { OfferPromotions } from './offer-promotions.tsx';
import { useOffer } from './use-offer.ts';
import type { OfferAround } from './use-offer.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '16px' },
  words: { margin: 0, maxWidth: '90ch', color: tokens.colorNeutralForeground2 },
});

/** One offer: its pairs with prices, what it asks for, what goes with it, and its promotions. */
export function OfferDetail({ offerKey }: { readonly offerKey: string }) {
  const { t } = useTranslation();
  const around = useOffer(offerKey);
  const breadcrumbs = [{ label: t('nav.catalogue'), to: '/catalogue' }];
  if (around === undefined) return <Page title={t('catalogue.product')} breadcrumbs={breadcrumbs}><ListSkeleton /></Page>;
  if (around !== 'missing') return <KnownOffer around={around} />;
  return (
    <Page title={t('catalogue.notFound')} breadcrumbs={breadcrumbs}>
      <EmptyState icon={<BookOpen20Regular />} title={t('catalogue.notFound')} text={t('catalogue.notFoundHint')} />
    </Page>
  );
}

function KnownOffer({ around }: { readonly around: OfferAround }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { offer } = around;
  const start = `/carts/new?offer=${encodeURIComponent(`${offer.productId}:${offer.skuId}`)}`;
  // an add-on begins with its base
  const actions = offer.isAddon ? undefined : (
    <LinkButton to={start} appearance="primary" icon={<Cart20Regular />}>{t('catalogue.startCart')}</LinkButton>
  );
  return (
    <Page
      title={offer.title}
      breadcrumbs={[{ label: t('nav.catalogue'), to: '/catalogue' }]}
      subtitle={<OfferKindMarks offer={offer} />}
      {...(actions === undefined ? {} : { actions })}
    >
      <div className={styles.column}>
        {offer.description !== '' && offer.description !== offer.title && <p className={styles.words}>{offer.description}</p>}
        <OfferPrices around={around} />
        <OfferFacts offer={offer} />
        {offer.isAddon && <OfferBases around={around} />}
        {around.addons.length > 0 && <OfferAddons around={around} />}
        <OfferPromotions around={around} />
      </div>
    </Page>
  );
}
