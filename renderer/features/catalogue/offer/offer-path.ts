/** The address of an offer's detail. */
export const offerPath = (key: string): string => `/catalogue/${encodeURIComponent(key)}`;
