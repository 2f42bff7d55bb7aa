import { create } from 'zustand';

/** The search over the list of customers; kept while other screens are open. */
export const useCustomerView = create<{ readonly text: string }>(() => ({ text: '' }));

export const searchCustomers = (text: string): void => useCustomerView.setState({ text });
