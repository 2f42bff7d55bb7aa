import { describe, expect, it } from 'vitest';
import { isAsked, isSameSku, stageOf, upgradeObstacle } from '../../../shared/domain/subscription/upgrade.ts';
import type { UpgradeTarget } from '../../../shared/domain/subscription/upgrade.ts';
import { readRows } from '../../../shared/partner-center/readers/collection.ts';
import { readUpgrade, readUpgradeTarget } from '../../../shared/partner-center/readers/upgrades.ts';
import { sampleReply } from './sample-reply.ts';

const targets = (): readonly UpgradeTarget[] => readRows(sampleReply('get-transition-eligibilities'), readUpgradeTarget)?.rows ?? [];
const wish = { target: { catalogItemId: 'CFQ7TTC0KZCR:0001:OTHER' }, quantity: 1, transitionType: 'transition_only' } as const;

describe('what a subscription may become', () => {
  it('is read from the sample: ways, subscriptions that take it in, and the codes against them', () => {
    expect(targets()).toMatchObject([
      {
        catalogItemId: 'CFQ7TTC0KZCR:0001:CFQ7TTC0K71H', title: 'Microsoft 365 E5 Test Sku Title', quantity: 1,
        ways: [{ type: 'transition_only', isEligible: true }, { isEligible: false, errors: [{ code: '3' }] }],
        into: [{ isEligible: false, errors: [{ code: '3' }], termDuration: 'P1M' }, { isEligible: true, billingCycle: 'monthly' }],
      },
      { ways: [{ type: 'transition_with_license_transfer' }], into: [] },
    ]);
  });

  it('is judged for a wish: by product and SKU, the way, and where the seats go', () => {
    expect(upgradeObstacle(targets(), wish)).toBeUndefined();
    expect(upgradeObstacle(targets(), { ...wish, target: { catalogItemId: 'CFQ7TTC0KZCR:0002:X' } })).toEqual({ about: 'target' });
    const moving = { ...wish, transitionType: 'transition_with_license_transfer' } as const;
    expect(upgradeObstacle(targets(), moving)).toMatchObject({ about: 'way', error: { code: '3' } });
    const into = (id: string) => upgradeObstacle(targets(), { ...wish, toSubscription: { id } });
    expect(into('151467A1-4246-4a00-da7b-3405463d9b78')).toBeUndefined();
    expect(into('92301b7d-7598-4938-d6f2-d31e080e9da6')).toMatchObject({ about: 'into', error: { code: '3' } });
    expect(into('another')).toEqual({ about: 'into' });
  });
});

describe('an upgrade that began', () => {
  const body = {
    operationId: 'op-1', toCatalogItemId: 'CFQ7TTC0KZCR:0001:B', toSubscriptionId: 'S2', quantity: 1, transitionType: 'Transition_Only',
    Events: [{ name: 'Conversion', status: 'InProgress', timestamp: '2026-06-10T08:00:00Z' }],
  };
  const upgradeOf = (more: object) => {
    const read = readUpgrade({ ...body, ...more });
    if (!read) throw new Error('not read');
    return read;
  };

  it('is read in any case of its letters, also without an operation id, and told from another', () => {
    expect(upgradeOf({})).toMatchObject({ id: 'op-1', type: 'transition_only', events: [{ status: 'InProgress', errors: [] }] });
    expect(upgradeOf({ operationId: undefined }).id).toBe('CFQ7TTC0KZCR:0001:B 1 2026-06-10T08:00:00Z');
    expect(readUpgrade({ quantity: 1 })).toBeUndefined();
    expect([isAsked(upgradeOf({}), wish), isAsked(upgradeOf({ quantity: 2 }), wish)]).toEqual([true, false]);
    expect([isAsked(upgradeOf({}), { ...wish, toSubscription: { id: 's2' } }), isAsked(upgradeOf({}), { ...wish, toSubscription: { id: 's3' } })])
      .toEqual([true, false]);
    expect(isSameSku('A:0001:X', 'a:0001:Y')).toBe(true);
  });

  it.each([
    ['working', 'transition_only', []],
    ['working', 'transition_only', [['Conversion', 'InProgress']]],
    ['made', 'transition_only', [['Conversion', 'InProgress'], ['Conversion', 'Completed']]],
    ['failed', 'transition_only', [['Conversion', 'InProgress'], ['Conversion', 'Failed']]],
    ['working', 'transition_with_license_transfer', [['Conversion', 'Completed']]],
    ['made', 'transition_with_license_transfer', [['Conversion', 'Completed'], ['SeatReassignment', 'Completed']]],
    ['without-licences', 'transition_with_license_transfer', [['Conversion', 'Completed'], ['SeatReassignment', 'Failed']]],
  ])('is %s by what happened last (%s)', (stage, transitionType, events) => {
    expect(stageOf(upgradeOf({ transitionType, Events: events.map(([name, status]) => ({ name, status })) }))).toBe(stage);
  });
});
