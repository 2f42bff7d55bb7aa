import { describe, expect, it } from 'vitest';
import { checkText } from '../../build/checks/text/check-text.ts';
import { readClosedList } from '../../build/checks/text/closed-list.ts';
import { isSameByNature } from '../../build/checks/text/compare.ts';
import type { Family } from '../../build/checks/text/families.ts';
import { sourceFolder } from './source-folder.ts';

/** Messages for the given languages and one screen. */
function check(en: object, it: object, screen: string, families: readonly Family[] = []): string[] {
  const root = sourceFolder({
    'renderer/text/en.json': JSON.stringify(en, null, 2), 'renderer/text/it.json': JSON.stringify(it, null, 2),
    'renderer/app/screen.tsx': screen, 'shared/states.ts': `export const states = ['open', 'closed'] as const;`,
  });
  return checkText(root, families).map(({ file, line, message }) => `${file}:${line}: ${message}`);
}
const one = (text: string): unknown[] => [expect.stringContaining(text)];

describe('the two languages', () => {
  const screen = `t('cart.buy')`;

  it('are fine when complete, translated and used', () => {
    expect(check({ cart: { buy: 'Buy' } }, { cart: { buy: 'Acquista' } }, screen)).toEqual([]);
  });
  it('hold the same keys', () => {
    expect(check({ cart: { buy: 'Buy' } }, {}, screen)).toEqual(one(`en.json:3: 'cart.buy' is missing in renderer/text/it.json`));
    expect(check({}, { cart: { buy: 'Acquista' } }, `''`)).toEqual(one(`'cart.buy' is missing in renderer/text/en.json`));
  });
  it('hold no empty and no English sentence', () => {
    expect(check({ cart: { buy: 'Buy' } }, { cart: { buy: ' ' } }, screen)).toEqual(one('has no sentence'));
    expect(check({ cart: { buy: 'Buy' } }, { cart: { buy: 'Buy' } }, screen)).toEqual(one('is not translated'));
  });
  it('may agree on names and on words that both write alike', () => {
    expect(isSameByNature('Provider Desk: <b>{{count}}</b>')).toBe(true);
    expect(isSameByNature('Provider Desk is open')).toBe(false);
  });
  it('use the same placeholders and tags', () => {
    const use = `t('cart.buy', values)`;
    const named = [{ cart: { buy: 'Buy {{name}}' } }, { cart: { buy: 'Acquista {{nome}}' } }] as const;
    expect(check(...named, use)).toEqual(one('other placeholders'));
    expect(check({ cart: { buy: 'Buy <b>now</b>' } }, { cart: { buy: 'Acquista ora' } }, use)).toEqual(one('other tags'));
  });
  it('need every counted form of their own grammar', () => {
    const en = { cart: { buy_one: 'Buy one', buy_other: 'Buy {{count}}' } };
    const it = { cart: { buy_one: 'Acquista uno', buy_many: 'Acquista {{count}}', buy_other: 'Acquista {{count}}' } };
    const use = `t('cart.buy', { count })`;
    expect(check(en, it, use)).toEqual([]);
    const short = { cart: { buy_one: 'Acquista uno', buy_other: 'Acquista {{count}}' } };
    expect(check(en, short, use)).toEqual(one(`needs the form 'cart.buy_many'`));
    expect(check(en, { cart: { buy: 'Acquista' } }, use)).toContainEqual(expect.stringContaining('counted in one language only'));
  });
});

describe('what the code asks for', () => {
  const texts = [{ cart: { buy: 'Buy', drop: 'Drop' } }, { cart: { buy: 'Acquista', drop: 'Elimina' } }] as const;

  it('exists', () => {
    const missing = one(`screen.tsx:1: 'cart.gone' is missing`);
    expect(check(...texts, `t('cart.buy'); t(x ? 'cart.drop' : 'cart.gone')`)).toEqual(missing);
    expect(check(...texts, `t('cart.buy'); t('cart.drop'); <Trans i18nKey="cart.gone" />;`)).toEqual(missing);
    expect(check(...texts, `t('cart.buy'); t('cart.drop'); const b = { labelKey: 'cart.gone' };`)).toEqual(missing);
    expect(check(...texts, `t('cart.buy'); const a = { label: 'cart.drop', title: 'cart.lost' };`)).toEqual(one('cart.lost'));
  });
  it('is all there is', () => {
    expect(check(...texts, `t('cart.buy')`)).toEqual(one(`en.json:4: 'cart.drop' is used nowhere`));
    expect(check(...texts, `t('cart.buy'); const keys = ['cart.drop'];`)).toEqual([]);
  });
  it('gets its values', () => {
    const named = [{ cart: { buy: 'Buy {{name}}' } }, { cart: { buy: 'Acquista {{name}}' } }] as const;
    expect(check(...named, `t('cart.buy')`)).toEqual(one(`needs the value 'name'`));
    expect(check(...named, `t('cart.buy', { name })`)).toEqual([]);
    expect(check(...named, `t('cart.buy', { ...values })`)).toEqual([]);
    const counted = [
      { cart: { lines_one: 'A line', lines_other: 'Lines' } },
      { cart: { lines_one: 'Una riga', lines_many: 'Righe', lines_other: 'Righe' } },
    ] as const;
    expect(check(...counted, `t('cart.lines', {})`)).toEqual(one(`needs the value 'count'`));
    expect(check(...counted, `t('cart.lines', { count })`)).toEqual([]);
  });
});

describe('families of keys', () => {
  const states: Family = { keys: 'state.*', members: { file: 'shared/states.ts', name: 'states' } };
  const use = 't(`state.${state.name}`)';
  const en = { state: { open: 'Open', closed: 'Closed' } };
  const it_ = { state: { open: 'Aperto', closed: 'Chiuso' } };
  const half = [{ state: { open: 'Open' } }, { state: { open: 'Aperto' } }] as const;

  it('are declared and have every member', () => {
    expect(check(en, it_, use, [states])).toEqual([]);
    expect(check(...half, use, [states])).toEqual(one(`'state.closed' is missing`));
    expect(check(...half, use, [{ ...states, without: ['closed'] }])).toEqual([]);
    expect(check(en, it_, use)).toContainEqual(expect.stringContaining('declare them in'));
  });
  it('are asked for, and their list exists', () => {
    expect(check(en, it_, `''`, [states])).toEqual(one(`no code asks for 'state.*'`));
    const lost: Family = { keys: 'state.*', members: { file: 'shared/states.ts', name: 'gone' } };
    expect(check(en, it_, use, [lost])).toContainEqual(expect.stringContaining('no members found'));
  });
  it('read arrays, enums, objects, unions of texts and unions of objects', () => {
    const root = sourceFolder({
      'a.ts': `const list = ['a', 'b'] as const; const Enum = z.enum(['a', 'b']); const table = { a: 1, 'b': ['x'] };
        export type Union = 'a' | 'b';
        export type Objects = { readonly kind: 'a' } | { readonly kind: 'b'; readonly n: 'x' };
        export const Tagged = z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('a') }), z.object({ kind: z.literal('b'), n: z.enum(['x']) }),
        ]);`,
    });
    for (const name of ['list', 'Enum', 'table', 'Union']) {
      expect(readClosedList(root, { file: 'a.ts', name })).toEqual(['a', 'b']);
    }
    expect(readClosedList(root, { file: 'a.ts', name: 'Objects', property: 'kind' })).toEqual(['a', 'b']);
    expect(readClosedList(root, { file: 'a.ts', name: 'Tagged', property: 'kind' })).toEqual(['a', 'b']);
  });
});
