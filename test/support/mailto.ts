/** A letter as the mail client would show it, read off a mailto link by the rules of RFC 6068. */
export interface ReadMailto {
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
  /** Names of all header fields the link sets. */
  readonly fields: readonly string[];
}

/** Reads a mailto link strictly: a piece that is no field throws. */
export function readMailto(url: string): ReadMailto {
  const [, addresses = '', query = ''] = /^mailto:([^?]*)\?(.*)$/u.exec(url) ?? [];
  const fields = query.split('&').map((piece) => {
    const [name = '', value, ...more] = piece.split('=');
    if (value === undefined || more.length > 0) throw new Error(`no field of a mailto link: ${piece}`);
    return [decodeURIComponent(name).toLowerCase(), decodeURIComponent(value)] as const;
  });
  const valueOf = (name: string): string => fields.find(([known]) => known === name)?.[1] ?? '';
  return {
    to: addresses === '' ? [] : addresses.split(',').map((address) => decodeURIComponent(address)),
    subject: valueOf('subject'),
    body: valueOf('body').replaceAll('\r\n', '\n'),
    fields: fields.map(([name]) => name),
  };
}
