import type { Failure, FailureCode } from '../contract/failure.ts';
import type { Operation, OperationOf, Step } from './operation.ts';
import { agreementMissing } from './agreement-wait.ts';
import { changeRefused } from './changes.ts';
import { qualificationRefused } from './qualification.ts';
import { resellerCodes } from './reseller-check.ts';
import { beginSearch, searchAgain } from './search.ts';
import { domainTaken, toDecision, toDone, toRefused } from './settle.ts';
import { newRun, withStep } from './steps.ts';
import { moved } from './transition.ts';
import type { Context, Transition } from './transition.ts';

/** The cart was or is being bought: there may be an order (checkout-cart, errors 800065, 800064, 800060). */
const boughtCodes: ReadonlySet<FailureCode> = new Set<FailureCode>(['cart-submitted', 'cart-busy', 'order-in-progress']);
/** The cart is not there: bought by a try that had no answer, or expired (checkout-cart, error 800008). */
const cartGoneCodes: ReadonlySet<FailureCode> = new Set<FailureCode>(['cart-expired', 'not-found', 'order-not-found']);
/** Gone between the look and the cart: looked at again, which says what a person must decide on (create-cart, errors). */
const lookedAgainCodes: ReadonlySet<FailureCode> = new Set<FailureCode>(['promotion-invalid', 'availability-gone']);
/** A fresh cart that is always "expired" must not be made for ever. */
const mostCarts = 3;

/** Everything is read, compared and made anew; only a checkout that was never sent may be made again like this. */
function newCart(operation: OperationOf<'place-order'>, step: Step, failure: Failure): Transition {
  const carts = operation.steps.filter(({ name }) => name === 'create-cart').length;
  return carts < mostCarts ? moved(newRun(operation)) : toRefused(operation, step, failure);
}

function orderRefused(operation: OperationOf<'place-order'>, step: Step, failure: Failure, context: Context): Transition {
  if (step.name === 'list-orders') return searchAgain(operation, context, failure);
  if (resellerCodes.has(failure.code)) return toDecision(operation, step, [{ kind: 'reseller-not-ready', failure }]);
  // A refused repetition says nothing certain about the try before it.
  if (step.name === 'checkout' && (step.attempts > 1 || boughtCodes.has(failure.code))) return beginSearch(operation, context, failure);
  if (failure.code === 'agreement-missing') return agreementMissing(operation, step, failure, context);
  // Never sent before, so nothing was bought: a new cart, compared again, is safe (decision D5, failure story F20).
  const isNewCart = step.name === 'checkout' ? cartGoneCodes.has(failure.code) : step.name === 'create-cart' && lookedAgainCodes.has(failure.code);
  return isNewCart ? newCart(operation, step, failure) : toRefused(operation, step, failure);
}

function customerRefused(operation: OperationOf<'create-customer'>, step: Step, failure: Failure): Transition {
  if (failure.code !== 'domain-taken') return toRefused(operation, step, failure);
  const taken = domainTaken(operation, step, failure);
  // Somebody else's: this try made nothing, and must not be taken for one that did.
  const { domain: _, ...harmless } = step;
  return toRefused(taken.values?.mayBeOurs === undefined ? withStep(operation, harmless) : operation, step, taken);
}

/** The server said no to a step; nothing was done by this try. The step is already marked as answered. */
export function afterRefusal(operation: Operation, step: Step, failure: Failure, context: Context): Transition {
  switch (operation.kind) {
    case 'create-customer':
      return customerRefused(operation, step, failure);
    case 'confirm-agreement':
      if (failure.code !== 'agreement-already-confirmed') return toRefused(operation, step, failure);
      // The same attestation is on file, ours or an earlier one (confirm-customer-agreement, error 600061).
      return toDone(operation, { kind: 'confirm-agreement', dateAgreed: operation.payload.dateAgreed }, context);
    case 'place-order':
      return orderRefused(operation, step, failure, context);
    case 'change-subscription':
    case 'set-support-contact':
    case 'cancel-subscription':
    case 'transition-subscription':
      return changeRefused(operation, step, failure, context);
    case 'reset-password':
      return toRefused(operation, step, failure);
    case 'request-qualification':
      return qualificationRefused(operation, step, failure, context);
  }
}
