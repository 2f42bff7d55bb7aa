import { wireRecord, wireText } from './case.ts';

/** A product of the catalogue: not for sale itself, its SKUs are (list-products, notes). */
export interface WireProduct {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** One item of list-products. Undefined when it has no id. */
export function readProduct(item: unknown): WireProduct | undefined {
  const product = wireRecord(item);
  const id = wireText(product, 'id');
  if (id === undefined) return undefined;
  return { id, title: wireText(product, 'title') ?? id, description: wireText(product, 'description') ?? '' };
}
