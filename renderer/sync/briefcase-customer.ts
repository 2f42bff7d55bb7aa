import type { Failure, FailureCode } from '../../shared/contract/failure.ts';
import type { CustomerPart, CustomerParts } from '../../shared/domain/briefcase/briefcase-parts.ts';
import { freshSeconds, isDue } from '../../shared/domain/briefcase/due-parts.ts';
import { agreementRead } from '../../shared/domain/customer/agreement-state.ts';
import { isActiveSubscription, isCancelled } from '../../shared/domain/subscription/subscription.ts';
import type { SupportContact } from '../../shared/domain/subscription/subscription.ts';
import type { CustomerTenantId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Mirror, MirrorUpdate } from '../../shared/ports/mirror.ts';
import type { Patience, Asked } from './radar/patience.ts';

/** Refusals that concern the account: the next customer would be refused as well. A role may be missing for one customer alone. */
const ofAccount: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'sign-in-needed', 'mfa-needed', 'wrong-tenant', 'own-agreement-missing', 'program-not-active', 'account-missing',
]);
/** The customer itself is refused: nothing else of it can be read either. */
const ofCustomer: ReadonlySet<FailureCode> = new Set<FailureCode>(['customer-not-found', 'no-customer-relationship']);

/** Nothing more can be asked; no failure when somebody stopped the reading. */
export interface BriefcaseStop {
  readonly failure?: Failure;
}

export interface CustomerReading {
  readonly mirror: Pick<Mirror, 'apply' | 'customer'>;
  readonly clock: Clock;
  readonly patience: Pick<Patience, 'ask'>;
  readonly unread: (part: CustomerPart, failure: Failure) => void;
}

/** Reads the parts of one customer that are due, one call after the other, and keeps them together at the end, also of a part. */
export class CustomerReader {
  private readonly parts: CustomerReading;
  private readonly id: CustomerTenantId;
  private updates: MirrorUpdate[] = [];
  private isRefused = false;
  /** Whether anything at all was answered. */
  isAnswered = false;

  constructor(parts: CustomerReading, { id }: Pick<CustomerParts, 'id'>) {
    this.parts = parts;
    this.id = id;
  }

  async read(due: readonly CustomerPart[]): Promise<BriefcaseStop | undefined> {
    for (const part of due) {
      if (this.isRefused) break;
      const stop = await (part === 'support-contacts' ? this.readContacts() : part === 'upgrades' ? this.readUpgrades() : this.readPart(part));
      if (stop === undefined) continue;
      await this.keep();
      return stop;
    }
    await this.keep();
    return undefined;
  }

  /** Puts into the copy what was read so far. */
  async keep(): Promise<void> {
    for (const update of this.updates.splice(0)) await this.parts.mirror.apply(update);
  }

  private async readPart(part: Exclude<CustomerPart, 'support-contacts' | 'upgrades'>): Promise<BriefcaseStop | undefined> {
    const { id: customerId, parts: { clock, patience } } = this;
    const input = { customerId };
    const at = clock.now();
    switch (part) {
      case 'detail':
        return this.take(part, await patience.ask('read-customer', input), (detail) => ({ kind: 'customer-read', detail, at }));
      case 'subscriptions':
        return this.take(part, await patience.ask('list-subscriptions', input), ({ subscriptions }) =>
          ({ kind: 'subscriptions-read', customerId, subscriptions, at }));
      case 'orders':
        return this.take(part, await patience.ask('list-orders', input), ({ orders }) => ({ kind: 'orders-read', customerId, orders, at }));
      case 'agreement':
        return this.take(part, await patience.ask('read-agreement-state', input), (read) =>
          ({ kind: 'agreement-read', customerId, agreement: agreementRead(read, at) }));
      case 'qualifications':
        return this.take(part, await patience.ask('read-qualifications', input), ({ qualifications }) =>
          ({ kind: 'qualifications-read', customerId, qualifications, at }));
    }
  }

  /** Of the subscriptions as they are known now, those just read included. */
  private async readContacts(): Promise<BriefcaseStop | undefined> {
    const { id: customerId, parts: { clock, patience, mirror } } = this;
    await this.keep();
    const { subscriptions = [], supportContactsReadAt = {} } = (await mirror.customer(customerId)) ?? {};
    const at = clock.now();
    const contacts: Record<string, SupportContact> = {};
    let stop: BriefcaseStop | undefined;
    for (const { id: subscriptionId } of subscriptions.filter((one) => !isCancelled(one))) {
      if (!isDue(supportContactsReadAt[subscriptionId], freshSeconds['support-contacts'], at)) continue;
      const asked = await patience.ask('read-support-contact', { customerId, subscriptionId });
      if (asked.kind === 'answered') contacts[subscriptionId] = asked.value;
      stop = this.hear('support-contacts', asked);
      if (stop !== undefined || this.isRefused) break;
    }
    if (Object.keys(contacts).length > 0) this.updates.push({ kind: 'support-contacts-read', customerId, contacts, at });
    return stop;
  }

  /** What each of them that runs may become; of one that may become nothing at all (900263) that is what there is to know. */
  private async readUpgrades(): Promise<BriefcaseStop | undefined> {
    const { id: customerId, parts: { clock, patience, mirror } } = this;
    await this.keep();
    const { subscriptions = [], upgrades = {} } = (await mirror.customer(customerId)) ?? {};
    const at = clock.now();
    for (const { id: subscriptionId } of subscriptions.filter(isActiveSubscription)) {
      if (!isDue(upgrades[subscriptionId]?.at, freshSeconds.upgrades, at)) continue;
      const asked = await patience.ask('read-transitions', { customerId, subscriptionId });
      const isNone = asked.kind === 'refused' && asked.failure.code === 'upgrade-not-possible';
      const targets = asked.kind === 'answered' ? asked.value : { immediate: [], scheduled: [] };
      if (isNone || asked.kind === 'answered') this.updates.push({ kind: 'upgrades-known', customerId, subscriptionId, upgrades: { targets, at } });
      if (isNone) continue;
      const stop = this.hear('upgrades', asked);
      if (stop !== undefined || this.isRefused) return stop;
    }
    return undefined;
  }

  private take<Value>(part: CustomerPart, asked: Asked<Value>, toUpdate: (value: Value) => MirrorUpdate): BriefcaseStop | undefined {
    if (asked.kind === 'answered') this.updates.push(toUpdate(asked.value));
    return this.hear(part, asked);
  }

  private hear(part: CustomerPart, asked: Asked<unknown>): BriefcaseStop | undefined {
    if (asked.kind === 'answered') {
      this.isAnswered = true;
      return undefined;
    }
    if (asked.kind === 'stopped') return asked;
    const { failure } = asked;
    if (ofAccount.has(failure.code)) return { failure };
    this.parts.unread(part, failure);
    // one refusal is an answer as well
    if (asked.kind === 'refused') this.isAnswered = true;
    if (ofCustomer.has(failure.code)) this.isRefused = true;
    return undefined;
  }
}
