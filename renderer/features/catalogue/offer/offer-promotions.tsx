import { makeStyles, tokens } from '@fluentui/react-components';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Promotion } from '../../../../shared/domain/catalogue/promotion.ts';
import { billingWords, termWords } from '../../../text/commerce-words.ts';
import type { Format } from '../../../text/format.ts';
import { useFormat } from '../../../text/use-format.ts';
import { useNow } from '../../../text/use-now.ts';
import { FactList } from '../../../ui/fact-list.tsx';
import type { Fact } from '../../../ui/fact-list.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { promotionsFor } from '../promoted-pairs.ts';
import { seatWords } from './seat-words.ts';
import type { OfferAround } from './use-offer.ts';

const useStyles = makeStyles({
  promotion: { padding: '8px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}`, ':first-of-type': { borderTop: 'none', paddingTop: 0 } },
  name: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  words: { margin: '0 0 8px', color: tokens.colorNeutralForeground2, maxWidth: '90ch' },
  note: { margin: '8px 0 0', color: tokens.colorNeutralForeground2 },
});

/** The promotions of an offer that hold today: what they take off, when and for whom. */
export function OfferPromotions({ around }: { readonly around: OfferAround }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const promotions = promotionsFor(around.offer, around.promotions, useNow());
  if (promotions.length === 0) return <Panel title={t('catalogue.promotions')}>{t('catalogue.noPromotions')}</Panel>;
  return (
    <Panel title={t('catalogue.promotions')}>
      {promotions.map((promotion) => <OnePromotion key={promotion.id} promotion={promotion} around={around} />)}
      <p className={styles.note}>{t('catalogue.eligibilityHint')}</p>
    </Panel>
  );
}

function OnePromotion({ promotion, around }: { readonly promotion: Promotion; readonly around: OfferAround }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={styles.promotion} aria-label={promotion.name}>
      <h3 className={styles.name}>{promotion.name}</h3>
      {promotion.description !== '' && <p className={styles.words}>{promotion.description}</p>}
      <FactList facts={[...takesOff(promotion, around, t, format), ...limits(promotion, around, t, format)]} />
    </section>
  );
}

function takesOff(promotion: Promotion, { offer }: OfferAround, t: TFunction, format: Format): readonly Fact[] {
  const { startsAt, endsAt } = promotion;
  const pairs = promotion.products
    .filter(({ productId, skuId }) => productId === offer.productId && skuId === offer.skuId)
    .map(({ termDuration, billingCycle, discount }) => t('catalogue.offPair', {
      percent: format.percent(discount), term: termWords(t, termDuration), billing: billingWords(t, billingCycle),
    }));
  const from = startsAt && format.date(startsAt);
  const until = endsAt && format.date(endsAt);
  return [
    { label: t('catalogue.takesOff'), value: pairs.join(', ') },
    { label: t('catalogue.holds'), value: until === undefined ? t('catalogue.openEnd') : t('catalogue.fromUntil', { from: from ?? '…', until }) },
    { label: t('catalogue.applied'), value: promotion.isAutoApplicable ? t('catalogue.byItself') : t('catalogue.onTheLine') },
  ];
}

function limits(promotion: Promotion, { owned }: OfferAround, t: TFunction, format: Format): readonly Fact[] {
  if (promotion.areLimitsUnknown === true) return [{ label: t('catalogue.limits'), value: t('catalogue.limitsUnknown') }];
  const { minimumSeats, maximumSeats, maximumUses, ownedSkus = [] } = promotion;
  const hasSeats = minimumSeats !== undefined || maximumSeats !== undefined;
  const names = ownedSkus.map((group) => group.map((sku) => owned.get(sku)?.title ?? sku).join(t('catalogue.or'))).join('; ');
  return [
    ...(hasSeats ? [{ label: t('catalogue.seats'), value: seatWords(t, format, { minimum: minimumSeats ?? 1, maximum: maximumSeats }) }] : []),
    ...(maximumUses === undefined ? [] : [{ label: t('catalogue.uses'), value: t('catalogue.usesAtMost', { count: maximumUses }) }]),
    ...(promotion.isFirstPurchaseOnly === true ? [{ label: t('catalogue.firstPurchase'), value: t('catalogue.firstPurchaseHint') }] : []),
    ...(names === '' ? [] : [{ label: t('catalogue.mustOwn'), value: names }]),
  ];
}
