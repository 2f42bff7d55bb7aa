import { create } from 'zustand';

/** What the list of resellers shows; kept while other screens are open. */
interface ResellerView {
  readonly text: string;
  readonly sortedBy: string;
  readonly isDescending: boolean;
}

export const useResellerView = create<ResellerView>(() => ({ text: '', sortedBy: 'name', isDescending: false }));

export const searchResellers = (text: string): void => useResellerView.setState({ text });

/** Sorts by a column; the same column again turns the order round. */
export const sortResellers = (columnId: string): void =>
  useResellerView.setState((view) => ({ sortedBy: columnId, isDescending: view.sortedBy === columnId && !view.isDescending }));
