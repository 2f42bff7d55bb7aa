/** A line of an order. */
export interface OrderLine {
  readonly lineItemNumber: number;
  readonly offerId: string;
  readonly subscriptionId: string;
  readonly parentSubscriptionId?: string | undefined;
  readonly termDuration: string;
  readonly friendlyName: string;
  readonly quantity: number;
  readonly partnerIdOnRecord?: string | undefined;
  readonly additionalPartnerIdsOnRecord?: readonly string[] | undefined;
  readonly promotionId?: string | undefined;
  readonly pricing?: LinePricing | undefined;
}

/** What one seat costs for one payment, and all of them; numbers on the wire (get-order, pricing). */
export interface LinePricing {
  readonly listPrice: number;
  readonly discountedPrice: number;
  /** The first payment, cut short with the first term. */
  readonly proratedPrice: number;
  readonly price: number;
  readonly extendedPrice: number;
}

/** An order of a customer, placed by a checkout or seeded. */
export interface OrderRecord {
  readonly id: string;
  readonly customerTenantId: string;
  readonly billingCycle: string;
  readonly currencyCode: string;
  readonly createdAt: string;
  readonly lines: readonly OrderLine[];
}
