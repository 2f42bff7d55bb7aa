import { create } from 'zustand';
import type { CustomerSort } from '../../../shared/ports/mirror.ts';

/** What the list of customers shows; kept while other screens are open. Empty text: not narrowed by that. */
export interface CustomerView {
  readonly text: string;
  /** Tenant id of a reseller, or `none`. */
  readonly reseller: string;
  /** ISO code, or `unknown`. */
  readonly country: string;
  readonly relationship: string;
  /** Only customers for which something is being prepared or waits to be sent. */
  readonly isWaiting: boolean;
  readonly sort: CustomerSort;
}

const everything: CustomerView = {
  text: '', reseller: '', country: '', relationship: '', isWaiting: false, sort: { by: 'name', isDescending: false },
};

export const useCustomerView = create<CustomerView>(() => everything);

export const searchCustomers = (text: string): void => useCustomerView.setState({ text });
export const filterCustomers = (filter: Partial<Pick<CustomerView, 'reseller' | 'country' | 'relationship' | 'isWaiting'>>): void =>
  useCustomerView.setState(filter);
export const showAllCustomers = (): void => useCustomerView.setState(everything, true);

/** Sorts by a column; the same column again turns the order round. */
export const sortCustomers = (by: CustomerSort['by']): void =>
  useCustomerView.setState(({ sort }) => ({ sort: { by, isDescending: sort.by === by && !sort.isDescending } }));

export const isNarrowed = ({ reseller, country, relationship, isWaiting }: CustomerView): boolean =>
  reseller !== '' || country !== '' || relationship !== '' || isWaiting;
