import type { CustomerTenantId, ResellerTenantId } from '../../../shared/ids.ts';
import type { CustomerIndex } from './customer-index.ts';
import type { AssociationRecord } from './records.ts';

const ID_LENGTH = 36;

function* idsIn(ids: string): Generator<string> {
  for (let start = 0; start < ids.length; start += ID_LENGTH) yield ids.slice(start, start + ID_LENGTH);
}

/**
 * Which customers each reseller has. The lists of customers carry no reseller, so this comes from the lists of
 * customers of each reseller (list-customers-of-reseller, notes), and from customers made here since.
 */
export class AssociationMap {
  /** Ids of the reseller's customers, one after the other, as stored. */
  private readonly pulled = new Map<ResellerTenantId, string>();
  private readonly made = new Map<ResellerTenantId, Set<CustomerTenantId>>();
  private readonly numbers = new Map<ResellerTenantId, number>();
  private readonly byNumber: ResellerTenantId[] = [];
  /** By row of the index: number of its first reseller plus one, 0 for none. */
  private first = new Uint16Array(0);
  private readonly further = new Map<number, number[]>();
  /** Another number after each change. */
  version = 0;
  private linkedTo: CustomerIndex | undefined;
  private linkedRows = -1;

  load(records: readonly AssociationRecord[]): void {
    for (const { resellerId, ids } of records) this.pulled.set(resellerId, ids);
    this.unlink();
  }

  /** Sets what the server says of one reseller. */
  set(resellerId: ResellerTenantId, ids: string): void {
    const before = this.pulled.get(resellerId);
    this.pulled.set(resellerId, ids);
    this.version += 1;
    if (before === undefined && this.linkedTo !== undefined) this.link(this.linkedTo, resellerId, idsIn(ids));
    else if (before !== ids) this.unlink();
  }

  /** Adds a customer that was made or opened here and is not in the pulled list yet. */
  add(resellerId: ResellerTenantId, customerId: CustomerTenantId): void {
    const made = this.made.get(resellerId) ?? new Set();
    made.add(customerId);
    this.made.set(resellerId, made);
    this.unlink();
  }

  /** Forgets resellers that are no longer in the list. */
  keepOnly(resellerIds: ReadonlySet<ResellerTenantId>): void {
    for (const map of [this.pulled, this.made]) {
      for (const id of map.keys()) if (!resellerIds.has(id)) map.delete(id);
    }
    this.unlink();
  }

  count(resellerId: ResellerTenantId): number {
    const ids = this.pulled.get(resellerId) ?? '';
    let made = 0;
    for (const id of this.made.get(resellerId) ?? []) if (!ids.includes(id)) made += 1;
    return ids.length / ID_LENGTH + made;
  }

  /** All pairs of customer and reseller that were pulled. */
  get pairs(): number {
    let length = 0;
    for (const ids of this.pulled.values()) length += ids.length;
    return length / ID_LENGTH;
  }

  /** Rows of the index that are customers of the reseller. */
  rowsOf(resellerId: ResellerTenantId, index: CustomerIndex): number[] {
    const rows = new Set<number>();
    for (const id of idsIn(this.pulled.get(resellerId) ?? '')) rows.add(index.rowOf(id));
    for (const id of this.made.get(resellerId) ?? []) rows.add(index.rowOf(id));
    rows.delete(-1);
    return [...rows];
  }

  /** Marks the rows of the index that are customers of any of these resellers; false when none is. */
  mark(resellerIds: ReadonlySet<ResellerTenantId>, index: CustomerIndex, marks: Uint8Array): boolean {
    if (resellerIds.size === 0) return false;
    this.linkAll(index);
    const wanted = new Uint8Array(this.byNumber.length + 1);
    this.byNumber.forEach((id, number) => {
      if (resellerIds.has(id)) wanted[number + 1] = 1;
    });
    let isAny = false;
    const take = (row: number): void => {
      marks[row] = 1;
      isAny = true;
    };
    this.first.forEach((number, row) => wanted[number] === 1 && take(row));
    for (const [row, numbers] of this.further) if (numbers.some((number) => wanted[number + 1] === 1)) take(row);
    return isAny;
  }

  /** Rows of the index that no reseller's list names. */
  rowsWithout(index: CustomerIndex): readonly number[] {
    this.linkAll(index);
    const rows: number[] = [];
    this.first.forEach((number, row) => {
      if (number === 0) rows.push(row);
    });
    return rows;
  }

  /** Resellers of one row of the index. */
  resellersOf(row: number, index: CustomerIndex): readonly ResellerTenantId[] {
    this.linkAll(index);
    const first = this.first[row] ?? 0;
    if (first === 0) return [];
    const numbers = [first - 1, ...(this.further.get(row) ?? [])];
    return numbers.flatMap((number) => this.byNumber[number] ?? []);
  }

  private unlink(): void {
    this.version += 1;
    this.linkedTo = undefined;
  }

  private linkAll(index: CustomerIndex): void {
    if (this.linkedTo === index && this.linkedRows === index.rowNumbers) return;
    this.first = new Uint16Array(index.rowNumbers);
    this.further.clear();
    this.linkedTo = index;
    this.linkedRows = index.rowNumbers;
    for (const [resellerId, ids] of this.pulled) this.link(index, resellerId, idsIn(ids));
    for (const [resellerId, ids] of this.made) this.link(index, resellerId, ids);
  }

  private link(index: CustomerIndex, resellerId: ResellerTenantId, ids: Iterable<string>): void {
    const number = this.numberOf(resellerId);
    for (const id of ids) {
      const row = index.rowOf(id);
      const first = this.first[row] ?? 0;
      if (row < 0 || first === number + 1) continue;
      const further = this.further.get(row);
      if (first === 0) this.first[row] = number + 1;
      else if (further === undefined) this.further.set(row, [number]);
      else if (!further.includes(number)) further.push(number);
    }
  }

  private numberOf(resellerId: ResellerTenantId): number {
    const known = this.numbers.get(resellerId);
    if (known !== undefined) return known;
    this.numbers.set(resellerId, this.byNumber.length);
    return this.byNumber.push(resellerId) - 1;
  }
}
