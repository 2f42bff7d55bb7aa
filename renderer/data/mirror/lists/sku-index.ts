/** Room for a chunk's number beside 32 bits of a name's hash, in a number that is exact. */
const CHUNKS = 2 ** 20;

// FNV-1a: short, and spreads names that differ in their last letters. Two names with one hash cost one chunk more to look at.
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193) >>> 0;
  }
  return hash;
}

/** Notes which chunks of a list have rows of a SKU, eight bytes a pair: half a million rows are at most 4 MB. */
export class SkuIndexBuilder {
  private pairs = new Float64Array(1024);
  private size = 0;

  /** `skus` are those of one chunk, each once. */
  add(skus: Iterable<string>, chunk: number): void {
    for (const sku of skus) {
      if (this.size === this.pairs.length) {
        const larger = new Float64Array(this.size * 2);
        larger.set(this.pairs);
        this.pairs = larger;
      }
      this.pairs[this.size] = hashOf(sku) * CHUNKS + chunk;
      this.size += 1;
    }
  }

  finish(): Float64Array<ArrayBuffer> {
    return this.pairs.subarray(0, this.size).toSorted();
  }
}

function firstAtOrAfter(pairs: Float64Array, wanted: number): number {
  let low = 0;
  let high = pairs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pairs[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Numbers of the chunks that may have rows of these SKUs, in order. */
export function chunksOf(pairs: Float64Array, skus: Iterable<string>): readonly number[] {
  const chunks = new Set<number>();
  for (const sku of skus) {
    const least = hashOf(sku) * CHUNKS;
    for (let place = firstAtOrAfter(pairs, least); place < pairs.length; place += 1) {
      const pair = pairs[place] ?? Infinity;
      if (pair >= least + CHUNKS) break;
      chunks.add(pair - least);
    }
  }
  return [...chunks].toSorted((a, b) => a - b);
}
