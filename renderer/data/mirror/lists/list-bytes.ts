import { failure } from '../../../../shared/contract/failure.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { Result } from '../../../../shared/result.ts';
import { findCsvInZip, isZip } from './zip-entry.ts';

/** Bytes read at once: a few hundred rows, so that the worker answers other questions between two pieces. */
const PIECE = 256 * 1024;

/** A piece of a list, and how much of the content has been read with it. */
export interface ListPiece {
  readonly bytes: Uint8Array;
  readonly read: number;
}

/** The content could not be read to its end: the file was moved, changed or locked, or the zip is damaged. */
export class UnreadableContent extends Error {}

function unreadable(cause: unknown): never {
  throw new UnreadableContent('a list that cannot be read', { cause });
}

async function* piecesOf(content: Blob): AsyncGenerator<ListPiece> {
  for (let start = 0; start < content.size; start += PIECE) {
    const piece = await content.slice(start, start + PIECE).arrayBuffer().catch(unreadable);
    yield { bytes: new Uint8Array(piece), read: Math.min(content.size, start + PIECE) };
  }
}

async function* inflated(packed: Blob, fullSize: number, contentSize: number): AsyncGenerator<ListPiece> {
  const reader = packed.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  let size = 0;
  const read = () => reader.read().catch(unreadable);
  for (let next = await read(); !next.done; next = await read()) {
    size += next.value.length;
    yield { bytes: next.value, read: Math.min(contentSize, Math.round((size / Math.max(1, fullSize)) * contentSize)) };
  }
}

/** Reads a list piece by piece, plain or in a zip as Partner Center gives them; the whole of it is never in memory. */
export async function openListBytes(content: Blob): Promise<Result<AsyncIterable<ListPiece>>> {
  if (!(await isZip(content))) return ok(piecesOf(content));
  const entry = await findCsvInZip(content);
  if (entry === undefined) return err(failure('list-not-text'));
  return ok(entry.isPacked ? inflated(entry.data, entry.size, content.size) : piecesOf(entry.data));
}
