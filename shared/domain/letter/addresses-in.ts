const bracketed = /([^<>]*)<([^<>]*)>/gu;
const quoted = /"[^"]*"|“[^”]*”/gu;

const piecesOf = (text: string): string[] => text.split(/[\s,;]+/u).filter((piece) => piece !== '');

/** What stands before `<a@b.c>`: the recipient's name, and addresses that came before it. */
const addressesBefore = (text: string): string[] => piecesOf(text.replaceAll(quoted, ' ')).filter((piece) => piece.includes('@'));

/**
 * Addresses as they are typed or pasted in one field: commas, semicolons and blanks part them, and `Name <a@b.c>`, as mail
 * clients write a recipient, is its address.
 */
export function addressesIn(text: string): string[] {
  const found: string[] = [];
  let end = 0;
  for (const match of text.matchAll(bracketed)) {
    const [whole, before = '', inside = ''] = match;
    const address = inside.trim();
    found.push(...addressesBefore(before).filter((piece) => piece !== address), ...(address === '' ? [] : [address]));
    end = match.index + whole.length;
  }
  return [...found, ...piecesOf(text.slice(end))];
}
