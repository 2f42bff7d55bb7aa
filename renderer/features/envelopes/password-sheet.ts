import type { TFunction } from 'i18next';
import { customerSignInAddress } from '../../../shared/domain/customer/sign-in-address.ts';
import type { PrintedSheet } from '../../platform/print-sheet.ts';

interface SheetContent {
  readonly customerName: string;
  readonly userName: string;
  readonly password: string;
}

/** The sheet that is handed to the customer's administrator. */
export const passwordSheet = (t: TFunction, { customerName, userName, password }: SheetContent): PrintedSheet => ({
  title: t('envelopes.sheet.title'),
  facts: [
    { label: t('carts.customer'), value: customerName },
    { label: t('envelopes.userName'), value: userName },
    { label: t('envelopes.password'), value: password },
    { label: t('envelopes.sheet.address'), value: customerSignInAddress },
  ],
  listTitle: t('envelopes.sheet.first'),
  list: [t('envelopes.sheet.open'), t('envelopes.sheet.signIn'), t('envelopes.sheet.choose'), t('envelopes.sheet.factor')],
  foot: t('envelopes.sheet.destroy'),
});
