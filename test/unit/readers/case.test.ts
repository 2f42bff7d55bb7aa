import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readJson, wireFlag, wireInstant, wireInteger, wireText, wireTexts,
} from '../../../shared/partner-center/readers/case.ts';
import { readCollection } from '../../../shared/partner-center/readers/collection.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('liberal reading', () => {
  it('takes camelCase and PascalCase, numbers and texts', () => {
    expect(wireText({ MpnId: 4890001 }, 'mpnId')).toBe('4890001');
    expect(wireInteger({ quantity: '25' }, 'quantity')).toBe(25);
    expect(wireFlag({ IsTrial: 'True' }, 'isTrial')).toBe(true);
    expect(wireText({ name: null, Name: 'A' }, 'name')).toBe('A');
    expect(wireText({ name: '  ' }, 'name')).toBeUndefined();
  });

  it.each([[['en', 'es']], [{ value: ['en', 'es'] }], [{ Values: ['en', 'es'] }]])('takes the list %j', (list) => {
    expect(wireTexts({ supportedLanguages: list }, 'supportedLanguages')).toEqual(['en', 'es']);
  });

  it('takes times with stray spaces, offsets and seven decimals', () => {
    expect(wireInstant({ at: '2015-11-25T06: 41: 12Z' }, 'at')).toBe('2015-11-25T06:41:12.000Z');
    expect(wireInstant({ at: '2018-03-06T17:37:05.253-08:00' }, 'at')).toBe('2018-03-07T01:37:05.253Z');
    expect(wireInstant({ at: '2018-03-15T02:17:15.6455674Z' }, 'at')).toBe('2018-03-15T02:17:15.645Z');
    expect(wireInstant({ at: 'soon' }, 'at')).toBeUndefined();
  });

  it('parses bytes with a byte order mark and refuses a body cut short', () => {
    expect(readJson(bytes('\uFEFF{"a":1}'))).toEqual({ ok: true, value: { a: 1 } });
    expect(readJson(bytes('{"a":'))).toEqual({ ok: false, error: 'malformed' });
  });

  it('finds the continuation token of the next page, commas and all', () => {
    const next = { uri: '/customers?size=2', headers: [{ key: 'ms-continuationToken', value: 'a,b==' }] };
    expect(readCollection({ items: [1], totalCount: '9', links: { next } })).toEqual({
      items: [1], totalCount: 9, continuation: 'a,b==',
    });
    expect(readCollection({ Items: [1], Links: { Next: { Headers: [] } } })).toEqual({ items: [1] });
  });

  it('takes nothing for a list that is none: an empty list would say that everything is gone', () => {
    for (const body of [undefined, null, '', 'ok', 0, {}, { totalCount: 3 }, { code: 400_072, description: 'x' }, { items: 'none' }]) {
      expect(readCollection(body)).toBeUndefined();
    }
    expect(readCollection({ totalCount: 0 })).toEqual({ items: [], totalCount: 0 });
    expect(readCollection({ items: [], code: 7 })).toEqual({ items: [] });
    fc.assert(fc.property(fc.anything(), (body) => Array.isArray(readCollection(body)?.items ?? [])));
  });
});
