import { describe, expect, it } from 'vitest';
import { RemovalImpact, isPartialImpact } from '../../../shared/domain/partnership/removal.ts';

const impact = { customers: 2, subscriptions: 0, supportContacts: 0, drafts: 0, operations: 0 };

describe('the numbers of an attestation', () => {
  it.each([
    [{ ...impact, customersRead: 0 }, true],
    [{ ...impact, customersRead: 1 }, true],
    [{ ...impact, customersRead: 2 }, false],
    [{ ...impact, customers: 0, customersRead: 0 }, false],
    // kept before it was known how much was read
    [impact, true],
  ])('%j may be too low: %j', (kept, isPartial) => {
    expect(isPartialImpact(RemovalImpact.parse(kept))).toBe(isPartial);
  });
});
