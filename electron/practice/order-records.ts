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
