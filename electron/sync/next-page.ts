import { continuationOf } from '../../shared/partner-center/readers/collection.ts';

const names = ['"next"', '"Next"'];

/** The end (exclusive) of the JSON object that begins at `start`; undefined when it is cut short. */
function endOfObject(text: string, start: number): number | undefined {
  let depth = 0;
  let isInText = false;
  for (let place = start; place < text.length; place += 1) {
    const letter = text[place];
    if (isInText) {
      if (letter === '\\') place += 1;
      else if (letter === '"') isInText = false;
    } else if (letter === '"') isInText = true;
    else if (letter === '{') depth += 1;
    else if (letter === '}') {
      depth -= 1;
      if (depth === 0) return place + 1;
    }
  }
  return undefined;
}

const LONGEST_LINK = 64 * 1024;

function linkAt(bytes: Buffer, place: number): unknown {
  const text = bytes.subarray(place, place + LONGEST_LINK).toString('utf8');
  const start = /^"[Nn]ext"\s*:\s*(?=\{)/u.exec(text)?.[0].length;
  const end = start === undefined ? undefined : endOfObject(text, start);
  if (start === undefined || end === undefined) return undefined;
  try {
    return JSON.parse(text.slice(start, end));
  } catch {
    return undefined;
  }
}

/**
 * The MS-ContinuationToken of the next page from the bytes of a page, without parsing the page: the last link named
 * "next" is looked for from the end, where the service writes the collection's links (page-customers, success).
 */
export function nextPageOf(page: Uint8Array): string | undefined {
  const bytes = Buffer.from(page.buffer, page.byteOffset, page.byteLength);
  for (const name of names) {
    for (let place = bytes.lastIndexOf(name); place >= 0; place = place === 0 ? -1 : bytes.lastIndexOf(name, place - 1)) {
      const continuation = continuationOf({ next: linkAt(bytes, place) });
      if (continuation !== undefined) return continuation;
    }
  }
  return undefined;
}
