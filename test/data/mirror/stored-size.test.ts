import { serialize } from 'node:v8';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { storedSize } from '../../../renderer/data/mirror/stored-size.ts';

it('counts the bytes that the engine writes, whatever the record', () => {
  const record = fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' });
  fc.assert(fc.property(record, fc.string({ unit: 'grapheme', maxLength: 200 }), (value, text) => {
    // read from a text, as answers of the service are: lists without holes
    const plain: unknown = JSON.parse(JSON.stringify({ text, value, moreText: `è${text}`, count: 70_000 }));
    expect(storedSize(plain)).toBe(serialize(plain).length);
  }), { numRuns: 80 });
});
