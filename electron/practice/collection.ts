/** A link of a resource. */
export interface Link {
  readonly uri: string;
  readonly method: 'GET';
  readonly headers: readonly { readonly key: string; readonly value: string }[];
}

/** A link to a path below the API's version, without `/v1` as the service prints it. */
export function link(uri: string, headers: Link['headers'] = []): Link {
  return { uri, method: 'GET', headers };
}

/** The collection shape every list answers in. */
export function collection(
  items: readonly unknown[],
  self: string,
  more: { readonly totalCount?: number; readonly next?: Link } = {},
): Readonly<Record<string, unknown>> {
  return {
    totalCount: more.totalCount ?? items.length,
    items,
    links: { self: link(self), ...(more.next === undefined ? {} : { next: more.next }) },
    attributes: { objectType: 'Collection' },
  };
}

/** An entity tag: opaque, changes with the value. */
export function etagOf(...parts: readonly (string | number)[]): string {
  return Buffer.from(parts.join('|')).toString('base64url').slice(0, 64);
}
