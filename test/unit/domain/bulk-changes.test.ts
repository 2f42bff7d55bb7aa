import { describe, expect, it } from 'vitest';
import { cellsOfWish, changeTable, leftOutOfLine, tableColumns } from '../../../shared/domain/bulk/change-table.ts';
import { customersNamed, matchLines } from '../../../shared/domain/bulk/match-lines.ts';
import type { LineFacts } from '../../../shared/domain/bulk/match-lines.ts';
import { resultRows } from '../../../shared/domain/bulk/outcomes.ts';
import { changesOfRow, planRow, targetKey } from '../../../shared/domain/bulk/plan.ts';
import type { PlanFacts, Target } from '../../../shared/domain/bulk/plan.ts';
import { hasWishes, readChanges } from '../../../shared/domain/bulk/read-changes.ts';
import type { LineWish } from '../../../shared/domain/bulk/read-changes.ts';
import { undoTargets } from '../../../shared/domain/bulk/undo.ts';
import type { Wish } from '../../../shared/domain/bulk/wish.ts';
import { csvText } from '../../../shared/domain/csv-text.ts';
import { areMade } from '../../../shared/domain/subscription/edited-fields.ts';
import { fieldsOf } from '../../../shared/domain/subscription/subscription-edits.ts';
import type { Subscription } from '../../../shared/domain/subscription/subscription.ts';
import { CustomerTenantId, PartnerId, newOperationId } from '../../../shared/ids.ts';
import { changeOperations } from '../../../shared/sync/confirm-changes.ts';
import type { Operation } from '../../../shared/sync/operation.ts';
import { confirmation, later, provider, start } from '../sync/sync-builders.ts';
import en from '../../../renderer/text/en.json' with { type: 'json' };
import it_ from '../../../renderer/text/it.json' with { type: 'json' };

const rossi = CustomerTenantId.parse('33333333-3333-4333-8333-333333333333');
const bianchi = CustomerTenantId.parse('44444444-4444-4444-8444-444444444444');
const other = { tenantId: '55555555-5555-4555-8555-555555555555', partnerId: '4847383', name: 'Alba' };
const alba = { partnerId: PartnerId.parse('4847383'), name: 'Alba' };
const row = (id: string, more: Partial<Subscription> = {}, customerId = rossi): Target['row'] => ({
  customerId, customerName: customerId === rossi ? 'Rossi' : 'Bianchi', readAt: start,
  subscription: {
    id, offerName: 'Exchange Online', friendlyName: `Mail ${id}`, quantity: 5, status: 'active', autoRenewEnabled: true, partnerId: '1111111',
    ...more,
  },
});
const facts: PlanFacts = {
  now: start, ownPartnerId: provider.partnerId, standingOf: (id) => (id === '4847383' ? 'good' : id === '4890005' ? 'suspended' : undefined),
  openOf: () => [], offerOf: () => ({ minimumQuantity: 1, maximumQuantity: 300 }), siblingsOf: () => [],
};
const lines: LineFacts = {
  rows: [row('s-1'), row('s-2'), row('s-3', { status: 'deleted' }), row('s-4', {}, bianchi)],
  customers: new Map([
    [rossi, { id: rossi, name: 'Rossi' }], ['rossi.example', { id: rossi, name: 'Rossi' }], [bianchi, { id: bianchi, name: 'Bianchi' }],
  ]),
  resellerOf: (partnerId) => ({ partnerId, name: '' }),
  contactOf: (text) => (text === 'own' || text === provider.tenantId ? provider : undefined),
};

describe('a table of changes', () => {
  it('is read with semicolons, commas and tabs, in both languages, with a mark and quotes, losing no line', () => {
    const italian = readChanges(
      '\uFEFFID sottoscrizione;Licenze;Rinnovo automatico;Note\r\ns-1;7;sì;x\r\n"s-2";;no;\r\ns-4;+5;;\r\n;3;;\r\ns-1;abc;forse;\r\n',
    );
    expect(italian.columns).toEqual(['subscriptionId', 'seats', 'autoRenew']);
    expect(italian.unusedColumns).toEqual(['Note']);
    expect(italian.lines.map(({ number, wish, problem }) => [number, wish, problem])).toEqual([
      [2, { seats: { how: 'set', count: 7 }, autoRenew: true }, undefined],
      [3, { autoRenew: false }, undefined],
      // a spreadsheet drops the sign: "five more" would become "five"
      [4, {}, 'seats-signed'],
      [5, { seats: { how: 'set', count: 3 } }, 'id-missing'],
      [6, {}, 'seats-unreadable'],
    ]);
    expect(italian.lines.map(({ cells }) => cells)[2]).toEqual({ seats: '+5' });
    const english = readChanges(
      'Customer ID\tSeats to add\tReseller Partner ID\tSupport contact\tNew name\tNew status\n1\t2\t4847383\town\t\'=SUM(1)\tsuspend',
    );
    expect(english.lines[0]?.wish).toEqual({
      seats: { how: 'add', count: 2 }, reseller: '4847383', contact: 'own', name: '=SUM(1)', status: 'suspended',
    });
    expect(readChanges('s-1,s-2\ns-3')).toMatchObject({ lines: [{ id: 's-1' }, { id: 's-3' }], columns: [], unusedColumns: ['s-2'] });
    expect([hasWishes(english), hasWishes(readChanges('Subscription\ns-1'))]).toEqual([true, false]);
    expect(readChanges('').lines).toEqual([]);
  });

  it('says what is to become of the end of the term, in both languages', () => {
    const wishOf = (word: string): LineWish | undefined => readChanges(`Subscription ID,Auto-renew\ns-1,${word}`).lines[0]?.wish;
    for (const word of ['end', 'Termina', 'annulla']) expect(wishOf(word)).toEqual({ autoRenew: false, atTermEnd: 'cancel' });
    for (const word of ['Extend', 'estendi']) expect(wishOf(word)).toEqual({ autoRenew: false, atTermEnd: 'extend' });
    for (const word of ['renew', 'rinnova', 'sì', 'yes']) expect(wishOf(word)).toEqual({ autoRenew: true });
    expect(readChanges('Subscription ID,Auto-renew\ns-1,perhaps').lines[0]?.problem).toBe('auto-renew-unreadable');
    for (const text of [en, it_]) {
      const sentence = text.bulk.line['auto-renew-unreadable'];
      const words = [...sentence.matchAll(/“(?<word>[^”]+)”/gu)].map(({ groups }) => groups?.['word'] ?? '');
      expect(words.map((word) => wishOf(word)?.atTermEnd)).toEqual(['extend', 'cancel']);
    }
    for (const wish of [{ autoRenew: false, atTermEnd: 'cancel' }, { autoRenew: false, atTermEnd: 'extend' }, { autoRenew: true }] as const) {
      expect(wishOf(cellsOfWish(wish).autoRenew ?? '')).toEqual(wish);
    }
  });

  it.each([['en', en], ['it', it_]] as const)('has headings in %s that it reads itself', (_language, text) => {
    const headings = tableColumns.map((column) => text.bulk.column[column]);
    const { columns } = readChanges(`${headings.join(',')}\n`);
    expect(columns).toEqual(tableColumns.filter((column) => !['customerName', 'product', 'result', 'reason'].includes(column)));
  });

  it('says of each line what nothing is done for: a customer with nothing left, some that an earlier line asks otherwise of', () => {
    const only = new Map([[rossi, { id: rossi, name: 'Rossi' }], [bianchi, { id: bianchi, name: 'Bianchi' }]]);
    const facts_ = { ...lines, customers: only, rows: [row('s-1'), row('s-2'), row('s-4', { status: 'deleted' }, bianchi)] };
    const read = readChanges(`subscription;customer;auto-renew\ns-1;;no\n;${rossi};yes\n;${rossi};yes\n;${bianchi};no`);
    const { targets, unmatched } = matchLines(read.lines, facts_, undefined);
    expect(targets.map(({ row: { subscription }, wish }) => [subscription.id, wish.autoRenew])).toEqual([['s-1', false], ['s-2', true]]);
    expect(unmatched.map(({ line, problem }) => [line.number, problem])).toEqual([[3, 'twice-partly'], [4, 'twice'], [5, 'customer-ended']]);
    const same = matchLines(readChanges(`subscription;customer;auto-renew\ns-1;;no\n;${rossi};no`).lines, facts_, undefined);
    expect([same.targets.length, same.unmatched]).toEqual([2, []]);
  });

  it('is matched with what is known, never with another customer than the line names', () => {
    const read = readChanges([
      'subscription;customer;auto-renew;seats;support contact', 's-1;;no;;', 's-2;rossi.example;no;;', `s-4;${rossi};no;;`, 's-9;;no;;',
      ';rossi.example;no;;', `;${rossi};;3;`, `;nobody.example;no;;`, 's-1;;yes;;', 's-4;;;;own', 's-4;;;;nobody', 's-4;;;;',
    ].join('\n'));
    expect(customersNamed(read.lines)).toEqual(['rossi.example', rossi, 'nobody.example']);
    const { targets, unmatched } = matchLines(read.lines, lines, undefined);
    expect(targets.map((one) => [targetKey(one.row), one.wish, one.line])).toEqual([
      [`${rossi} s-1`, { autoRenew: false }, 2], [`${rossi} s-2`, { autoRenew: false }, 3], [`${bianchi} s-4`, { contact: provider }, 10],
    ]);
    expect(unmatched.map(({ line, problem }) => [line.number, problem])).toEqual([
      [4, 'other-customer'], [5, 'subscription-unknown'], [6, 'twice'], [7, 'subscription-needed'], [8, 'customer-unknown'], [9, 'twice'],
      [11, 'contact-unknown'], [12, 'nothing-asked'],
    ]);
    // a file that only says which, with one wish for all; an id alone may be a customer's
    const which = matchLines(readChanges(`${rossi}\ns-4\nx`).lines, lines, { autoRenew: true });
    expect(which.targets.map(({ row: { subscription } }) => subscription.id)).toEqual(['s-1', 's-2', 's-4']);
    expect(which.unmatched.map(({ problem }) => problem)).toEqual(['subscription-unknown']);
  });
});

describe('a row of the preview', () => {
  const problemOf = (wish: Wish, more: Partial<Subscription> = {}, target: Partial<Target> = {}, known: Partial<PlanFacts> = {}) =>
    planRow({ row: row('s-1', more), wish, ...target }, { ...facts, ...known }).problem;

  it('says why nothing is done', () => {
    const open = (isReplaceable: boolean) => ({ openOf: () => [{ operationId: newOperationId(), isReplaceable }] });
    expect(problemOf({ autoRenew: true })).toBe('already-so');
    expect(problemOf({ contact: provider }, {}, { contact: provider })).toBe('already-so');
    expect(problemOf({ autoRenew: false }, { status: 'Deleted' })).toBe('ended');
    expect(problemOf({ autoRenew: false }, { status: 'pending' })).toBe('not-ready');
    expect(problemOf({ reseller: { partnerId: PartnerId.parse(provider.partnerId), name: '' } })).toBe('own-partner-id');
    expect(problemOf({ reseller: { partnerId: PartnerId.parse('4890005'), name: '' } })).toBe('partner-refused');
    expect(problemOf({ autoRenew: false }, {}, {}, open(false))).toBe('change-open');
    expect(problemOf({ autoRenew: false }, {}, {}, open(true))).toBeUndefined();
    // an upgrade that waits for a decision is not put aside by a change of many
    const upgrading = { openOf: () => [{ operationId: newOperationId(), isReplaceable: true, isUpgrade: true }] };
    expect(problemOf({ autoRenew: false }, {}, {}, upgrading)).toBe('upgrade-open');
    expect(problemOf({ seats: { how: 'set', count: 301 } })).toBe('seats-above');
    expect(problemOf({ seats: { how: 'add', count: 2 } }, { status: 'suspended' })).toBe('suspended');
    expect(problemOf({ seats: { how: 'add', count: 2 }, status: 'active' }, { status: 'suspended' })).toBeUndefined();
    expect(problemOf({ autoRenew: true }, {}, { expected: { fields: { autoRenewEnabled: false } } })).toBe('changed-since');
    const extend = { autoRenew: false, atTermEnd: 'extend' } as const;
    expect([problemOf(extend), problemOf(extend, { isTrial: true }), problemOf(extend, { autoRenewEnabled: false })])
      .toEqual([undefined, 'not-extended', 'already-so']);
    // one that nothing follows ends by itself: no end is asked for
    const software = planRow({ row: row('s-1', { isTrial: true }), wish: { autoRenew: false, atTermEnd: 'cancel' } }, facts);
    expect(software.edits).toEqual({ autoRenewEnabled: false });
  });

  it('lets seats come down only within the window of their batch, to the second', () => {
    const batch = (until: number): Partial<Subscription> =>
      ({ refundableQuantity: { totalQuantity: 2, details: [{ quantity: 2, allowedUntil: later(until) }] } });
    const fewer: Wish = { seats: { how: 'set', count: 3 } };
    expect(problemOf(fewer, batch(1))).toBeUndefined();
    expect(problemOf(fewer, batch(0))).toBe('seats-window');
    expect(problemOf({ seats: { how: 'set', count: 2 } }, batch(1))).toBe('seats-window');
    expect(problemOf(fewer, { cancellableUntil: later(1) })).toBeUndefined();
    expect(problemOf(fewer, { productType: 'Software' })).toBe('seats-fixed');
  });

  it('says what a person should know, and what it takes the place of', () => {
    const operationId = newOperationId();
    const scheduled = {
      product: { productId: 'p', skuId: 's', availabilityId: 'a', billingCycle: 'annual', termDuration: 'P1Y' }, quantity: 3,
    };
    const planned = planRow(
      { row: { ...row('s-1', { scheduled }), readAt: later(-90_000) },
        wish: { autoRenew: false, reseller: { ...alba, partnerId: PartnerId.parse('9999') }, contact: provider } },
      { ...facts, openOf: () => [{ operationId, isReplaceable: true }] },
    );
    expect(planned.notes).toEqual(['old', 'partner-unverified', 'schedule-lost', 'replaces', 'contact-unread', 'renewal-off']);
    expect(planned.replaces).toEqual([operationId]);
    const notesOf = (wish: Target['wish']) => planRow({ row: row('s-1', { scheduled }), wish }, facts).notes;
    // another reseller deletes what is scheduled as well, another name and renewing do not
    expect(notesOf({ reseller: { ...alba, partnerId: PartnerId.parse('9999') } })).toContain('schedule-lost');
    expect(notesOf({ name: 'Other' })).not.toContain('schedule-lost');
    expect(notesOf({ autoRenew: false, atTermEnd: 'cancel' })).toEqual(['schedule-lost', 'end-unsure']);
    expect(changesOfRow(planned).map(({ kind }) => kind)).toEqual(['change-subscription', 'set-support-contact']);
  });
});

/** Small numbers that come out the same for the same seed. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('what is confirmed', () => {
  it('is for every row exactly what its preview shows, and nothing for any other', () => {
    const seed = Date.now();
    const random = randomOf(seed);
    const pick = <Value>(...values: readonly Value[]): Value | undefined => values[random(values.length + 1)];
    for (let round = 0; round < 60; round += 1) {
      const targets = Array.from({ length: 1 + random(40) }, (_unused, index): Target => {
        const found: { -readonly [Key in keyof Wish]: Wish[Key] | undefined } = {
          seats: pick({ how: 'set', count: 1 + random(12) } as const, { how: 'add', count: 1 + random(5) } as const),
          autoRenew: pick(true, false), name: pick('New'), status: pick('active' as const, 'suspended' as const),
          reseller: pick(alba), contact: pick(provider),
        };
        const wish: Wish = Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
        const status = pick('suspended', 'deleted', 'active') ?? 'active';
        const one = row(`s-${index}`, { status, quantity: 1 + random(9), autoRenewEnabled: random(2) === 0 }, random(2) === 0 ? rossi : bianchi);
        return { row: one, wish };
      });
      const planned = targets.map((target) => planRow(target, facts));
      const changes = planned.flatMap(changesOfRow);
      const made = changeOperations(changes, [], provider.partnerId, confirmation());
      expect(made.ok, `seed ${seed}`).toBe(true);
      const operations = made.ok ? made.value.all : [];
      expect(operations.map(({ kind, payload }) => ({ kind, payload })), `seed ${seed}`).toEqual(changes);
      const named = new Set(planned.filter(({ problem }) => problem === undefined).map(({ key }) => key));
      for (const operation of operations) {
        if (operation.kind !== 'change-subscription' || operation.payload.customer.kind !== 'tenant') continue;
        expect(named.has(`${operation.payload.customer.customerId} ${operation.payload.subscriptionId}`), `seed ${seed}`).toBe(true);
        expect(areMade(operation.payload.edits, operation.payload.base), `seed ${seed}`).toBe(false);
      }
    }
  });
});

const doneOf = (operation: Operation, subscription: Subscription): Operation =>
  ({ ...operation, state: { name: 'done', at: start, result: { kind: 'change-subscription', subscription, wasThere: false } } });

describe('taking a bulk change back', () => {
  const wish: Wish = { seats: { how: 'set', count: 9 }, autoRenew: false, reseller: alba };
  const rows = [row('s-1'), row('s-2'), row('s-3', { partnerId: undefined }), row('s-4')].map((one) => {
    const { partnerId, ...rest } = one.subscription;
    return { ...one, subscription: partnerId === undefined ? rest : one.subscription };
  });
  const planned = rows.map((one) => planRow({ row: one, wish }, facts));
  const made = changeOperations(planned.flatMap(changesOfRow), [], provider.partnerId, confirmation());
  const operations = (made.ok ? made.value.all : []).map((operation, index) => {
    const { subscription } = rows[index] ?? row('x');
    return index === 3 ? operation : doneOf(operation, subscription);
  });
  const content = {
    rows: rows.map(({ customerId, subscription }, index) => ({
      customerId, subscriptionId: subscription.id, operationIds: [operations[index]?.id ?? newOperationId()],
    })),
  };
  const now = (id: string, more: Partial<Subscription> = {}): Target['row'] =>
    row(id, { quantity: 9, autoRenewEnabled: false, partnerId: '4847383', ...more });

  it('asks for what was before, of what was done, and leaves alone what changed since', () => {
    const results = resultRows(content, operations);
    expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done', 'waiting']);
    const inWindow = { cancellableUntil: later(60) };
    const targets = undoTargets(results, {
      rows: [now('s-1', inWindow), now('s-2', { quantity: 12 }), now('s-3', inWindow), now('s-4')], contactOf: () => undefined, nameOf: () => 'Old',
    });
    const undone = targets.map((target) => planRow(target, facts));
    expect(undone.map(({ key, problem }) => [key, problem])).toEqual([
      [`${rossi} s-1`, undefined], [`${rossi} s-2`, 'changed-since'], [`${rossi} s-3`, 'nothing-before'],
    ]);
    expect(undone[0]?.edits).toEqual({ quantity: 5, autoRenewEnabled: true, reseller: { partnerId: '1111111', name: 'Old' } });
    const closed = undoTargets(results, { rows: [now('s-1', { cancellableUntil: start })], contactOf: () => undefined, nameOf: () => '' });
    expect(closed.map((target) => planRow(target, facts).problem)).toEqual(['seats-window']);
  });

  it('leaves alone what stood already by somebody else, whatever became of it since', () => {
    const results = resultRows(content, operations.map((one): Operation => {
      if (one.state.name !== 'done' || one.state.result.kind !== 'change-subscription') return one;
      return { ...one, state: { ...one.state, result: { ...one.state.result, stood: ['autoRenewEnabled', 'reseller'] } } };
    }));
    const inWindow = { cancellableUntil: later(60), autoRenewEnabled: true, partnerId: '7777777' };
    const [target] = undoTargets(results, { rows: [now('s-1', inWindow)], contactOf: () => undefined, nameOf: () => 'Old' });
    const undone = target && planRow(target, facts);
    expect(undone?.problem).toBeUndefined();
    expect(undone?.edits).toEqual({ quantity: 5 });
    // a reseller nobody knows any more is no hindrance where it is not ours to take back
    const third = undoTargets(results, { rows: [now('s-3', inWindow)], contactOf: () => undefined, nameOf: () => 'Old' });
    expect(third.map((one) => planRow(one, facts).problem)).toEqual([undefined]);
  });

  it('puts a support contact back only over the one it made, also where nobody read it since', () => {
    const base = row('s-1');
    const [change] = changesOfRow(planRow({ row: base, wish: { contact: other }, expected: { contact: provider } }, facts));
    expect(change).toMatchObject({ kind: 'set-support-contact', payload: { contact: other, before: provider } });
  });

  it('puts back the end that was chosen before', () => {
    const undone = (before: Partial<Subscription>, asked: Wish, after: Partial<Subscription>, stood?: ['autoRenewEnabled']): unknown => {
      const [change] = changesOfRow(planRow({ row: row('s-1', before), wish: asked }, facts));
      if (change?.kind !== 'change-subscription') throw new Error('Nothing is changed');
      const edited = changeOperations([change], [], provider.partnerId, confirmation());
      const [first] = edited.ok ? edited.value.all : [];
      if (first === undefined) throw new Error('Not confirmed');
      const { subscription } = row('s-1', after);
      const result = { kind: 'change-subscription', subscription, wasThere: false, ...(stood && { stood }) } as const;
      const done: Operation = { ...first, state: { name: 'done', at: start, result } };
      const results = resultRows({ rows: [{ customerId: rossi, subscriptionId: 's-1', operationIds: [done.id] }] }, [done]);
      const [target] = undoTargets(results, { rows: [row('s-1', after)], contactOf: () => undefined, nameOf: () => '' });
      return target && planRow(target, facts).edits;
    };
    const [on, off, over] = [{}, { autoRenewEnabled: false }, { autoRenewEnabled: false, atTermEnd: 'cancel' } as const];
    const end: Wish = { autoRenew: false, atTermEnd: 'cancel' };
    expect(undone(on, end, over)).toEqual({ autoRenewEnabled: true });
    expect(undone(off, end, over)).toEqual({ atTermEnd: 'extend' });
    expect(undone(over, { autoRenew: false, atTermEnd: 'extend' }, off)).toEqual({ atTermEnd: 'cancel' });
    // off alone would extend what was to end
    expect(undone(over, { autoRenew: true }, on)).toEqual({ autoRenewEnabled: false, atTermEnd: 'cancel' });
    // somebody else had it off already
    expect(undone(on, end, over, ['autoRenewEnabled'])).toEqual({ atTermEnd: 'extend' });
  });

  it('exports what was not done as a table that is read again', () => {
    const results = resultRows(content, operations);
    const line = readChanges('subscription;seats\ns-9;+5').lines[0];
    if (line === undefined) throw new Error('No line');
    const words = { resultOf: () => 'Refused', reasonOf: () => '=HYPERLINK("x")', leftOut: 'Left out', whyOf: (why: string) => why };
    const table = changeTable(results.slice(3), [leftOutOfLine(line, 'seats-signed')], words);
    const text = csvText(tableColumns.map((column) => en.bulk.column[column]), table);
    expect(text).toContain(`"'=HYPERLINK`);
    const { lines: again } = readChanges(text);
    expect(again.map(({ subscriptionId, customer, wish: asked, problem }) => [subscriptionId, customer, asked, problem])).toEqual([
      ['s-4', rossi, { seats: { how: 'set', count: 9 }, autoRenew: false, reseller: '4847383' }, undefined],
      // corrected by a person, never guessed
      ['s-9', undefined, {}, 'seats-signed'],
    ]);
    expect(fieldsOf(rows[3]?.subscription ?? row('x').subscription).quantity).toBe(5);
  });
});
