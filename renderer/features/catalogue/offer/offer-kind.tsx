import { Badge, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Offer } from '../../../../shared/domain/catalogue/offer.ts';

const useStyles = makeStyles({ marks: { display: 'inline-flex', flexWrap: 'wrap', gap: '6px' } });

/** For whom and what kind of offer it is, where it is not a plain one for everybody. */
export function OfferKindMarks({ offer: { segment, isAddon, isTrial } }: { readonly offer: Offer }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const words = [
    ...(segment === 'commercial' ? [] : [t(`catalogue.segment.${segment}`)]),
    ...(isAddon ? [t('catalogue.addon')] : []),
    ...(isTrial ? [t('catalogue.trial')] : []),
  ];
  return words.length === 0 ? null : (
    <span className={styles.marks}>{words.map((word) => <Badge key={word} appearance="outline" color="informative">{word}</Badge>)}</span>
  );
}
