import { create } from 'zustand';
import type { ResellerQuery } from './reseller-search.ts';

/** What the list of resellers shows; kept while other screens are open. */
interface ResellerView extends ResellerQuery {
  readonly sortedBy: string;
  readonly isDescending: boolean;
}

export const useResellerView = create<ResellerView>(() => ({
  text: '', state: 'all', country: '', sortedBy: 'name', isDescending: false,
}));

export const searchResellers = (text: string): void => useResellerView.setState({ text });
export const filterResellers = (filter: Partial<Pick<ResellerQuery, 'state' | 'country'>>): void => useResellerView.setState(filter);

/** Sorts by a column; the same column again turns the order round. */
export const sortResellers = (columnId: string): void =>
  useResellerView.setState((view) => ({ sortedBy: columnId, isDescending: view.sortedBy === columnId && !view.isDescending }));
