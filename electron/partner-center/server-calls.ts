import type { z } from 'zod';
import { serverCalls } from '../../shared/partner-center/server-call.ts';
import type { ServerCallName } from '../../shared/partner-center/server-call.ts';
import { checkAddress } from './addresses.ts';
import { confirmAgreement, readAgreementDocument, readAgreementState, readTemplate } from './agreements.ts';
import type { Answer } from './answer.ts';
import { checkoutCart, createCart, readServerCart } from './carts.ts';
import { checkDomain, findCustomer, listResellersOfCustomer, readCustomer } from './customers.ts';
import type { Connection } from './http.ts';
import { readOffers } from './offers.ts';
import { listOrders, readProvisioning } from './orders.ts';
import { checkPromotions } from './promotions.ts';
import { readQualifications, readValidationCodes, readValidationStatus, requestQualification } from './qualifications.ts';
import { checkAgreement, checkReseller, listResellers, validateResellers } from './resellers.ts';
import { cancelSubscription, changeSubscription, readOneSubscription, setSupportContact } from './subscription-changes.ts';
import { listAddons, listSubscriptions, readContact, readCustomerLicenses } from './subscriptions.ts';
import { listTransitions, readTransitions, transitionSubscription } from './upgrades.ts';
import { listUsers, readUserRoles } from './users.ts';

type Perform<Input> = (connection: Connection, input: Input, requestId: string) => Promise<Answer<unknown>>;

const from = <Schema extends z.ZodType>(schema: Schema, perform: Perform<z.infer<Schema>>): Perform<unknown> =>
  (connection, input, requestId) => perform(connection, schema.parse(input), requestId);

/**
 * How each exchange of the contract is asked of the server. `create-customer` and `reset-password` are missing on purpose:
 * what they ask or answer holds a password and goes through the gateway's own hands (decision D8).
 */
export const performers: Readonly<Record<Exclude<ServerCallName, 'create-customer' | 'reset-password'>, Perform<unknown>>> = {
  'check-address': from(serverCalls['check-address'].in, checkAddress),
  'check-domain': from(serverCalls['check-domain'].in, checkDomain),
  'find-customer': from(serverCalls['find-customer'].in, findCustomer),
  'read-agreement-template': from(serverCalls['read-agreement-template'].in, readTemplate),
  'read-agreement-document': from(serverCalls['read-agreement-document'].in, readAgreementDocument),
  'read-agreement-state': from(serverCalls['read-agreement-state'].in, readAgreementState),
  'confirm-agreement': from(serverCalls['confirm-agreement'].in, confirmAgreement),
  'read-qualifications': from(serverCalls['read-qualifications'].in, readQualifications),
  'request-qualification': from(serverCalls['request-qualification'].in, requestQualification),
  'read-validation-codes': from(serverCalls['read-validation-codes'].in, readValidationCodes),
  'read-validation-status': from(serverCalls['read-validation-status'].in, readValidationStatus),
  'check-reseller': from(serverCalls['check-reseller'].in, checkReseller),
  'check-agreement': from(serverCalls['check-agreement'].in, checkAgreement),
  'validate-resellers': from(serverCalls['validate-resellers'].in, validateResellers),
  'list-resellers': from(serverCalls['list-resellers'].in, listResellers),
  'read-subscription': from(serverCalls['read-subscription'].in, readOneSubscription),
  'change-subscription': from(serverCalls['change-subscription'].in, changeSubscription),
  'cancel-subscription': from(serverCalls['cancel-subscription'].in, cancelSubscription),
  'read-transitions': from(serverCalls['read-transitions'].in, readTransitions),
  'list-transitions': from(serverCalls['list-transitions'].in, listTransitions),
  'transition-subscription': from(serverCalls['transition-subscription'].in, transitionSubscription),
  'read-support-contact': from(serverCalls['read-support-contact'].in, readContact),
  'set-support-contact': from(serverCalls['set-support-contact'].in, setSupportContact),
  'read-offers': from(serverCalls['read-offers'].in, readOffers),
  'check-promotions': from(serverCalls['check-promotions'].in, checkPromotions),
  'create-cart': from(serverCalls['create-cart'].in, createCart),
  checkout: from(serverCalls.checkout.in, checkoutCart),
  'read-cart': from(serverCalls['read-cart'].in, readServerCart),
  'list-orders': from(serverCalls['list-orders'].in, listOrders),
  'read-provisioning': from(serverCalls['read-provisioning'].in, readProvisioning),
  'list-subscriptions': from(serverCalls['list-subscriptions'].in, listSubscriptions),
  'read-licenses': from(serverCalls['read-licenses'].in, readCustomerLicenses),
  'list-addons': from(serverCalls['list-addons'].in, listAddons),
  'read-customer': from(serverCalls['read-customer'].in, readCustomer),
  'list-resellers-of-customer': from(serverCalls['list-resellers-of-customer'].in, listResellersOfCustomer),
  'list-users': from(serverCalls['list-users'].in, listUsers),
  'read-user-roles': from(serverCalls['read-user-roles'].in, readUserRoles),
};
