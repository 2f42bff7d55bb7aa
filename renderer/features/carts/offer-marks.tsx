import { Badge, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Offer } from '../../../shared/domain/catalogue/offer.ts';

const useStyles = makeStyles({ mark: { flexShrink: 0, whiteSpace: 'nowrap' } });

export interface OfferMarksProps {
  readonly offer: Offer;
  /** A line of the cart says itself what it is an add-on of. */
  readonly isLine?: boolean;
}

/** For whom and what kind of offer it is, where it is not a plain one for everybody. */
export function OfferMarks({ offer, isLine = false }: OfferMarksProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const marks = [
    ...(offer.segment === 'commercial' ? [] : [t(`carts.segment.${offer.segment}`)]),
    ...(offer.isTrial ? [t('carts.mark.trial')] : []),
    ...(offer.isAddon && !isLine ? [t('carts.mark.addon')] : []),
  ];
  return marks.map((mark) => <Badge key={mark} appearance="outline" className={styles.mark}>{mark}</Badge>);
}
