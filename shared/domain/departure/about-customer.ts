import { qualificationFor } from '../cart/segment-rules.ts';
import { offerKeyOf } from '../cart/line-rules.ts';
import { isVerdictOld } from '../partnership/verdict.ts';
import type { DepartureCheck, DepartureFix } from './departure.ts';
import type { DepartureFacts } from './departure-facts.ts';

/** Standings that the cart's own problems name already (cart-rules.ts, resellerProblems). */
const saidByCart: ReadonlySet<string> = new Set(['own-id', 'gone', 'suspended']);

/** Stories F17 to F19: who is credited, and whether the last check of its Partner ID was good and is fresh. */
export function resellerChecks({ cart, problems, standing, now }: DepartureFacts): readonly DepartureCheck[] {
  const { reseller } = cart;
  if (reseller === undefined) return [];
  if (reseller.kind === 'direct') return [{ topic: 'reseller', colour: 'green', what: { finding: 'direct' } }];
  const { id: resellerId, partnerId, name } = reseller;
  const values = { name, partnerId };
  const check: DepartureFix = { kind: 'check-reseller', partnerId };
  if (standing === undefined || standing.standing === 'unknown') {
    return [{ topic: 'reseller', colour: 'amber', what: { finding: 'reseller-unchecked' }, values, fix: check }];
  }
  const age = standing.at === undefined ? {} : { at: standing.at };
  if (standing.standing !== 'ok') {
    if (saidByCart.has(standing.standing)) return [];
    const fix: DepartureFix = resellerId === undefined ? { kind: 'step', step: 'products' } : { kind: 'reseller', resellerId };
    const said = { ...values, standing: standing.standing };
    return [{ topic: 'reseller', colour: 'red', what: { finding: 'reseller-refused' }, values: said, ...age, fix }];
  }
  if (standing.at !== undefined && isVerdictOld({ checkedAt: standing.at }, now)) {
    return [{ topic: 'reseller', colour: 'amber', what: { finding: 'reseller-check-old' }, values, ...age, fix: check }];
  }
  const isRefused = problems.some(({ code }) => code.startsWith('reseller-') || code.startsWith('partner-id-'));
  return isRefused ? [] : [{ topic: 'reseller', colour: 'green', what: { finding: 'reseller-good' }, values, ...age }];
}

/** Reading it anew tells; a customer that is still to be made cannot be read, only what is said of it can be changed. */
const readIt = ({ cart }: DepartureFacts): { readonly fix: DepartureFix } => ({
  fix: cart.customer.kind === 'tenant' ? { kind: 'read-customer', customerId: cart.customer.customerId } : { kind: 'step', step: 'agreement' },
});

/** Story F31: an order without the Microsoft Customer Agreement is refused (13605), so how it stands is said before. */
export function agreementChecks(facts: DepartureFacts): readonly DepartureCheck[] {
  const { cart, customer } = facts;
  const { agreement } = cart;
  if (agreement === undefined) return [];
  const age = customer?.readAt === undefined ? {} : { at: customer.readAt };
  if (customer?.isAgreed === true) return [{ topic: 'agreement', colour: 'green', what: { finding: 'agreement-on-file' }, ...age }];
  const person = agreement.kind === 'on-file' ? '' : `${agreement.contact.firstName} ${agreement.contact.lastName}`.trim();
  const values = { person };
  if (agreement.kind === 'invited') {
    return [{ topic: 'agreement', colour: 'amber', what: { finding: 'agreement-invited' }, values, ...readIt(facts) }];
  }
  if (agreement.kind === 'to-confirm') {
    return [{ topic: 'agreement', colour: 'amber', what: { finding: 'agreement-to-confirm' }, values, ...readIt(facts) }];
  }
  return [{ topic: 'agreement', colour: 'amber', what: { finding: 'agreement-unknown' }, ...age, ...readIt(facts) }];
}

/** Story F16: a customer that is still to be made may be refused first; its address and domain are checked then. */
function makerChecks({ cart, maker }: DepartureFacts): readonly DepartureCheck[] {
  if (cart.customer.kind !== 'pending') return [];
  const fix: DepartureFix = { kind: 'operation', operationId: cart.customer.operationId };
  const values = { name: cart.customerName, domain: cart.domain };
  if (maker === undefined || maker.state.name === 'cancelled') {
    return [{ topic: 'customer', colour: 'red', what: { finding: 'customer-given-up' }, values, fix: { kind: 'new-cart' } }];
  }
  const { state, payload, steps } = maker;
  if (state.name === 'refused' || state.name === 'needs-decision') {
    return [{ topic: 'customer', colour: 'red', what: { finding: 'customer-refused' }, values, fix }];
  }
  if (state.name === 'done') return [{ topic: 'customer', colour: 'green', what: { finding: 'customer-known' }, values, at: state.at }];
  if (payload.keepAddress) return [{ topic: 'customer', colour: 'amber', what: { finding: 'customer-address-kept' }, values, fix }];
  const checked = steps.findLast(({ name, answer }) => name === 'check-domain' && answer !== undefined)?.firstSentAt;
  if (checked === undefined) return [{ topic: 'customer', colour: 'amber', what: { finding: 'customer-waiting' }, values, fix }];
  return [{ topic: 'customer', colour: 'green', what: { finding: 'customer-checked' }, values, at: checked }];
}

/** Whom it is for: known here and how long ago, or still waiting to be made. */
export function customerChecks(facts: DepartureFacts): readonly DepartureCheck[] {
  const { cart, customer } = facts;
  if (cart.customer.kind === 'pending') return makerChecks(facts);
  const values = { name: cart.customerName, domain: cart.domain };
  if (customer?.readAt === undefined) return [{ topic: 'customer', colour: 'amber', what: { finding: 'customer-unread' }, values, ...readIt(facts) }];
  return [{ topic: 'customer', colour: 'green', what: { finding: 'customer-known' }, values, at: customer.readAt }];
}

/** Only offers of other segments than the commercial one ask for a qualification (reference.json, targetSegment). */
export function qualificationChecks({ cart, offers, problems, customer }: DepartureFacts): readonly DepartureCheck[] {
  const segments = cart.lines.map((line) => offers.get(offerKeyOf(cart.market, line))?.segment ?? 'commercial');
  const needed = segments.map(qualificationFor).filter((one) => one !== undefined);
  const isSaid = problems.some(({ code }) => code.startsWith('segment-'));
  if (needed.length === 0 || isSaid) return [];
  const age = customer?.qualificationsReadAt === undefined ? {} : { at: customer.qualificationsReadAt };
  const qualifications = [...new Set(needed)].join(',');
  return [{ topic: 'qualification', colour: 'green', what: { finding: 'qualification-fits' }, values: { qualifications }, ...age }];
}
