import { agreementRoutes } from './agreements.ts';
import type { Route } from './call.ts';
import { cartRoutes } from './carts.ts';
import { catalogueRoutes } from './catalogue.ts';
import { countryRuleRoutes } from './country-rules.ts';
import { customerRoutes } from './customers.ts';
import { orderRoutes } from './orders.ts';
import { partnerCheckRoutes } from './partner-checks.ts';
import { priceSheetRoutes } from './price-sheet.ts';
import { profileRoutes } from './profiles.ts';
import { promotionRoutes } from './promotion-calls.ts';
import { qualificationRoutes } from './qualifications.ts';
import { relationshipRequestRoutes } from './relationship-requests.ts';
import { relationshipRoutes } from './relationships.ts';
import { sandboxResellerRoutes } from './sandbox-resellers.ts';
import { subscribedSkuRoutes } from './subscribed-skus.ts';
import { subscriptionRoutes } from './subscriptions.ts';
import { tokenRoutes } from './token.ts';
import { userRoutes } from './users.ts';
import { validationRoutes } from './validations.ts';

/** Every call of the contract that the practice tenant answers. */
export const contractRoutes: readonly Route[] = [
  ...tokenRoutes,
  ...profileRoutes,
  ...relationshipRoutes,
  ...relationshipRequestRoutes,
  ...partnerCheckRoutes,
  ...sandboxResellerRoutes,
  ...customerRoutes,
  ...validationRoutes,
  ...countryRuleRoutes,
  ...agreementRoutes,
  ...qualificationRoutes,
  ...catalogueRoutes,
  ...priceSheetRoutes,
  ...promotionRoutes,
  ...cartRoutes,
  ...orderRoutes,
  ...subscriptionRoutes,
  ...subscribedSkuRoutes,
  ...userRoutes,
];
