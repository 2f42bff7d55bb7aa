import { create } from 'zustand';

/** What the list of requests shows; kept while other screens are open. */
interface RequestsView {
  readonly text: string;
  readonly isAll: boolean;
}

export const useRequestsView = create<RequestsView>(() => ({ text: '', isAll: false }));

export const searchRequests = (text: string): void => useRequestsView.setState({ text });
export const showAllRequests = (isAll: boolean): void => useRequestsView.setState({ isAll });
