/** The bytes of the list pages, as the server answered them. Fetched before anything is timed. */
export async function pageBytes(count: number): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const pages: Uint8Array<ArrayBuffer>[] = [];
  for (let number = 0; number < count; number += 1) {
    const reply = await fetch(`/pages/${number}`);
    pages.push(new Uint8Array(await reply.arrayBuffer()));
  }
  return pages;
}
