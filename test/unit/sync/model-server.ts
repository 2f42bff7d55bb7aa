import { fieldsEdited, isSameField, withEdits } from '../../../shared/domain/subscription/edited-fields.ts';
import type { SubscriptionEdits, SubscriptionFields } from '../../../shared/domain/subscription/subscription-edits.ts';
import { CustomerTenantId } from '../../../shared/ids.ts';
import { isBefore, plusSeconds } from '../../../shared/instant.ts';
import type { Instant } from '../../../shared/instant.ts';
import { isWrite } from '../../../shared/partner-center/server-call.ts';
import type { ServerCallInput } from '../../../shared/partner-center/server-call.ts';
import type { Incoming, Outgoing } from '../../../shared/sync/exchange.ts';
import { answer, notSent, provider, refusal, silence, start, throttle, working } from './sync-builders.ts';

export const faults = [
  'none', 'lost-before', 'lost-after', 'throttled', 'not-sent', 'signed-out', 'refused', 'forgetful', 'cart-gone', 'price', 'reseller',
  'meddle', 'edited', 'seats', 'taken', 'busy', 'unagreed', 'no-promotion',
] as const;
export type Fault = (typeof faults)[number];

interface ModelCart {
  readonly lines: ServerCallInput<'create-cart'>['lines'];
  isOpen: boolean;
}
interface ModelSubscription extends SubscriptionFields {
  readonly partnerId: string;
  readonly version: number;
  /** The operation that wrote last, and the fields it wrote. */
  readonly set?: { readonly by: string; readonly fields: readonly string[] };
  /** Of its product and SKU. */
  readonly offerId?: string;
}
/** What an upgrade makes of part of the seats, or of all. */
interface ModelUpgrade {
  readonly operationId: string;
  readonly subscriptionId: string;
  readonly asked: ServerCallInput<'transition-subscription'>;
  readonly at: Instant;
  /** When its work is done. */
  readonly doneAt: Instant;
}
interface ModelContact {
  readonly contact: ServerCallInput<'set-support-contact'>['contact'];
  readonly setBy?: string;
}
const untouched: ModelSubscription = {
  quantity: 5, autoRenewEnabled: true, friendlyName: 'Exchange', status: 'active', partnerId: '1111111', version: 1,
};
interface ModelOrder {
  readonly order: object;
  readonly at: Instant;
}

const isChangeOfOne = (call: Outgoing['call']): boolean =>
  call === 'change-subscription' || call === 'cancel-subscription' || call === 'transition-subscription';
/** What the model's subscription may become, and how long that takes a server that says no more than that it took it. */
const upgradedId = 'CFQ2:0001:NEW';
const secondsToUpgrade = 120;

/** What is wrong with what one call is about, as the server says it. */
function objectionTo(call: Outgoing['call'], fault: Fault, now: Instant): Incoming | undefined {
  if (fault === 'unagreed' && call === 'checkout') return refusal('agreement-missing');
  if (fault === 'no-promotion' && call === 'check-promotions') return answer({ lines: [{ lineId: 0, eligibilities: [] }] });
  if (fault === 'busy' && isChangeOfOne(call)) return refusal('change-in-progress');
  if (fault === 'price' && call === 'read-offers') return answer({ listDate: now, lines: [] });
  if (fault === 'reseller' && call === 'check-reseller') return answer({ isKnown: true, isAgreementSigned: false });
  return undefined;
}

/** What is heard of what was done. */
function afterwards(call: Outgoing['call'], fault: Fault, reply: Incoming): Incoming {
  if (fault === 'taken' && (call === 'change-subscription' || call === 'transition-subscription') && reply.outcome === 'answered') return working;
  return fault === 'lost-after' ? silence : reply;
}

/** A tiny Partner Center: performs each write once for each MS-RequestId, and remembers which operation asked for it. */
export class ModelServer {
  readonly performed: Outgoing[] = [];
  readonly received: Outgoing[] = [];
  readonly #replies = new Map<string, Incoming>();
  readonly #domains = new Set<string>();
  readonly #attested = new Set<string>();
  readonly #carts = new Map<string, ModelCart>();
  readonly #orders: ModelOrder[] = [];
  readonly #listingDelaySeconds: number;
  /** By subscription id; what was never touched is as `firstPartner` says. */
  readonly #subscriptions = new Map<string, ModelSubscription>();
  readonly #contacts = new Map<string, ModelContact>();
  #upgrades: readonly ModelUpgrade[] = [];
  readonly #converted = new Set<ModelUpgrade>();
  /** A customer that is asked to accept the agreement does so at that moment. */
  readonly acceptsAt: Instant;
  /** What edits of a subscription were performed over, oldest first. */
  readonly replaced: { readonly operationId: string; readonly edits: SubscriptionEdits; readonly was: SubscriptionFields }[] = [];
  /** How subscriptions stood after somebody else changed them. */
  readonly #madeByOthers: SubscriptionFields[] = [];

  constructor(listingDelaySeconds: number, acceptsAt: Instant = start) {
    this.#listingDelaySeconds = listingDelaySeconds;
    this.acceptsAt = acceptsAt;
  }

  /** How often the server did that for the operation. */
  timesDone(operationId: string, call: Outgoing['call']): number {
    return this.performed.filter((one) => one.operationId === operationId && one.call === call).length;
  }

  exchange(outgoing: Outgoing, fault: Fault, now: Instant): Incoming {
    if (fault === 'not-sent') return notSent('unreachable');
    if (fault === 'signed-out') return notSent('sign-in-needed');
    this.received.push(outgoing);
    if (fault === 'lost-before') return silence;
    if (fault === 'throttled') return throttle(30);
    if (fault === 'refused') return refusal('role-missing');
    const objection = objectionTo(outgoing.call, fault, now);
    if (objection) return objection;
    if (fault === 'cart-gone') for (const [id, cart] of this.#carts) if (cart.isOpen) this.#carts.delete(id);
    if (fault === 'forgetful' && outgoing.call !== 'create-customer') this.#replies.delete(outgoing.requestId);
    if (fault === 'meddle' || fault === 'edited' || fault === 'seats') this.#touch(outgoing, fault);
    this.#convert(now);
    return afterwards(outgoing.call, fault, this.#reply(outgoing, fault, now));
  }

  #reply(outgoing: Outgoing, fault: Fault, now: Instant): Incoming {
    if (!isWrite(outgoing.call)) return this.#act(outgoing, now);
    const known = this.#replies.get(outgoing.requestId);
    if (known) return known;
    const isThere = this.isSetBy(outgoing.operationId);
    const reply = outgoing.call === 'reset-password' ? this.#reset(outgoing)
      : outgoing.call === 'transition-subscription' ? this.#beginUpgrade(outgoing, fault, now)
      : this.#act(outgoing, now);
    if (reply.outcome === 'answered') {
      // Setting again what is there is nothing done.
      if (!isThere || outgoing.call === 'transition-subscription') this.performed.push(outgoing);
      this.#replies.set(outgoing.requestId, reply);
    }
    return reply;
  }

  /** Whether the subscription, or its support contact, is now what this operation made of it. */
  isSetBy(operationId: string): boolean {
    const isOnSubscription = [...this.#subscriptions.values()].some(({ set }) => set?.by === operationId);
    return isOnSubscription || [...this.#contacts.values()].some(({ setBy }) => setBy === operationId) ||
      this.#upgrades.some((one) => one.operationId === operationId);
  }

  /** Somebody else changes the subscription a moment before the call: its reseller, or anything else of it. */
  #touch({ call, input }: Outgoing, how: 'meddle' | 'edited' | 'seats'): void {
    if (!isChangeOfOne(call) && call !== 'read-subscription') return;
    const { subscriptionId } = input as ServerCallInput<'read-subscription'>;
    const now = this.#subscriptions.get(subscriptionId) ?? untouched;
    const version = now.version + 1;
    const touched = how === 'meddle' ? { partnerId: `${2_000_000 + version}` } : how === 'seats' ? { quantity: now.quantity + 1 } : {};
    const { set, ...others } = { ...now, ...touched, version };
    // Whoever writes over what an operation set has the last word.
    const isOver = set?.fields.some((field) => field in touched) ?? true;
    this.#subscriptions.set(subscriptionId, { ...others, ...(set && !isOver && { set }) });
    this.#madeByOthers.push(this.fieldsNow(subscriptionId));
  }

  /** Whether somebody else happened to set the very values of these edits: nobody can tell that from one's own lost write. */
  isMadeByOthers(edits: SubscriptionEdits): boolean {
    return this.#madeByOthers.some((fields) => fieldsEdited(edits).every((field) => isSameField(field, fields, withEdits(fields, edits))));
  }

  /** How a subscription stands. */
  fieldsNow(id: string): SubscriptionFields {
    const { version: _, set: __, offerId: ___, ...fields } = this.#subscriptions.get(id) ?? untouched;
    return fields;
  }

  #subscription(id: string, { version: _, set: __, ...fields }: ModelSubscription): object {
    return { id, offerName: 'Exchange', ...fields };
  }

  #changeSubscription({ input, operationId }: Outgoing): Incoming {
    const { subscriptionId, edits, etag } = input as ServerCallInput<'change-subscription'>;
    const was = this.#subscriptions.get(subscriptionId) ?? untouched;
    if (etag !== `tag-${was.version}`) return refusal('resource-changed');
    const { partnerId = was.partnerId, scheduled, ...fields } = withEdits(this.fieldsNow(subscriptionId), edits);
    this.replaced.push({ operationId, edits, was: this.fieldsNow(subscriptionId) });
    // Any change before the renewal deletes what was scheduled for it.
    const kept = edits.scheduled === undefined ? undefined : scheduled;
    const set = { by: operationId, fields: fieldsEdited(edits) };
    const now = { ...fields, partnerId, version: was.version + 1, set, ...(kept && { scheduled: kept }) };
    this.#subscriptions.set(subscriptionId, now);
    return answer({ subscription: this.#subscription(subscriptionId, now) });
  }

  #cancelSubscription({ input, operationId }: Outgoing): Incoming {
    const { subscriptionId, etag } = input as ServerCallInput<'cancel-subscription'>;
    const was = this.#subscriptions.get(subscriptionId) ?? untouched;
    if (was.status === 'deleted') return refusal('subscription-over');
    if (etag !== `tag-${was.version}`) return refusal('resource-changed');
    const now = { ...was, version: was.version + 1, status: 'deleted', set: { by: operationId, fields: ['status'] } };
    this.#subscriptions.set(subscriptionId, now);
    return answer({ subscription: this.#subscription(subscriptionId, now) });
  }

  #act(outgoing: Outgoing, now: Instant): Incoming {
    const { call, input, requestId } = outgoing;
    switch (call) {
      case 'check-address':
        return answer({ status: 'Verified', suggestions: [] });
      case 'check-domain':
        return answer({ isFree: !this.#domains.has((input as ServerCallInput<'check-domain'>).domain) });
      case 'create-customer':
        return this.#create((input as ServerCallInput<'create-customer'>).form.domain);
      case 'read-agreement-state':
        return answer({ isAccepted: !isBefore(now, this.acceptsAt), how: 'none' });
      case 'read-agreement-template':
        return answer({ templateId: 'template' });
      case 'confirm-agreement':
        return this.#attest(input as ServerCallInput<'confirm-agreement'>);
      case 'check-reseller':
        return answer({ isKnown: true, isAgreementSigned: true });
      case 'read-offers': {
        const { lines } = input as ServerCallInput<'read-offers'>;
        return answer({ listDate: now, lines: lines.map(({ lineId, productId, skuId }) => ({ lineId, catalogItemId: `${productId}:${skuId}:A` })) });
      }
      case 'check-promotions': {
        const { lines } = input as ServerCallInput<'check-promotions'>;
        const judged = lines.map(({ lineId, promotionId }) => ({ lineId, eligibilities: [{ promotionId, isEligible: true, errors: [] }] }));
        return answer({ lines: judged });
      }
      case 'create-cart':
        return this.#makeCart(input as ServerCallInput<'create-cart'>, requestId, now);
      case 'checkout':
        return this.#checkOut(input as ServerCallInput<'checkout'>, requestId, now);
      case 'list-orders':
        return answer({
          orders: this.#orders
            .filter(({ at }) => !isBefore(now, plusSeconds(at, this.#listingDelaySeconds)))
            .map(({ order }) => order),
        });
      default:
        return this.#actOnSubscription(outgoing, now);
    }
  }

  #actOnSubscription(outgoing: Outgoing, now: Instant): Incoming {
    const { call, input, operationId } = outgoing;
    switch (call) {
      case 'read-subscription': {
        const { subscriptionId } = input as ServerCallInput<'read-subscription'>;
        const found = this.#subscriptions.get(subscriptionId) ?? untouched;
        const resource = { id: subscriptionId, partnerId: found.partnerId };
        return answer({ subscription: this.#subscription(subscriptionId, found), resource, etag: `tag-${found.version}` });
      }
      case 'change-subscription':
        return this.#changeSubscription(outgoing);
      case 'cancel-subscription':
        return this.#cancelSubscription(outgoing);
      case 'read-transitions': {
        const { subscriptionId } = input as ServerCallInput<'read-transitions'>;
        const isThere = this.#subscriptions.get(subscriptionId)?.offerId === upgradedId;
        const ways = [{ type: 'transition_only', isEligible: !this.#isUpgrading(subscriptionId, now), errors: [] }];
        return answer({ immediate: isThere ? [] : [{ catalogItemId: upgradedId, title: 'Premium', ways, into: [] }], scheduled: [] });
      }
      case 'list-transitions':
        return answer({
          upgrades: this.#upgrades
            .filter(({ at }) => !isBefore(now, plusSeconds(at, this.#listingDelaySeconds)))
            .map((one) => this.#upgrade(one, now)),
        });
      case 'read-support-contact':
        return answer(this.#contacts.get((input as ServerCallInput<'read-support-contact'>).subscriptionId)?.contact ?? provider);
      case 'set-support-contact': {
        const { subscriptionId, contact } = input as ServerCallInput<'set-support-contact'>;
        this.#contacts.set(subscriptionId, { contact, setBy: operationId });
        return answer(contact);
      }
      default:
        throw new Error(`The model does not know ${call}`);
    }
  }

  #beginUpgrade({ input, operationId }: Outgoing, fault: Fault, now: Instant): Incoming {
    const asked = input as ServerCallInput<'transition-subscription'>;
    const { subscriptionId, quantity, toCatalogItemId } = asked;
    const was = this.#subscriptions.get(subscriptionId) ?? untouched;
    if (this.#isUpgrading(subscriptionId, now)) return refusal('change-in-progress');
    const isPossible = toCatalogItemId === upgradedId && was.offerId !== upgradedId && quantity <= was.quantity;
    if (!isPossible) return refusal('upgrade-not-possible');
    const begun = { operationId, subscriptionId, asked, at: now, doneAt: plusSeconds(now, fault === 'taken' ? secondsToUpgrade : 0) };
    this.#upgrades = [...this.#upgrades, begun];
    return answer({ upgrade: this.#upgrade(begun, now) });
  }

  #isUpgrading(id: string, now: Instant): boolean {
    return this.#upgrades.some(({ subscriptionId, doneAt }) => subscriptionId === id && isBefore(now, doneAt));
  }

  #upgrade({ asked: { toCatalogItemId, quantity, transitionType }, at, doneAt }: ModelUpgrade, now: Instant): object {
    const events = [{ name: 'Conversion', status: isBefore(now, doneAt) ? 'InProgress' : 'Completed', errors: [] }];
    return { id: `upgrade ${at} ${quantity}`, toCatalogItemId, quantity, type: transitionType, events };
  }

  /** Seats of which the upgrade is done are no more what they were. */
  #convert(now: Instant): void {
    const isDone = ({ doneAt }: ModelUpgrade): boolean => !isBefore(now, doneAt);
    for (const { subscriptionId, asked } of this.#upgrades.filter((one) => isDone(one) && !this.#converted.has(one))) {
      const { quantity, toCatalogItemId } = asked;
      const was = this.#subscriptions.get(subscriptionId) ?? untouched;
      const change = quantity >= was.quantity ? { offerId: toCatalogItemId } : { quantity: was.quantity - quantity };
      this.#subscriptions.set(subscriptionId, { ...was, ...change, version: was.version + 1 });
    }
    for (const one of this.#upgrades.filter(isDone)) this.#converted.add(one);
  }

  #reset({ input }: Outgoing): Incoming {
    const { userId } = input as ServerCallInput<'reset-password'>;
    return answer({ userId });
  }

  #create(domain: string): Incoming {
    if (this.#domains.has(domain)) return refusal('domain-taken');
    this.#domains.add(domain);
    return answer({ customerId: CustomerTenantId.parse(crypto.randomUUID()), domain, credentials: 'sealed' });
  }

  #attest({ customerId, dateAgreed }: ServerCallInput<'confirm-agreement'>): Incoming {
    if (this.#attested.has(customerId)) return refusal('agreement-already-confirmed');
    this.#attested.add(customerId);
    return answer({ dateAgreed });
  }

  #makeCart({ lines, reseller }: ServerCallInput<'create-cart'>, cartId: string, now: Instant): Incoming {
    this.#carts.set(cartId, { lines, isOpen: true });
    const partnerId = reseller.kind === 'reseller' ? { partnerId: reseller.partnerId } : {};
    const cartLines = lines.map(({ id, catalogItemId, quantity, termDuration, billingCycle, addonOf, promotion }) => ({
      id, catalogItemId, quantity, termDuration, billingCycle, orderGroup: '0', ...partnerId,
      ...(addonOf?.kind === 'line' && { addonOf: addonOf.lineId }), ...(promotion && { promotionId: promotion.id }),
    }));
    return answer({ cartId, expiresAt: plusSeconds(now, 7 * 86_400), status: 'Active', lines: cartLines });
  }

  #checkOut({ customerId, cartId }: ServerCallInput<'checkout'>, requestId: string, now: Instant): Incoming {
    const cart = this.#carts.get(cartId);
    if (isBefore(now, this.acceptsAt)) return refusal('agreement-missing');
    if (!cart) return refusal('cart-expired');
    if (!cart.isOpen) return refusal('cart-submitted');
    cart.isOpen = false;
    const order = {
      id: `order-${requestId}`, customerId, billingCycle: 'annual', status: 'pending', createdAt: now,
      lines: cart.lines.map((line, lineNumber) => ({
        lineNumber, offerId: line.catalogItemId, friendlyName: line.title, quantity: line.quantity, partnerId: line.partnerId,
      })),
    };
    this.#orders.push({ order, at: now });
    return answer({ orders: [order], orderErrors: [] });
  }
}

