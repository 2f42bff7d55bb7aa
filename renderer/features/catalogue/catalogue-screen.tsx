import { useParams } from 'react-router';
import { ListDetail } from '../../ui/list-detail.tsx';
import { CataloguePage } from './catalogue-page.tsx';
import { OfferDetail } from './offer/offer-detail.tsx';

/** The catalogue, with the chosen offer beside it. */
export function CatalogueScreen() {
  const { offerKey } = useParams();
  return (
    <ListDetail
      list={(isSide) => <CataloguePage isSide={isSide} currentKey={offerKey} />}
      detail={offerKey === undefined ? undefined : <OfferDetail key={offerKey} offerKey={offerKey} />}
    />
  );
}
