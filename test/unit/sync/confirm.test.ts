import { describe, expect, it } from 'vitest';
import { canonicalJson, fingerprintOf } from '../../../shared/sync/fingerprint.ts';
import { withDependants } from '../../../shared/sync/dependants.ts';
import { account, customerPayload, give, newCart, newCustomer, newOrder, start, toConfirm } from './sync-builders.ts';

describe('what was confirmed', () => {
  it('names who, for which tenant, when, and from which draft', () => {
    expect(newOrder()).toMatchObject({
      accountId: account.id, tenantId: account.tenantId, createdBy: account.userName, createdAt: start, state: { name: 'ready' }, steps: [],
    });
    expect(newOrder().draftId).toBeDefined();
  });

  it('has the same fingerprint when it is the same, whatever the order of its fields', () => {
    expect(newOrder().fingerprint).toBe(newOrder().fingerprint);
    expect(newOrder().fingerprint).not.toBe(newOrder({ market: 'DE' }).fingerprint);
    expect(fingerprintOf('place-order', { a: 1, b: [{ c: 2, d: undefined }] })).toBe(fingerprintOf('place-order', { b: [{ c: 2 }], a: 1 }));
    expect(fingerprintOf('a', customerPayload)).not.toBe(fingerprintOf('b', customerPayload));
    expect(fingerprintOf('a', 1)).toMatch(/^[0-9a-f]{16}$/);
    // operations of before compare with those of now: FNV-1a, 64 bits, over the code points
    const fnv = (text: string): string =>
      Array.from(text).reduce((hash, unit) => BigInt.asUintN(64, (hash ^ BigInt(unit.codePointAt(0) ?? 0)) * 0x100000001b3n), 0xcbf29ce484222325n)
        .toString(16).padStart(16, '0');
    for (const text of ['', 'a', 'Fornace Bianchi \u{1F600} è', 'x'.repeat(999)]) {
      expect(fingerprintOf('kind', text)).toBe(fnv(`kind\n${JSON.stringify(text)}`));
    }
    expect(canonicalJson([2, 1])).toBe('[2,1]');
  });

  it('is followed by all that depends on it, but not by what is already over', () => {
    const customer = newCustomer();
    const [agreement, order] = newCart({ customer: { kind: 'pending', operationId: customer.id }, agreement: toConfirm });
    if (!agreement || !order) throw new Error('no cart');
    const all = [customer, agreement, order, newOrder()];
    expect(withDependants(customer, all)).toEqual([customer, agreement, order]);
    expect(withDependants(agreement, all)).toEqual([agreement, order]);
    const cancelled = give(order, { name: 'cancel' }).operation;
    expect(withDependants(customer, [customer, agreement, cancelled])).toEqual([customer, agreement]);
  });
});
