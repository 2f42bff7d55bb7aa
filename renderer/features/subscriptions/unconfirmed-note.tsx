import { useTranslation } from 'react-i18next';
import type { Offer } from '../../../shared/domain/catalogue/offer.ts';
import { isConfirmedNext } from '../../../shared/domain/subscription/next-term.ts';
import type { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import type { KnownUpgrades } from '../../../shared/domain/subscription/upgrade.ts';
import { Age } from '../../ui/age.tsx';
import { FormNote } from './form-note.tsx';

export interface UnconfirmedNoteProps {
  readonly offer: Offer;
  readonly subscription: Subscription;
  readonly known: KnownUpgrades | undefined;
}

/** That Microsoft has not confirmed a product for the next term: it does not list it, or was never asked. */
export function UnconfirmedNote({ offer, subscription, known }: UnconfirmedNoteProps) {
  const { t } = useTranslation();
  if (isConfirmedNext(offer, subscription, known) === true) return null;
  if (known === undefined) return <FormNote>{t('subscription.nextNeverAsked', { title: offer.title })}</FormNote>;
  return <FormNote>{t('subscription.nextNotListed', { title: offer.title })} <Age instant={known.at} /></FormNote>;
}
