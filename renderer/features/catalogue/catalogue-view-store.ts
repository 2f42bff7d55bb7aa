import { create } from 'zustand';

/** Search and country of the catalogue; kept while other screens are open. No country means the provider's own. */
export const useCatalogueView = create<{ readonly text: string; readonly country: string | undefined }>(() => ({
  text: '', country: undefined,
}));

export const searchCatalogue = (text: string): void => useCatalogueView.setState({ text });
export const chooseCountry = (country: string): void => useCatalogueView.setState({ country });
