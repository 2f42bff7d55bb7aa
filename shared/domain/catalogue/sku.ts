/** Name of a SKU, `PRODUCTID:SKUID` in one letter case: what prices, prerequisites and purchases are found by. */
export const skuKey = (productId: string, skuId: string): string => `${productId}:${skuId}`.toUpperCase();

/** The SKU of a catalogue item, `product:sku:availability`: the availability changes without meaning (list-availabilities, notes). */
export const skuOf = (catalogItemId: string): string => catalogItemId.split(':').slice(0, 2).join(':').toUpperCase();
