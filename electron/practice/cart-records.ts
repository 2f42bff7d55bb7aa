/** A participant of a cart line: the reseller to be credited. */
export interface Participant {
  readonly key: string;
  readonly value: string;
}

/** What is wrong with one line; it stands on the line, the cart is made all the same. */
export interface LineError {
  readonly errorCode: string;
  readonly errorDescription: string;
}

/** A cart line as it is kept and as it goes over the wire (create-cart). */
export interface CartLine {
  readonly id: number;
  readonly catalogItemId: string;
  readonly friendlyName?: string | undefined;
  readonly quantity: number;
  readonly currencyCode: string;
  readonly billingCycle: string;
  readonly termDuration?: string | undefined;
  readonly participants?: readonly Participant[] | undefined;
  readonly provisioningContext: Readonly<Record<string, unknown>>;
  readonly renewsTo?: { readonly termDuration?: string | undefined } | undefined;
  readonly attestationAccepted?: boolean | undefined;
  readonly customTermEndDate?: string | undefined;
  readonly orderGroup: string;
  readonly addonItems?: readonly CartLine[] | undefined;
  readonly promotionId?: string | undefined;
  /** What the promotion takes off, as it was when the line was kept; it is no field of the wire. */
  readonly discount?: string | undefined;
  readonly error?: LineError | undefined;
}

/** A cart of a customer. */
export interface CartRecord {
  readonly id: string;
  readonly customerTenantId: string;
  readonly creationTimestamp: string;
  readonly lastModifiedTimestamp: string;
  /** Seven days after creation; an update does not move it. */
  readonly expirationTimestamp: string;
  readonly status: 'Active' | 'Ordered';
  readonly lineItems: readonly CartLine[];
}

/** All lines, add-ons included, in the order of the cart. */
export function everyLine(lines: readonly CartLine[]): readonly CartLine[] {
  return lines.flatMap((line) => [line, ...(line.addonItems ?? [])]);
}
