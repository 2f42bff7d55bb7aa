import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Offer } from '../../../../shared/domain/catalogue/offer.ts';
import { businessFamily, businessFamilySeats } from '../../../../shared/domain/cart/line-rules.ts';
import { copyText } from '../../../platform/copy-text.ts';
import { useFormat } from '../../../text/use-format.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { FactList } from '../../../ui/fact-list.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { seatWords } from './seat-words.ts';

const useStyles = makeStyles({ id: { display: 'inline-flex', alignItems: 'center', gap: '4px' } });

/** What the offer asks for: licenses, whom it is for, what must be accepted; and the ids that price lists name. */
export function OfferFacts({ offer }: { readonly offer: Offer }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const { productId, skuId, segment, isTrial } = offer;
  const seats = seatWords(t, format, { minimum: offer.minimumQuantity, maximum: offer.maximumQuantity });
  const isFamily = businessFamily.has(productId);
  const sku = `${productId}:${skuId}`;
  const id = <span className={styles.id}>{sku}<CopyButton label={t('catalogue.copyIds')} copy={() => copyText(sku)} /></span>;
  return (
    <Panel title={t('catalogue.about')}>
      <FactList
        facts={[
          { label: t('catalogue.seats'), value: isFamily ? t('catalogue.familySeats', { seats, count: businessFamilySeats }) : seats },
          { label: t('catalogue.forWhom'), value: t(`catalogue.segmentHint.${segment}`) },
          ...(isTrial ? [{ label: t('catalogue.trialLabel'), value: t('catalogue.trialHint') }] : []),
          { label: t('catalogue.agreement'), value: offer.needsCustomerAgreement ? t('catalogue.agreementNeeded') : t('catalogue.nothingNeeded') },
          { label: t('catalogue.attestation'), value: offer.needsAttestation ? t('catalogue.attestationNeeded') : t('catalogue.nothingNeeded') },
          { label: t('catalogue.country'), value: format.country(offer.country) },
          { label: t('catalogue.ids'), value: id },
        ]}
      />
    </Panel>
  );
}
